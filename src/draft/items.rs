//! Items of a list in a file: one item becomes several, or goes.

use std::ops::Range;

use crate::finding::Place;
use crate::format::yaml::{self, Kind, Node};
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::notice::Notice;
use crate::model::record::field;
use crate::model::retention::Retention;

/// The edit that puts `items` in the place of the value at `place`: the place to replace, and the new text. `None` if the
/// value is no item of a list, and not the only value of a key either; if its file would not read as meant; or if an item
/// goes whose line has a comment.
#[must_use]
pub(crate) fn replaced(root: &Node, place: Place, items: &[String], text: &str) -> Option<(Place, String)> {
    match (home(root, place, text)?, items) {
        (Home::Block, []) => without_line(place, text),
        (Home::Flow { index, count }, []) => without_item(place, (index, count), text),
        (Home::Key, []) => None,
        (Home::Block, items) => {
            let indentation = indentation(place, text)?;
            Some((place, joined(items, &format!("\n{indentation}- "), false)))
        }
        (Home::Flow { .. }, items) => Some((place, joined(items, ", ", true))),
        (Home::Key, [only]) => Some((place, spelt(only, false))),
        (Home::Key, items) => Some((place, format!("[{}]", joined(items, ", ", true)))),
    }
}

/// The edit that removes the record that begins at `place` from its list. `None` if it is in none, or if something else
/// or a comment is on its lines.
#[must_use]
pub(crate) fn without_record(root: &Node, place: Place, text: &str) -> Option<(Place, String)> {
    let (list, index) = list_of(root, place)?;
    let Kind::Seq(items) = &list.kind else { return None };
    let item = items.get(index)?;
    let end = end_of(item, text)?;
    let whole = between(place, item.place.range().start, end);
    if text.get(whole.range())?.contains('#') {
        return None;
    }
    if item.in_flow { without_item(whole, (index, items.len()), text) } else { without_line(whole, text) }
}

/// The list with a record that begins at `place`, and the index of the record.
fn list_of(node: &Node, place: Place) -> Option<(&Node, usize)> {
    let is_meant = |item: &Node| !matches!(item.kind, Kind::Scalar { .. }) && item.place.begin() == place.begin();
    match &node.kind {
        Kind::Scalar { .. } => None,
        Kind::Seq(items) => match items.iter().position(is_meant) {
            Some(index) => Some((node, index)),
            None => items.iter().find_map(|item| list_of(item, place)),
        },
        Kind::Map(entries) => entries.iter().find_map(|(_, value)| list_of(value, place)),
    }
}

/// The byte after a value, with its closing bracket.
#[must_use]
pub(crate) fn end_of(node: &Node, text: &str) -> Option<usize> {
    let last = match &node.kind {
        Kind::Scalar { .. } => None,
        Kind::Seq(items) => items.last(),
        Kind::Map(entries) => entries.last().map(|(_, value)| value),
    };
    let Some(last) = last else { return Some(node.place.range().end) };
    let inside = end_of(last, text)?;
    let closing = match text.get(node.place.range().start..)?.chars().next()? {
        '[' => ']',
        '{' => '}',
        // The line end of a block of text is not its own.
        _ => return Some(text.get(..inside)?.trim_end().len()),
    };
    let rest = text.get(inside..)?;
    let after = rest.trim_start_matches([' ', '\n', ',']);
    after.starts_with(closing).then(|| text.len() - after.len() + 1)
}

/// The keys of lists whose items may be texts. Below another key, a list cannot take the place of a text.
const LISTS: [&str; 11] = [
    field!(Activity, subjects),
    field!(Activity, purposes),
    field!(Activity, sources),
    field!(Activity, recipients),
    field!(Activity, processors),
    field!(Activity, services),
    field!(Activity, procedure),
    field!(Activity, remarks),
    field!(Data, items),
    field!(Retention, of),
    field!(Notice, audience),
];

/// Where a value is.
#[derive(Debug, Clone, Copy)]
enum Home {
    /// On a line of its own after a hyphen.
    Block,
    /// Between brackets.
    Flow { index: usize, count: usize },
    /// After the colon of a key.
    Key,
}

fn home(node: &Node, place: Place, text: &str) -> Option<Home> {
    let is_meant = |value: &Node| matches!(value.kind, Kind::Scalar { .. }) && value.place.begin() == place.begin();
    match &node.kind {
        Kind::Scalar { .. } => None,
        Kind::Seq(items) => match items.iter().position(is_meant) {
            Some(index) if text.get(node.place.range())?.starts_with('[') => {
                Some(Home::Flow { index, count: items.len() })
            }
            Some(_) => Some(Home::Block),
            None => items.iter().find_map(|item| home(item, place, text)),
        },
        Kind::Map(entries) => entries.iter().find_map(|(key, value)| match is_meant(value) {
            true => key.text().filter(|key| LISTS.contains(key)).map(|_| Home::Key),
            false => home(value, place, text),
        }),
    }
}

/// The whole line of an item, with its line feed.
fn without_line(place: Place, text: &str) -> Option<(Place, String)> {
    let line = own_line(text, place.range(), "-")?;
    Some((between(place, line.start, line.end), String::new()))
}

/// The line of a stretch with its line feed, if nothing else but `sign` before it is on the line.
#[must_use]
pub(crate) fn own_line(text: &str, stretch: Range<usize>, sign: &str) -> Option<Range<usize>> {
    let start = text.get(..stretch.start)?.rfind('\n').map_or(0, |feed| feed + 1);
    let rest = text.get(stretch.end..)?;
    let end = stretch.end + rest.find('\n').map_or(rest.len(), |feed| feed + 1);
    let before = text.get(start..stretch.start)?.trim();
    let after = text.get(stretch.end..end)?.trim();
    (before == sign && after.is_empty()).then_some(start..end)
}

/// An item in brackets, with the comma before it, or else the one after it.
fn without_item(place: Place, (index, count): (usize, usize), text: &str) -> Option<(Place, String)> {
    let range = place.range();
    if index > 0 {
        let start = text.get(..range.start)?.rfind(',')?;
        let is_free = text.get(start + 1..range.start)?.trim().is_empty();
        return is_free.then(|| (between(place, start, range.end), String::new()));
    }
    let rest = text.get(range.end..)?;
    let comma = rest.find(',').filter(|comma| count > 1 && rest[..*comma].trim().is_empty())?;
    let after = rest.get(comma + 1..)?;
    let end = range.end + comma + 1 + (after.len() - after.trim_start_matches(' ').len());
    Some((between(place, range.start, end), String::new()))
}

fn between(place: Place, start: usize, end: usize) -> Place {
    let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    Place { start: offset(start), end: offset(end), ..place }
}

/// The spaces before the hyphen of an item.
fn indentation(place: Place, text: &str) -> Option<&str> {
    let before = text.get(..place.range().start)?;
    let line = before.rsplit('\n').next()?;
    let spaces = line.strip_suffix("- ").unwrap_or_default();
    (line.ends_with("- ") && spaces.chars().all(|letter| letter == ' ')).then_some(spaces)
}

fn joined(items: &[String], between: &str, is_flow: bool) -> String {
    items.iter().map(|item| spelt(item, is_flow)).collect::<Vec<_>>().join(between)
}

/// A text as YAML: as it is where that reads the same, otherwise in double quotation marks.
#[must_use]
pub(crate) fn spelt(text: &str, is_flow: bool) -> String {
    let as_it_is = if is_flow { format!("[{text}, x]") } else { format!("- {text}\n- x") };
    let reads = yaml::parse(0, &as_it_is, &mut Vec::new()).is_some_and(|node| {
        let Kind::Seq(items) = &node.kind else { return false };
        items.len() == 2 && items.first().and_then(Node::text) == Some(text)
    });
    if reads { text.to_owned() } else { yaml::quoted(text) }
}

#[cfg(test)]
mod tests {
    use super::replaced;
    use crate::format::yaml;

    fn edited(text: &str, value: &str, items: &[&str]) -> Option<String> {
        let root = yaml::parse(0, text, &mut Vec::new()).unwrap();
        let start = u32::try_from(text.rfind(value).unwrap()).unwrap();
        let mut place = root.place;
        place.start = start;
        place.end = start + u32::try_from(value.len()).unwrap();
        let items: Vec<String> = items.iter().map(|&item| item.to_owned()).collect();
        let (place, to) = replaced(&root, place, &items, text)?;
        let mut text = text.to_owned();
        text.replace_range(place.range(), &to);
        Some(text)
    }

    #[test]
    fn an_item_becomes_several() {
        let is = |text, value, to| assert_eq!(edited(text, value, &["a: b", "c"]).unwrap(), to);
        is("items:\n  - x, y # z\n  - w\n", "x, y", "items:\n  - \"a: b\"\n  - c # z\n  - w\n");
        is("items: ['x, y', w]\n", "'x, y'", "items: [\"a: b\", c, w]\n");
        is("items: x, y # z\n", "x, y", "items: [\"a: b\", c] # z\n");
        is("items: [{of: x}]\n", "x", "items: [{of: [\"a: b\", c]}]\n");
    }

    #[test]
    fn an_item_goes() {
        let is = |text, value, to: Option<&str>| assert_eq!(edited(text, value, &[]).as_deref(), to, "{text}");
        is("items:\n  - a\n  - b\n", "b", Some("items:\n  - a\n"));
        is("items:\n  - a\n  - b # why\n", "b", None);
        is("items: [a, b, c]\n", "b", Some("items: [a, c]\n"));
        is("items: [ a, b ]\n", "a", Some("items: [ b ]\n"));
        is("items: a\n", "a", None);
    }
}
