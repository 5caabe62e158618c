//! A comparison for the terminal.

use std::fmt::Write as _;

use crate::diff::form::marked::Piece;
use crate::diff::form::{Group, MOST, Row, Told};
use crate::diff::grade::Grade;

const BOLD: &str = "\u{1B}[1m";
const DIM: &str = "\u{1B}[2m";
const UNDERLINED: &str = "\u{1B}[4m";
const END: &str = "\u{1B}[0m";

/// The comparison as text, with colours as ANSI escape codes. The caller strips them for pipes.
#[must_use]
pub fn text(told: &Told) -> String {
    let mut text = String::new();
    told.not_compared.iter().chain(&told.selection).for_each(|line| _ = writeln!(text, "{BOLD}{line}{END}\n"));
    for section in &told.sections {
        _ = writeln!(text, "{BOLD}{}{END} {DIM}({}){END}", section.heading, section.kind);
        section.note.iter().for_each(|note| _ = writeln!(text, "  {note}"));
        section.rows.iter().for_each(|row| self::row(row, told, &mut text));
        text.push('\n');
    }
    told.findings.iter().for_each(|group| findings(group, &mut text));
    if !told.standing.is_empty() {
        told.standing.iter().for_each(|line| _ = writeln!(text, "{line}"));
        text.push('\n');
    }
    list(&told.labels.unread, &told.unread, &mut text);
    for listed in &told.pages {
        let (shown, left) = listed.of.split_at(listed.of.len().min(MOST));
        let more = (!left.is_empty()).then(|| format!("… (+{})", left.len()));
        list(&listed.heading, &shown.iter().cloned().chain(more).collect::<Vec<_>>(), &mut text);
    }
    if !told.tasks.is_empty() {
        _ = writeln!(text, "{BOLD}{}{END}", told.labels.tasks);
        for task in &told.tasks {
            let (when, whose) = (&told.labels.when, &told.labels.whose);
            _ = writeln!(text, "  {}", task.what);
            _ = writeln!(text, "    {when}: {}\n    {whose}: {}", task.when, task.whose);
            task.of.iter().for_each(|of| _ = writeln!(text, "    - {of}"));
        }
        text.push('\n');
    }
    _ = writeln!(text, "{}: {BOLD}{}{END} {}", told.versions, told.summary, told.meaning);
    text
}

fn row(row: &Row, told: &Told, text: &mut String) {
    let colour = colour(row.grade);
    _ = writeln!(text, "  {colour}{}{END} {} {DIM}[{}] {}{END}", row.word, row.way, row.code, row.fingerprint);
    for (label, lines) in [(&told.labels.before, &row.before), (&told.labels.after, &row.after)] {
        let mut label = format!("{label}:");
        for line in lines {
            _ = writeln!(text, "    {label:<7} {}", marked(line));
            label = String::new();
        }
    }
    let law = if row.law.is_empty() { String::new() } else { format!(" ({})", row.law) };
    _ = writeln!(text, "    {}{law}", row.reason);
    row.countries.iter().chain(&row.touches).chain(&row.decided).for_each(|more| _ = writeln!(text, "    {more}"));
    row.site.iter().for_each(|site| _ = writeln!(text, "    {DIM}{site}{END}"));
}

fn marked(line: &[Piece]) -> String {
    let piece = |piece: &Piece| match piece.is_changed {
        true => format!("{UNDERLINED}{}{END}", piece.text),
        false => piece.text.clone(),
    };
    line.iter().map(piece).collect()
}

fn colour(grade: Grade) -> &'static str {
    match grade {
        Grade::Breaking => "\u{1B}[1;31m",
        Grade::Material => "\u{1B}[1;33m",
        Grade::Minor => "\u{1B}[36m",
        Grade::Editorial => DIM,
    }
}

fn findings(group: &Group, text: &mut String) {
    let lines: Vec<String> =
        group.lines.iter().map(|line| format!("{}: {} ({})", line.code, line.message, line.address)).collect();
    let note = group.note.as_ref().map(|note| format!("{END}\n  {note}")).unwrap_or_default();
    list(&format!("{}{note}", group.heading), &lines, text);
}

fn list(heading: &str, lines: &[String], text: &mut String) {
    if !lines.is_empty() {
        _ = writeln!(text, "{BOLD}{heading}{END}");
        lines.iter().for_each(|line| _ = writeln!(text, "  - {line}"));
        text.push('\n');
    }
}
