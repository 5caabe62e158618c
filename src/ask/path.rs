//! Paths of keys: from a place to a path, and from a path to a name that does not change when lines move.

use std::collections::HashMap;

use crate::diff::value::Value;
use crate::draft::put::{Step, at};
use crate::finding::Place;
use crate::format::answer::GAP;
use crate::format::yaml::{Kind, Node};
use crate::source::fingerprint_of;

/// Keys by which an item of a list is known.
const NAMES: [&str; 16] = [
    "id",
    "to",
    "who",
    "what",
    "of",
    "items",
    "name",
    "title",
    "processor",
    "system",
    "decision",
    "from",
    "code",
    "cite",
    "right",
    "covers",
];

/// The most letters of an item's name in an id.
const MOST: usize = 40;

/// The way to the innermost value that contains a place.
#[must_use]
pub(super) fn to_place(root: &Node, place: Place) -> Vec<Step> {
    let mut path = Vec::new();
    let mut node = root;
    while let Some((step, inside)) = inner(node, place) {
        path.push(step);
        node = inside;
    }
    path
}

fn inner(node: &Node, place: Place) -> Option<(Step, &Node)> {
    let holds = |inside: &Node| {
        inside.place.start <= place.start && place.end <= inside.place.end && place.start < inside.place.end
    };
    match &node.kind {
        Kind::Scalar { .. } => None,
        Kind::Seq(items) => {
            let index = items.iter().position(holds)?;
            items.get(index).map(|item| (Step::Item(index), item))
        }
        Kind::Map(entries) => {
            let (key, value) = entries.iter().find(|(key, value)| {
                holds(value) || key.place.begin() == place.begin() && place.end == value.place.end
            })?;
            Some((Step::Key(key.text()?.to_owned()), value))
        }
    }
}

/// The way to the value that a gap stands for, from the way to its reason. `None` if it is no gap.
#[must_use]
pub(super) fn of_gap(root: &Node, place: Place) -> Option<Vec<Step>> {
    let mut path = to_place(root, place);
    let position = path.iter().rposition(|step| matches!(step, Step::Key(key) if key == GAP))?;
    path.truncate(position);
    let Some(Step::Item(_)) = path.last() else { return Some(path) };
    // An item of a list that is a gap: the list is asked about.
    if at(root, &path).is_some_and(is_gap) {
        path.pop();
    }
    Some(path)
}

/// Whether a value is `{unknown: why}`.
#[must_use]
pub(super) fn is_gap(node: &Node) -> bool {
    matches!(&node.kind, Kind::Map(entries) if node.get(GAP).is_some() && entries.iter().all(|(key, _)| matches!(key.text(), Some(GAP | "say"))))
}

/// A path as text: `retention/=beslut/keep`. Items have names, not positions.
#[must_use]
pub(super) fn spelled(root: &Node, path: &[Step]) -> String {
    let parts: Vec<String> = parts(root, path).into_iter().map(|(part, _)| part).collect();
    parts.join("/")
}

/// Whether a path is called so: with the name of a lone item as it is, or as it was.
#[must_use]
pub(super) fn was_spelled(root: &Node, path: &[Step], name: &str) -> bool {
    let (parts, names): (Vec<(String, bool)>, Vec<&str>) = (parts(root, path), name.split('/').collect());
    let is_it = |((part, is_lone), name): (&(String, bool), &&str)| part == name || *is_lone && name.starts_with('=');
    parts.len() == names.len() && parts.iter().zip(&names).all(is_it)
}

/// The steps of a path as text, each with whether it is the only item of its list.
fn parts(root: &Node, path: &[Step]) -> Vec<(String, bool)> {
    let part = |(index, step): (usize, &Step)| match step {
        Step::Key(key) => (slug(key), false),
        Step::Item(item) => {
            let list = path.get(..index).and_then(|list| at(root, list));
            let is_lone = list.is_some_and(|list| matches!(&list.kind, Kind::Seq(items) if items.len() == 1));
            (format!("={}", list.and_then(|list| item_name(list, *item)).unwrap_or_default()), is_lone)
        }
    };
    path.iter().enumerate().map(part).collect()
}

/// The name of an item among those of its list.
fn item_name(list: &Node, index: usize) -> Option<String> {
    let Kind::Seq(items) = &list.kind else { return Some(name(list)) };
    let own = name(items.get(index)?);
    let earlier = items.iter().take(index).filter(|item| name(item) == own).count();
    Some(if earlier == 0 { own } else { format!("{own}~{}", earlier + 1) })
}

fn name(node: &Node) -> String {
    let named = NAMES.iter().find_map(|key| node.get(key)).unwrap_or(node);
    slug(first_text(named).unwrap_or_default())
}

fn first_text(node: &Node) -> Option<&str> {
    match &node.kind {
        Kind::Scalar { .. } => node.text(),
        Kind::Seq(items) => items.iter().find_map(first_text),
        Kind::Map(entries) => entries.iter().find_map(|(_, value)| first_text(value)),
    }
}

/// Letters and digits of a text in small letters, the rest as hyphens.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase).take(MOST) {
        match letter.is_alphanumeric() {
            true => slug.push(letter),
            false if !slug.ends_with('-') => slug.push('-'),
            false => {}
        }
    }
    slug.trim_matches('-').to_owned()
}

/// The fingerprint of a value: what it says, not how it is laid out.
#[must_use]
pub(super) fn print(node: Option<&Node>) -> String {
    let mut pieces = Vec::new();
    if let Some(node) = node {
        gather(node, &mut pieces);
    }
    fingerprint_of(pieces.iter().map(String::as_str)).chars().take(super::form::PRINT).collect()
}

fn gather(node: &Node, pieces: &mut Vec<String>) {
    match &node.kind {
        Kind::Scalar { .. } => pieces.push(format!("t{}", node.text().unwrap_or_default().trim())),
        Kind::Seq(items) => {
            pieces.push("[".to_owned());
            items.iter().for_each(|item| gather(item, pieces));
            pieces.push("]".to_owned());
        }
        Kind::Map(entries) => {
            pieces.push("{".to_owned());
            for (key, value) in entries.iter() {
                pieces.push(format!("k{}", key.text().unwrap_or_default()));
                gather(value, pieces);
            }
            pieces.push("}".to_owned());
        }
    }
}

/// The value at a path of a record, by the names of its fields.
pub(super) fn value_at<'v>(value: &'v Value, path: &[Step], root: &Node) -> Option<&'v Value> {
    let mut here = value;
    let mut way = Vec::new();
    for step in path {
        here = match (step, here) {
            (Step::Key(key), Value::ById(things)) => things.iter().find(|(id, _)| id == key).map(|(_, value)| value)?,
            (Step::Key(key), _) => here.get(&field_name(key))?,
            (Step::Item(index), _) => {
                let list = at(root, &way)?;
                let earlier = match &list.kind {
                    Kind::Seq(items) => items.iter().take(*index).filter(|item| !is_gap(item)).count(),
                    _ => 0,
                };
                here.items().get(earlier)?
            }
        };
        way.push(step.clone());
    }
    Some(here)
}

fn field_name(key: &str) -> String {
    key.replace('-', "_")
}

/// Parsed files by index, each parsed once.
#[derive(Default)]
pub(super) struct Trees(HashMap<u32, Option<Node>>);

impl Trees {
    /// The root of a file.
    pub(super) fn root(&mut self, file: u32, text: &str) -> Option<&Node> {
        let parse = || crate::format::yaml::parse(file, text, &mut Vec::new());
        self.0.entry(file).or_insert_with(parse).as_ref()
    }
}
