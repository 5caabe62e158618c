//! Locates the edits of a finding in its text: inside one value, never in a comment.

use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::keys;
use crate::model::record::field;
use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher as _;
use std::ops::Range;

use rustc_hash::FxBuildHasher;

use crate::draft::items;
use crate::draft::locate::{Locator, one_line, phrases_in};
use crate::finding::{Finding, Fix, Place, Replacement};
use crate::format::yaml::{self, Kind, Node};
use crate::source::original::replaced;
use crate::source::{File, Sources};
use crate::steps;

/// The replacement of a stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The replaced stretch.
    pub place: Place,
    /// The new text.
    pub text: String,
    /// The first byte of the value that it changes.
    value: u32,
    /// What the parsed value becomes.
    inside: Inside,
}

/// What an edit does to a parsed value.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Inside {
    /// Replaces this stretch of it, in bytes.
    Stretch(Range<usize>),
    /// Puts these values in its place.
    Values(Vec<String>),
    /// Removes it and what follows in the replaced stretch.
    Gone,
}

/// Keys whose values quote or name the past: nothing below them is edited.
const QUOTES: [&str; 5] =
    [keys::UNKNOWN, keys::NOTES, keys::FORMERLY, field!(Activity, replaces), field!(AcceptedFinding, quote)];

/// How many different stretches of one value are searched per round. The next round of `--fix` takes the others.
const STRETCHES: usize = 64;

/// The edits of a finding with a fix. [`edits_of`] does the same for many findings.
#[must_use]
pub fn edits(finding: &Finding, sources: &Sources) -> Vec<Edit> {
    edits_of(finding, &Locator::new(sources))
}

/// The edits of a finding with a fix; empty if its value is written differently than it reads, for example with
/// escapes.
#[must_use]
pub(crate) fn edits_of(finding: &Finding, locator: &Locator) -> Vec<Edit> {
    let sources = locator.sources();
    let Some((fix, file)) = finding.fix.as_ref().zip(sources.file(finding.place)) else { return Vec::new() };
    let place = locator.place_of_field(finding);
    let find = |root: &Node| {
        if fix.to == Replacement::Gone {
            let (place, text) = items::without_record(root, finding.place, &file.text)?;
            return Some(vec![Edit { place, text, value: finding.place.start, inside: Inside::Gone }]);
        }
        let mut values = Vec::new();
        gather(root, &mut values);
        let read = one_line(&fix.value);
        let is_inside = |value: &Value| place.start <= value.place.start && value.place.end <= place.end;
        let is_meant = |value: &&Value| is_inside(value) && !value.quotes && one_line(value.text) == read;
        let value = values.iter().filter(|value| !is_alias(value.place, file)).find(is_meant)?;
        match &fix.to {
            Replacement::Stretches(stretches) => edits_in(value, fix, stretches, sources),
            Replacement::Gone => None,
            Replacement::Items(items) => {
                let (place, text) = items::replaced(root, value.place, items, &file.text)?;
                let inside = Inside::Values(items.clone());
                Some(vec![Edit { place, text, value: value.place.start, inside }])
            }
        }
    };
    locator.with_tree(place.file, find).flatten().unwrap_or_default()
}

/// The edits of a value: the nth occurrence in the parsed text is the nth in the source.
fn edits_in(value: &Value, fix: &Fix, stretches: &[(Range<usize>, String)], sources: &Sources) -> Option<Vec<Edit>> {
    let mut known: HashMap<&str, Stretch> = HashMap::new();
    let mut edits = Vec::with_capacity(stretches.len());
    for (range, to) in stretches {
        let from = fix.value.get(range.clone())?;
        if known.len() == STRETCHES && !known.contains_key(from) {
            continue;
        }
        let stretch = known.entry(from).or_insert_with(|| Stretch::find(from, value, &fix.value, sources));
        let (place, start) = stretch.at(range.start)?;
        let inside = Inside::Stretch(start..start + from.len());
        edits.push(Edit { place, text: to.clone(), value: value.place.start, inside });
    }
    Some(edits)
}

/// Every occurrence of a stretch of text, in order.
struct Stretch {
    /// Byte offsets in the text of the finding.
    read: Vec<usize>,
    /// Places in the source.
    places: Vec<Place>,
    /// Byte offsets in the parsed value.
    inside: Vec<usize>,
}

impl Stretch {
    fn find(from: &str, value: &Value, read: &str, sources: &Sources) -> Self {
        steps::count(read.len() + value.text.len() + value.place.range().len());
        let all = |text: &str| text.match_indices(from).map(|(at, _)| at).collect();
        Self { read: all(read), places: phrases_in(from, value.place, sources), inside: all(value.text) }
    }

    /// The occurrence at a byte of the finding's text, or `None` if source and value have different numbers of
    /// occurrences.
    fn at(&self, start: usize) -> Option<(Place, usize)> {
        let number = self.read.binary_search(&start).ok().filter(|_| self.places.len() == self.inside.len())?;
        self.places.get(number).copied().zip(self.inside.get(number).copied())
    }
}

/// Sorts edits by place and drops those that overlap an earlier one.
#[must_use]
pub(crate) fn in_order(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| (edit.place.start, edit.place.end));
    let mut end = 0;
    edits.retain(|edit| {
        let is_free = edit.place.start >= end;
        end = if is_free { edit.place.end } else { end };
        is_free
    });
    edits
}

/// Whether the edited file parses to the same tree except for these edits: no other value, key or list changed.
#[must_use]
pub(crate) fn reads_as_meant(file: &File, edits: &[Edit], after: &str) -> bool {
    let read = |text: &str| yaml::parse(0, text, &mut Vec::new());
    let (Some(before), Some(now)) = (read(&file.text), read(after)) else { return false };
    let mut by_value: HashMap<u32, Vec<&Edit>> = HashMap::new();
    edits.iter().for_each(|edit| by_value.entry(edit.value).or_default().push(edit));
    let gone: Vec<&Edit> = edits.iter().filter(|edit| edit.inside == Inside::Gone).collect();
    let is_left =
        |(start, _): &(u32, Value)| !gone.iter().any(|edit| (edit.place.start..edit.place.end).contains(start));
    let meant = texts(&before, &file.text).into_iter().filter(is_left).flat_map(|(start, value)| {
        let own = by_value.get(&start).map(Vec::as_slice).unwrap_or_default();
        let path = value.path;
        edited(value.text, own).into_iter().map(move |text| (path, text))
    });
    meant.eq(texts(&now, after).into_values().map(|value| (value.path, value.text.to_owned())))
}

/// The values that a value becomes by its edits.
fn edited(text: &str, own: &[&Edit]) -> Vec<String> {
    let mut stretches = Vec::with_capacity(own.len());
    for edit in own {
        match &edit.inside {
            Inside::Stretch(range) => stretches.push((range.clone(), edit.text.as_str())),
            Inside::Values(values) => return values.clone(),
            Inside::Gone => return Vec::new(),
        }
    }
    vec![replaced(text, stretches.into_iter())]
}

/// The texts of a tree by their first byte; an alias does not repeat the texts of its anchor.
fn texts<'n>(root: &'n Node, text: &str) -> BTreeMap<u32, Value<'n>> {
    let mut values = Vec::new();
    gather(root, &mut values);
    let written = values.into_iter().filter(|value| !text[value.place.range()].starts_with('*'));
    written.map(|value| (value.place.start, value)).collect()
}

fn is_alias(place: Place, file: &File) -> bool {
    file.text.get(place.range()).is_none_or(|text| text.starts_with('*'))
}

/// A scalar key or value.
struct Value<'n> {
    place: Place,
    text: &'n str,
    quotes: bool,
    /// The hash of the places of the keys that lead to it, each in its mapping.
    path: u64,
}

/// Collects every scalar key and value, in source order.
fn gather<'n>(root: &'n Node, values: &mut Vec<Value<'n>>) {
    gather_below(root, 0, values);
}

fn gather_below<'n>(node: &'n Node, path: u64, values: &mut Vec<Value<'n>>) {
    match &node.kind {
        Kind::Scalar { text, .. } => values.push(Value { place: node.place, text, quotes: false, path }),
        Kind::Seq(items) => items.iter().for_each(|item| gather_below(item, path, values)),
        Kind::Map(entries) => {
            for (index, (key, value)) in entries.iter().enumerate() {
                gather_below(key, path, values);
                let from = values.len();
                gather_below(value, FxBuildHasher.hash_one((path, index)), values);
                if key.text().is_some_and(|key| QUOTES.contains(&key)) {
                    values[from..].iter_mut().for_each(|value| value.quotes = true);
                }
            }
        }
    }
}
