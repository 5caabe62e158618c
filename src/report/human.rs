//! Findings for people: the line, the marked place, the reason, the way out.

use annotate_snippets::{AnnotationKind, Group, Level as Weight, Renderer, Snippet};

use crate::draft::read::Key;
use crate::draft::yaml::{self, Kind, Node};
use crate::finding::{Finding, Level, Place};
use crate::say::{Tongue, Words};
use crate::source::Sources;

const NOTE: Words = Words { en: "note", sv: "notera", da: "bemærk" };
const HELP: Words = Words { en: "help", sv: "hjälp", da: "hjælp" };

/// Writes one finding, with colour when `styled`.
#[must_use]
pub fn finding(finding: &Finding, sources: &Sources, styled: bool, tongue: Tongue) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let weight = match finding.level {
        Level::Error => Weight::ERROR,
        Level::Warning => Weight::WARNING,
        Level::Info => Weight::INFO,
    };
    let weight = weight.with_name(finding.level.words().get(tongue));
    let place = exact_place(finding, sources);
    let mut group = Group::with_title(weight.primary_title(finding.message.get(tongue)).id(finding.code));
    if let Some(file) = sources.file(place).filter(|file| !file.text.is_empty()) {
        let mut snippet = Snippet::source(file.text.as_str()).path(file.path.as_str()).fold(true);
        snippet = snippet
            .annotation(AnnotationKind::Primary.span(visible(&file.text, place)).label(finding.label.get(tongue)));
        for (related, words) in finding.related.iter().filter(|(related, _)| related.file == place.file) {
            snippet = snippet
                .annotation(AnnotationKind::Context.span(visible(&file.text, *related)).label(words.get(tongue)));
        }
        group = group.element(snippet);
    } else if let Some(file) = sources.file(place) {
        group = group.element(annotate_snippets::Origin::path(file.path.as_str()));
    }
    let elsewhere: Vec<String> = finding
        .related
        .iter()
        .filter(|(related, _)| related.file != place.file)
        .map(|(related, words)| format!("{}: {}", words.get(tongue), sources.address(*related)))
        .collect();
    for note in elsewhere.iter().map(String::as_str).chain(finding.note.as_ref().map(|note| note.get(tongue))) {
        group = group.element(Weight::NOTE.with_name(NOTE.get(tongue)).message(note));
    }
    if let Some(help) = &finding.help {
        group = group.element(Weight::HELP.with_name(HELP.get(tongue)).message(help.get(tongue)));
    }
    renderer.render(&[group])
}

/// The place of a finding: of the field it names, where it names one, and of the phrase inside it.
#[must_use]
pub fn exact_place(finding: &Finding, sources: &Sources) -> Place {
    let place = place_of_field(finding, sources);
    let phrase = finding.phrase.as_ref().and_then(|phrase| phrase_in(phrase, place, sources));
    phrase.unwrap_or(place)
}

/// Where a phrase stands in a value: words may be parted by any white space there.
fn phrase_in(phrase: &str, place: Place, sources: &Sources) -> Option<Place> {
    let text = sources.file(place)?.text.get(place.range())?;
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let first = words.first()?;
    text.match_indices(first).find_map(|(start, _)| {
        let end = words.iter().try_fold(start, |at, word| {
            let rest = text[at..].trim_start();
            let begin = text.len() - rest.len();
            rest.starts_with(word).then_some(begin + word.len())
        })?;
        let offset = |at: usize| place.start + u32::try_from(at).unwrap_or_default();
        Some(Place { file: place.file, start: offset(start), end: offset(end) })
    })
}

fn place_of_field(finding: &Finding, sources: &Sources) -> Place {
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
fn visible(text: &str, place: Place) -> std::ops::Range<usize> {
    let range = place.range();
    let start = range.start.min(text.len());
    let end = range.end.clamp(start, text.len());
    let first_line = text[start..end].find('\n').map_or(end, |newline| start + newline);
    let first_line = start + text[start..first_line].trim_end().len();
    let next = text[start..].chars().next().filter(|letter| !matches!(letter, '\r' | '\n'));
    let next = next.map_or(start, |letter| start + letter.len_utf8());
    start..first_line.max(next)
}
