//! A comparison as Markdown, for a comment on a pull request that suffices for a decision.

use std::fmt::Write as _;

use crate::diff::form::{Line, Row, Section, Told};
use crate::diff::grade::Grade;
use crate::diff::words::shortened;
use crate::render::words::escape;

/// Maximum number of characters shown of a value, because comments have a maximum length.
const MOST: usize = 600;

/// Number of bytes after which sections are omitted: forges truncate comments at 65,536 characters.
const LONGEST: usize = 56_000;

/// The comparison as Markdown.
#[must_use]
pub fn markdown(told: &Told) -> String {
    let mut text = format!("## {}\n\n", plain(&told.title));
    _ = writeln!(text, "{}\n", plain(&told.versions));
    _ = writeln!(text, "**{}** {}", plain(&told.summary), plain(&told.meaning));
    if !told.tasks.is_empty() {
        _ = writeln!(text, "\n### {}\n", plain(&told.labels.tasks));
        for task in &told.tasks {
            _ = writeln!(text, "- [ ] {}", plain(&task.what));
            task.of.iter().for_each(|of| _ = writeln!(text, "  - {}", plain(of)));
        }
    }
    let is_heavy = |section: &&Section| section.rows.iter().any(|row| row.grade > Grade::Editorial);
    let (heavy, light): (Vec<&Section>, Vec<&Section>) = told.sections.iter().partition(is_heavy);
    let mut left = 0;
    for section in heavy.into_iter().chain(light) {
        if text.len() < LONGEST {
            self::section(section, told, &mut text);
        } else {
            left += 1;
        }
    }
    if left > 0 {
        _ = writeln!(text, "\n{}", plain(&told.labels.left.replace("{count}", &left.to_string())));
    }
    findings(&told.labels.introduced, &told.introduced, &mut text);
    findings(&told.labels.resolved, &told.resolved, &mut text);
    if !told.unread.is_empty() {
        _ = writeln!(text, "\n### {}\n", plain(&told.labels.unread));
        told.unread.iter().for_each(|path| _ = writeln!(text, "- {}", plain(path)));
    }
    text
}

fn section(section: &Section, told: &Told, text: &mut String) {
    _ = writeln!(text, "\n### {}\n", plain(&section.heading));
    let note = section.note.as_ref().map(|note| format!("; {}", plain(note))).unwrap_or_default();
    _ = writeln!(text, "{}{note}\n", plain(&section.kind));
    let labels = &told.labels;
    let columns = [&labels.grade, &labels.what, &labels.before, &labels.after, &labels.why];
    _ = writeln!(text, "| {} |", columns.map(|column| plain(column)).join(" | "));
    text.push_str("|---|---|---|---|---|\n");
    section.rows.iter().for_each(|row| self::row(row, text));
}

fn row(row: &Row, text: &mut String) {
    let lines = |lines: &[String]| {
        let lines: Vec<String> = lines.iter().map(|line| plain(&shortened(line, MOST))).collect();
        if lines.is_empty() { "–".to_owned() } else { lines.join("<br>") }
    };
    let word = match row.grade {
        Grade::Breaking | Grade::Material => format!("**{}**", plain(&row.word)),
        Grade::Minor | Grade::Editorial => plain(&row.word),
    };
    let law = if row.law.is_empty() { String::new() } else { format!(" ({})", plain(&row.law)) };
    let mut why = format!("{}{law}", plain(&row.reason));
    row.touches.iter().chain(&row.decided).for_each(|more| _ = write!(why, "<br>{}", plain(more)));
    _ = writeln!(text, "| {word} | {} | {} | {} | {why} |", plain(&row.way), lines(&row.before), lines(&row.after));
}

fn findings(heading: &str, lines: &[Line], text: &mut String) {
    if lines.is_empty() {
        return;
    }
    _ = writeln!(text, "\n### {}\n", plain(heading));
    for line in lines {
        _ = writeln!(text, "- `{}` {} ({})", line.code, plain(&line.message), plain(&line.address));
    }
}

/// Escapes all Markdown syntax, and joins lines.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    escape(&words.replace(['\n', '\r'], " "), true, &mut text);
    text
}
