//! Where exactly a finding stands in its text: the key it names, the phrase inside its value.

use crate::draft::read::Key;
use crate::draft::yaml::{self, Kind, Node};
use crate::finding::{Finding, Place};
use crate::source::Sources;

/// The place of a finding: of the field it names, where it names one, and of the phrase inside it.
#[must_use]
pub fn exact_place(finding: &Finding, sources: &Sources) -> Place {
    let place = place_of_field(finding, sources);
    let phrase = finding.phrase.as_ref().and_then(|phrase| phrase_in(phrase, place, sources));
    phrase.unwrap_or(place)
}

/// The marked text of a finding in one line: what tells it from others of its code in the same file when lines move.
#[must_use]
pub fn quote(finding: &Finding, sources: &Sources) -> String {
    let place = exact_place(finding, sources);
    let text = sources.file(place).map_or("", |file| file.text.as_str());
    text.get(visible(text, place)).map(one_line).unwrap_or_default()
}

/// A text with single spaces.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where a phrase stands in a value: words may be parted by any white space there.
#[must_use]
pub fn phrase_in(phrase: &str, place: Place, sources: &Sources) -> Option<Place> {
    phrases_in(phrase, place, sources).into_iter().next()
}

/// Every place where a phrase stands in a value, as [`phrase_in`] finds the first.
pub(super) fn phrases_in(phrase: &str, place: Place, sources: &Sources) -> Vec<Place> {
    let Some(text) = sources.file(place).and_then(|file| file.text.get(place.range())) else { return Vec::new() };
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let Some(first) = words.first() else { return Vec::new() };
    let found = text.match_indices(first).filter_map(|(start, _)| {
        let end = words.iter().try_fold(start, |at, word| {
            let rest = text[at..].trim_start();
            let begin = text.len() - rest.len();
            rest.starts_with(word).then_some(begin + word.len())
        })?;
        let offset = |at: usize| place.start + u32::try_from(at).unwrap_or_default();
        Some(Place { file: place.file, start: offset(start), end: offset(end) })
    });
    found.collect()
}

/// The place of a finding: of the field it names, where it names one.
pub(super) fn place_of_field(finding: &Finding, sources: &Sources) -> Place {
    let Some(field) = finding.field else { return finding.place };
    let Some(file) = sources.file(finding.place) else { return finding.place };
    let node = yaml::parse(finding.place.file, &file.text, &mut Vec::new());
    node.as_ref().and_then(|root| field_in(root, finding.place, field)).unwrap_or(finding.place)
}

/// The key and value of `field` in the record that begins at `place`.
fn field_in(node: &Node, place: Place, field: &'static str) -> Option<Place> {
    let inside = node.place.start <= place.start && place.start <= node.place.end;
    if !inside {
        return None;
    }
    let children: Vec<&Node> = match &node.kind {
        Kind::Scalar { .. } => Vec::new(),
        Kind::Seq(items) => items.iter().collect(),
        Kind::Map(entries) => entries.iter().map(|(_, value)| value).collect(),
    };
    let deeper = children.into_iter().find_map(|child| field_in(child, place, field));
    deeper.or_else(|| (node.place.start == place.start).then(|| own_field(node, field)).flatten())
}

fn own_field(node: &Node, field: &'static str) -> Option<Place> {
    let Kind::Map(entries) = &node.kind else { return None };
    let key = Key { name: field, required: false };
    let (name, value) = entries.iter().find(|(name, _)| name.text().is_some_and(|name| key.is(name)))?;
    Some(Place { end: value.place.end, ..name.place })
}

/// What is marked of a place: its first line, at least one character where the line has one left.
#[must_use]
pub fn visible(text: &str, place: Place) -> std::ops::Range<usize> {
    let range = place.range();
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    let first_line = text[start..end].find('\n').map_or(end, |newline| start + newline);
    let first_line = start + text[start..first_line].trim_end().len();
    let next = text[start..].chars().next().filter(|letter| !matches!(letter, '\r' | '\n'));
    let next = next.map_or(start, |letter| start + letter.len_utf8());
    start..first_line.max(next)
}
