//! Faults of syntax, with the help that most often is the right one.

use crate::draft::yaml::{MAX_DEPTH, offset};
use crate::finding::{Finding, Place};

/// The finding for a fault that the parser met at a byte of the text.
pub(super) fn finding(file: u32, text: &str, at: usize, info: &str) -> Finding {
    if let Some(marker) = conflict(text) {
        return Finding::error("yaml-conflict", line_at(file, text, marker), "the file holds a merge conflict")
            .label("the first side begins here")
            .help("keep one of the two sides and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`");
    }
    let at = exact(text, at);
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let place = Place { file, start: offset(at), end: offset(end) };
    Finding::error("yaml-syntax", place, format!("this is not valid YAML: {info}")).help(help(line(text, at), info))
}

/// Where a merge conflict begins.
fn conflict(text: &str) -> Option<usize> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1));
    starts.into_iter().find(|start| text[*start..].starts_with("<<<<<<< "))
}

fn line_at(file: u32, text: &str, start: usize) -> Place {
    Place { file, start: offset(start), end: offset(start + line(text, start).len()) }
}

/// The byte of the fault. The parser points one line early where a tab stands in the indentation.
fn exact(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let rest = &text[at..];
    let next_line = rest.find('\n').map_or(rest.len(), |newline| newline + 1);
    let indent = rest[next_line..].len() - rest[next_line..].trim_start_matches([' ', '\t']).len();
    match rest[next_line..next_line + indent].find('\t') {
        Some(tab) if !rest.trim_start_matches(' ').starts_with('\t') => at + next_line + tab,
        _ => at,
    }
}

/// The line around a byte.
fn line(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
    &text[start..end]
}

fn help(line: &str, info: &str) -> String {
    let indent = &line[..line.len() - line.trim_start().len()];
    if indent.contains('\t') {
        return "indent with spaces: YAML does not allow a tab here".into();
    }
    if info.contains("mapping values are not allowed") || line.matches(": ").count() > 1 {
        return "put the text in quotation marks when it contains a colon: `key: \"first: second\"`".into();
    }
    if info.contains("nesting") || info.contains("depth") || info.contains("recursion") {
        return format!("at most {MAX_DEPTH} lists and mappings can stand inside each other");
    }
    if line.contains('"') || line.contains('\'') {
        return "check that every quotation mark has its partner".into();
    }
    "check the indentation: keys of one record begin in the same column".into()
}
