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
    Finding::error("yaml-syntax", place, "this cannot be read as YAML").label(info).help(help(text, at, info))
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

/// What most often is the cause of a fault, by what the parser says and how the lines look.
fn help(text: &str, at: usize, info: &str) -> String {
    let here = line(text, at);
    let above = text[..at].trim_end_matches(|letter| letter != '\n').trim_end().lines().next_back().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| info.contains(word));
    if indent(here).contains('\t') {
        return "indent with spaces: YAML does not allow a tab here".into();
    }
    if says(&["nesting", "depth", "recursion"]) {
        return format!("at most {MAX_DEPTH} lists and records can stand inside each other");
    }
    if says(&["quoted"]) || is_odd(above) || is_odd(here) {
        return "close the quotation mark that was opened here or in the line above".into();
    }
    if opens(above) {
        return "close the bracket that was opened in the line above".into();
    }
    if here
        .trim_start()
        .split_once(':')
        .is_some_and(|(key, rest)| is_key(key) && rest.starts_with(char::is_alphanumeric))
    {
        return "put a space after the colon".into();
    }
    if indent(here).len() > indent(above).len() && is_key_and_value(above) && is_key_and_value(here) {
        return "check the indentation: this line stands deeper than the one above, which already has its value".into();
    }
    if says(&["mapping values are not allowed"]) || here.matches(": ").count() > 1 {
        return "put the text in quotation marks when it contains a colon: `key: \"first: second\"`".into();
    }
    "check the indentation: keys of one record begin in the same column".into()
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn is_key_and_value(line: &str) -> bool {
    line.trim_start()
        .trim_start_matches("- ")
        .split_once(": ")
        .is_some_and(|(key, value)| is_key(key) && !value.trim().is_empty())
}

/// Whether a line has a quotation mark without a partner.
fn is_odd(line: &str) -> bool {
    line.matches('"').count() % 2 == 1
}

/// Whether a line opens a bracket that it does not close.
fn opens(line: &str) -> bool {
    line.matches(['[', '{']).count() > line.matches([']', '}']).count()
}
