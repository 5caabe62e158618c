//! Keys that are put into a file: comments and layout stay.

use std::ops::Range;

use crate::draft::items::end_of;
use crate::format::yaml::{self, Kind, Node};

/// The keys and values of the file, and whether they are written in braces.
fn entries(text: &str) -> Option<(Vec<(Node, Node)>, bool)> {
    let root = yaml::parse(0, text, &mut Vec::new())?;
    let Kind::Map(entries) = &root.kind else { return None };
    let is_flow = text.get(root.place.range()).is_some_and(|text| text.starts_with('{'));
    Some((entries.to_vec(), is_flow))
}

/// The place of the value of a key, as bytes.
#[must_use]
pub(crate) fn value_of(text: &str, name: &str) -> Option<Range<usize>> {
    let (entries, _) = entries(text)?;
    entries.iter().find(|(key, _)| key.text() == Some(name)).map(|(_, value)| value.place.range())
}

/// A line before the first key of a file.
#[must_use]
pub(crate) fn at_the_start(text: &str, line: &str) -> Option<(Range<usize>, String)> {
    let (entries, is_flow) = entries(text)?;
    let (key, _) = entries.first()?;
    Some(before(text, key, (line, is_flow)))
}

/// A line after one of these keys and its value, the first that the file has; else before its first key.
#[must_use]
pub(crate) fn after_key(text: &str, keys: &[&str], line: &str) -> Option<(Range<usize>, String)> {
    let (entries, is_flow) = entries(text)?;
    let index = keys.iter().find_map(|name| entries.iter().position(|(key, _)| key.text() == Some(name)));
    match index.and_then(|index| entries.get(index + 1)) {
        Some((next, _)) => {
            let (own, value) = entries.get(index?)?;
            let end = value.place.range().end.max(own.place.range().end);
            let rest = text.get(end..next.place.range().start)?;
            match rest.find('\n').filter(|_| !is_flow) {
                Some(feed) => Some((end + feed + 1..end + feed + 1, format!("{}{line}\n", indentation(text, next)))),
                None => Some(before(text, next, (line, is_flow))),
            }
        }
        None => at_the_start(text, line),
    }
}

/// A line in a record: after the last of the keys `before` that the record has, else before its first key. The line has no
/// indentation before its first letter.
#[must_use]
pub(crate) fn into_map(text: &str, map: &Node, before: &[&str], line: &str) -> Option<(Range<usize>, String)> {
    let Kind::Map(entries) = &map.kind else { return None };
    let (first, _) = entries.first()?;
    let start = map.place.range().start;
    let is_flow = text.get(start..)?.starts_with('{');
    let line_start = text.get(..first.place.range().start)?.rfind('\n').map_or(0, |feed| feed + 1);
    let spaces = " ".repeat(first.place.range().start - line_start);
    let position = |name: &&str| entries.iter().position(|(key, _)| key.text() == Some(name));
    let Some(index) = before.iter().rev().find_map(position) else {
        let at = first.place.range().start;
        let end = if is_flow { ", ".to_owned() } else { format!("\n{spaces}") };
        return Some((at..at, format!("{line}{end}")));
    };
    let (key, value) = entries.get(index)?;
    let end = end_of(value, text)?.max(key.place.range().end);
    let end = match value.is_null() {
        true => end.max(key.place.range().end + text.get(key.place.range().end..)?.find(':')? + 1),
        false => end,
    };
    if is_flow {
        return Some((end..end, format!(", {line}")));
    }
    let rest = text.get(end..)?;
    let at = end + rest.find('\n').unwrap_or(rest.len());
    Some((at..at, format!("\n{spaces}{line}")))
}

fn before(text: &str, key: &Node, (line, is_flow): (&str, bool)) -> (Range<usize>, String) {
    let at = key.place.range().start;
    let end = if is_flow { ", ".to_owned() } else { format!("\n{}", indentation(text, key)) };
    (at..at, format!("{line}{end}"))
}

/// The spaces before a key on its line.
fn indentation<'t>(text: &'t str, key: &Node) -> &'t str {
    let before = text.get(..key.place.range().start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    if line.chars().all(|letter| letter == ' ') { line } else { "" }
}

#[cfg(test)]
mod tests {
    use super::{after_key, at_the_start};

    fn put(text: &str, edit: Option<(std::ops::Range<usize>, String)>) -> String {
        let (range, to) = edit.unwrap();
        format!("{}{to}{}", &text[..range.start], &text[range.end..])
    }

    #[test]
    fn a_line_is_put_where_it_belongs() {
        let text = "# who\nid: a/b # of a\npart-of: a # the whole\n\n# what\ntitle: x\n";
        let after = put(text, after_key(text, &["part-of", "id"], "k: 1"));
        assert_eq!(after, "# who\nid: a/b # of a\npart-of: a # the whole\nk: 1\n\n# what\ntitle: x\n");
        assert_eq!(put(text, at_the_start(text, "k: 1")), text.replace("id:", "k: 1\nid:"));
        let text = "{id: a, title: x}\n";
        assert_eq!(put(text, after_key(text, &["id"], "k: 1")), "{id: a, k: 1, title: x}\n");
        let text = "title: x\nid: a\n";
        assert_eq!(put(text, after_key(text, &["id"], "k: 1")), "k: 1\ntitle: x\nid: a\n");
    }
}
