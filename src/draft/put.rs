//! Puts a value at a path of a file: comments and layout stay, and nothing else changes.

mod list;
mod spell;
pub(crate) mod tree;

use std::ops::Range;

use crate::draft::inserted;
use crate::draft::items::{end_of, own_line};
use crate::format::yaml::{self, Kind, Node};
use crate::source::original::replaced;
use spell::{block_entry, flow, plain, value_after_key};

/// A step of the way from the root of a file to a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// The value of a key.
    Key(String),
    /// An item of a list, by its index in the file. A lone value counts as the first item of a list.
    Item(usize),
}

/// A value to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A text, a code, a number.
    Scalar(String),
    /// A list.
    List(Vec<Wanted>),
    /// A record.
    Record(Vec<(String, Wanted)>),
}

/// What happens at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// The value there is this one.
    Set {
        /// The value.
        to: Wanted,
        /// The key that a lone value of the record above is read as.
        short: Option<String>,
        /// For each step of the path, the keys that stand before it in its record.
        before: Vec<Vec<String>>,
    },
    /// Items of the list go and others come.
    Items {
        /// The items that go, by index.
        without: Vec<usize>,
        /// The items that come, at the end of the list.
        with: Vec<Wanted>,
    },
    /// The key goes with its value.
    Gone,
}

/// A change and where it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Put {
    /// The way from the root of the file.
    pub(crate) path: Vec<Step>,
    /// The change.
    pub(crate) change: Change,
}

/// A replacement of a stretch of a text.
pub(crate) type Edit = (Range<usize>, String);

/// The node at a path, if the file has one.
pub(crate) fn at<'n>(root: &'n Node, path: &[Step]) -> Option<&'n Node> {
    path.iter().try_fold(root, |node, step| match (step, &node.kind) {
        (Step::Key(key), _) => node.get(key),
        (Step::Item(index), Kind::Seq(items)) => items.get(*index),
        (Step::Item(0), _) => Some(node),
        (Step::Item(_), _) => None,
    })
}

/// Makes a change: the edits and the new text. `None` if it cannot be made without losing a comment, or if another value
/// would change.
#[must_use]
pub(crate) fn made(text: &str, put: &Put) -> Option<(Vec<Edit>, String)> {
    let root = yaml::parse(0, text, &mut Vec::new())?;
    let edits = match &put.change {
        Change::Set { to, short, before } => {
            vec![set(text, &root, (&put.path, to), (short.as_deref(), before))?]
        }
        Change::Items { without, with } => list::edits(text, at(&root, &put.path)?, without, with)?,
        Change::Gone => vec![gone(text, &root, &put.path)?],
    };
    let after = replaced(text, edits.iter().map(|(range, to)| (range.clone(), to.as_str())));
    tree::reads_as_meant(&root, put, &after).then_some((edits, after))
}

fn set(
    text: &str,
    root: &Node,
    (path, to): (&[Step], &Wanted),
    (short, before): (Option<&str>, &[Vec<String>]),
) -> Option<Edit> {
    if let Some(node) = at(root, path) {
        return match path.split_last() {
            Some((Step::Key(key), above)) => {
                let (name, _) = at(root, above)?.entry(key)?;
                replaced_value(text, (name, node), to)
            }
            _ => in_place(text, node, to),
        };
    }
    let (Step::Key(key), above) = path.split_last()? else { return None };
    let Some(map) = at(root, above) else {
        let record = Wanted::Record(vec![(key.clone(), to.clone())]);
        return set(text, root, (above, &record), (None, before));
    };
    match &map.kind {
        Kind::Map(_) => {
            let line = if is_flow(text, map) {
                format!("{key}: {}", flow(to))
            } else {
                block_entry(key, to, column(text, map))
            };
            let own = before.get(above.len()).map(Vec::as_slice).unwrap_or_default();
            let before: Vec<&str> = own.iter().map(String::as_str).collect();
            inserted::into_map(text, map, &before, &line)
        }
        Kind::Scalar { .. } => {
            let lone = Wanted::Scalar(map.text()?.to_owned());
            in_place(text, map, &Wanted::Record(vec![(short?.to_owned(), lone), (key.clone(), to.clone())]))
        }
        Kind::Seq(_) => None,
    }
}

/// A key and its value, on lines of their own or with a comma in braces. The only key of a record stays.
fn gone(text: &str, root: &Node, path: &[Step]) -> Option<Edit> {
    let (Step::Key(name), above) = path.split_last()? else { return None };
    let map = at(root, above)?;
    let Kind::Map(entries) = &map.kind else { return None };
    let index = entries.iter().position(|(key, _)| key.text() == Some(name))?;
    let (key, value) = entries.get(index).filter(|_| entries.len() > 1)?;
    let range = key.place.range().start..range_of(text, value)?.end;
    if text.get(range.clone())?.contains('#') {
        return None;
    }
    if !is_flow(text, map) {
        return own_line(text, range, "").map(|line| (line, String::new()));
    }
    match index.checked_sub(1).and_then(|before| entries.get(before)) {
        Some((_, before)) => Some((range_of(text, before)?.end..range.end, String::new())),
        None => Some((range.start..entries.get(1)?.0.place.range().start, String::new())),
    }
}

/// The value of a key is replaced; what stands between the colon and the value stays if it has a comment.
fn replaced_value(text: &str, (key, node): (&Node, &Node), to: &Wanted) -> Option<Edit> {
    let range = range_of(text, node)?;
    if node.is_null() && range.is_empty() {
        let at = key.place.range().end + text.get(key.place.range().end..)?.find(':')? + 1;
        return Some((at..at, format!(" {}", value_after_key(text, key, to))));
    }
    let is_scalar = matches!(node.kind, Kind::Scalar { .. });
    if !is_scalar && has_comment(text, node, &range) || text.get(range.clone())?.starts_with('&') {
        return None;
    }
    let from_key = key.place.range().end;
    let between = text.get(from_key..range.start)?;
    let colon = between.find(':')?;
    let after = between.get(colon + 1..)?;
    if after.contains('&') || after.contains('*') {
        return None;
    }
    let start = if after.contains('#') { range.start } else { from_key + colon + 1 };
    let value = value_after_key(text, key, to);
    let lead = match () {
        () if start == range.start => "",
        () if value.starts_with('\n') => "",
        () => " ",
    };
    Some((start..range.end, format!("{lead}{value}")))
}

fn in_place(text: &str, node: &Node, to: &Wanted) -> Option<Edit> {
    let range = range_of(text, node)?;
    let is_scalar = matches!(node.kind, Kind::Scalar { .. });
    let written = text.get(range.clone())?;
    if written.starts_with(['&', '*', '|', '>']) || !is_scalar && has_comment(text, node, &range) {
        return None;
    }
    Some((range, if node.in_flow { flow(to) } else { plain(to) }))
}

/// The stretch of a value, without the line end after a block. `None` for an alias, which has no text of its own.
fn range_of(text: &str, node: &Node) -> Option<Range<usize>> {
    let start = node.place.range().start;
    let end = end_of(node, text)?;
    let written = text.get(start..end)?;
    let end = start + written.trim_end().len();
    (!written.starts_with('*')).then_some(start..end.max(start))
}

/// Whether a comment stands inside a list or a record.
fn has_comment(text: &str, node: &Node, range: &Range<usize>) -> bool {
    let mut scalars = Vec::new();
    gather(node, &mut scalars);
    let mut from = range.start;
    let mut is_found = false;
    for scalar in scalars {
        is_found |= text.get(from..scalar.start.max(from)).is_some_and(|between| between.contains('#'));
        from = scalar.end.max(from);
    }
    is_found || text.get(from..range.end.max(from)).is_some_and(|rest| rest.contains('#'))
}

fn gather(node: &Node, scalars: &mut Vec<Range<usize>>) {
    match &node.kind {
        Kind::Scalar { .. } => scalars.push(node.place.range()),
        Kind::Seq(items) => items.iter().for_each(|item| gather(item, scalars)),
        Kind::Map(entries) => entries.iter().for_each(|(key, value)| {
            gather(key, scalars);
            gather(value, scalars);
        }),
    }
}

/// Whether a list or record is written in brackets or braces.
fn is_flow(text: &str, node: &Node) -> bool {
    text.get(node.place.range().start..).is_some_and(|text| text.starts_with(['[', '{']))
}

/// The column of the keys of a record, in spaces.
fn column(text: &str, map: &Node) -> usize {
    let start = map.place.range().start;
    text.get(..start).map_or(0, |before| start - before.rfind('\n').map_or(0, |feed| feed + 1))
}
