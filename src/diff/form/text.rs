//! A comparison for the terminal.

use std::fmt::Write as _;

use crate::diff::form::{Line, Row, Told};
use crate::diff::grade::Grade;

const BOLD: &str = "\u{1B}[1m";
const DIM: &str = "\u{1B}[2m";
const END: &str = "\u{1B}[0m";

/// The comparison as text, with colours as ANSI escape codes. The caller strips them for pipes.
#[must_use]
pub fn text(told: &Told) -> String {
    let mut text = String::new();
    for section in &told.sections {
        _ = writeln!(text, "{BOLD}{}{END} {DIM}({}){END}", section.heading, section.kind);
        section.note.iter().for_each(|note| _ = writeln!(text, "  {note}"));
        section.rows.iter().for_each(|row| self::row(row, told, &mut text));
        text.push('\n');
    }
    findings(&told.labels.introduced, &told.introduced, &mut text);
    findings(&told.labels.resolved, &told.resolved, &mut text);
    list(&told.labels.unread, &told.unread, &mut text);
    if !told.tasks.is_empty() {
        _ = writeln!(text, "{BOLD}{}{END}", told.labels.tasks);
        for task in &told.tasks {
            _ = writeln!(text, "  {}", task.what);
            task.of.iter().for_each(|of| _ = writeln!(text, "    - {of}"));
        }
        text.push('\n');
    }
    _ = writeln!(text, "{}: {BOLD}{}{END} {}", told.versions, told.summary, told.meaning);
    text
}

fn row(row: &Row, told: &Told, text: &mut String) {
    let colour = colour(row.grade);
    _ = writeln!(text, "  {colour}{}{END} {} {DIM}[{}]{END}", row.word, row.way, row.code);
    for (label, lines) in [(&told.labels.before, &row.before), (&told.labels.after, &row.after)] {
        let mut label = format!("{label}:");
        for line in lines {
            _ = writeln!(text, "    {label:<7} {line}");
            label = String::new();
        }
    }
    let law = if row.law.is_empty() { String::new() } else { format!(" ({})", row.law) };
    _ = writeln!(text, "    {}{law}", row.reason);
    row.touches.iter().chain(&row.decided).for_each(|more| _ = writeln!(text, "    {more}"));
}

fn colour(grade: Grade) -> &'static str {
    match grade {
        Grade::Breaking => "\u{1B}[1;31m",
        Grade::Material => "\u{1B}[1;33m",
        Grade::Minor => "\u{1B}[36m",
        Grade::Editorial => DIM,
    }
}

fn findings(heading: &str, lines: &[Line], text: &mut String) {
    let lines: Vec<String> =
        lines.iter().map(|line| format!("{}: {} ({})", line.code, line.message, line.address)).collect();
    list(heading, &lines, text);
}

fn list(heading: &str, lines: &[String], text: &mut String) {
    if !lines.is_empty() {
        _ = writeln!(text, "{BOLD}{heading}{END}");
        lines.iter().for_each(|line| _ = writeln!(text, "  - {line}"));
        text.push('\n');
    }
}
