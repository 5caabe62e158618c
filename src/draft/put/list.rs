//! Items of a list in a file: some go, others are added at its end.

use std::ops::Range;

use super::spell::{flow, plain};
use super::{Edit, Wanted, has_comment, is_flow, range_of};
use crate::draft::items::own_line;
use crate::format::yaml::{Kind, Node};

/// The edits that take items out of a list and add others at its end.
pub(super) fn edits(text: &str, node: &Node, without: &[usize], with: &[Wanted]) -> Option<Vec<Edit>> {
    let Kind::Seq(list) = &node.kind else { return lone(text, node, without, with) };
    let in_brackets = is_flow(text, node);
    let mut edits = Vec::new();
    let kept: Vec<usize> = (0..list.len()).filter(|index| !without.contains(index)).collect();
    if kept.is_empty() {
        return None;
    }
    for (index, item) in list.iter().enumerate().filter(|(index, _)| without.contains(index)) {
        let range = range_of(text, item)?;
        if text.get(range.clone())?.contains('#') && has_comment(text, item, &range) {
            return None;
        }
        edits.push(if in_brackets { flow_gap(text, list, index, &range)? } else { whole_lines(text, &range)? });
    }
    if let (Some(last), false) = (list.last(), with.is_empty()) {
        let end = range_of(text, last)?.end;
        let added = with.iter().map(|item| if in_brackets { flow(item) } else { plain(item) });
        if in_brackets {
            let at = end;
            edits.push((at..at, added.map(|item| format!(", {item}")).collect()));
        } else {
            let indentation = " ".repeat(hyphen(text, list.first()?)?);
            let rest = text.get(end..)?;
            let at = end + rest.find('\n').unwrap_or(rest.len());
            edits.push((at..at, added.map(|item| format!("\n{indentation}- {item}")).collect()));
        }
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    Some(joined(edits))
}

/// A removed stretch that ends where items are added becomes one edit with them.
fn joined(edits: Vec<Edit>) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::with_capacity(edits.len());
    for (range, to) in edits {
        match all.last_mut() {
            Some((before, text)) if before.end >= range.start => {
                let is_line = text.is_empty() && to.starts_with('\n') && before.end > range.end;
                before.end = before.end.max(range.end);
                text.push_str(if is_line { to.trim_start_matches('\n') } else { &to });
                if is_line {
                    text.push('\n');
                }
            }
            _ => all.push((range, to)),
        }
    }
    all
}

/// A lone value in place of a list becomes a list.
fn lone(text: &str, node: &Node, without: &[usize], with: &[Wanted]) -> Option<Vec<Edit>> {
    let range = range_of(text, node)?;
    let written = text.get(range.clone())?;
    if !without.is_empty() || with.is_empty() || written.starts_with(['&', '*', '|', '>']) {
        return None;
    }
    let added: String = with.iter().map(|item| format!(", {}", flow(item))).collect();
    match &node.kind {
        Kind::Scalar { .. } => {
            let own = flow(&Wanted::Scalar(node.text()?.to_owned()));
            Some(vec![(range, format!("[{own}{added}]"))])
        }
        Kind::Map(_) if is_flow(text, node) => {
            Some(vec![(range.start..range.start, "[".to_owned()), (range.end..range.end, format!("{added}]"))])
        }
        _ => None,
    }
}

/// The lines of an item in a list with hyphens.
fn whole_lines(text: &str, range: &Range<usize>) -> Option<Edit> {
    own_line(text, range.clone(), "-").map(|line| (line, String::new()))
}

/// The column of the hyphen before an item.
fn hyphen(text: &str, item: &Node) -> Option<usize> {
    let before = text.get(..item.place.range().start)?;
    let line = before.rsplit('\n').next()?;
    let spaces = line.find('-')?;
    line.get(..spaces)?.trim().is_empty().then_some(spaces)
}

/// An item in brackets with one comma.
fn flow_gap(text: &str, list: &[Node], index: usize, range: &Range<usize>) -> Option<Edit> {
    if let Some(before) = index.checked_sub(1).and_then(|before| list.get(before)) {
        let start = range_of(text, before)?.end;
        let is_clean = !text.get(start..range.start)?.contains('#');
        return is_clean.then(|| (start..range.end, String::new()));
    }
    let next = list.get(index + 1)?.place.range().start;
    let is_clean = !text.get(range.end..next)?.contains('#');
    is_clean.then(|| (range.start..next, String::new()))
}
