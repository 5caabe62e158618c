//! A comparison as Markdown, for a comment on a pull request that suffices for a decision.

use std::fmt::Write as _;

use crate::diff::form::{Group, Row, Section, Told};
use crate::diff::grade::Grade;
use crate::diff::words::shortened;
use crate::render::words::escape;

/// Maximum number of characters shown of a value.
const MOST: usize = 600;

/// Maximum number of lines shown of a value.
const LINES: usize = 12;

/// Maximum number of things listed for a task.
const THINGS: usize = 12;

/// Maximum length in bytes, and so in characters: GitHub takes 65,536 characters.
const LONGEST: usize = 65_000;

/// How many bytes are kept for what follows the rows.
const KEPT: usize = 6_000;

/// A comment that grows only as long as it may.
struct Comment {
    text: String,
    /// How long it may be for now.
    limit: usize,
    /// How many changes were left out.
    left: usize,
}

impl Comment {
    /// Adds a piece if there is room for it.
    fn add(&mut self, piece: &str) -> bool {
        let fits = self.text.len() + piece.len() <= self.limit;
        if fits {
            self.text.push_str(piece);
        }
        fits
    }
}

/// The comparison as Markdown: the counts, the tasks, the changes by grade, the findings. What has no room is counted.
#[must_use]
pub fn markdown(told: &Told) -> String {
    let mut comment = Comment { text: String::new(), limit: LONGEST - KEPT, left: 0 };
    comment.add(&format!("## {}\n\n", plain(&told.title)));
    told.not_compared.iter().for_each(|line| _ = comment.add(&format!("**{}**\n\n", plain(line))));
    comment.add(&format!("**{}** {}\n\n", plain(&told.summary), plain(&told.meaning)));
    comment.add(&format!("{}\n", plain(&told.versions)));
    tasks(told, &mut comment);
    for grade in Grade::ALL {
        self::grade(grade, told, &mut comment);
    }
    if comment.left > 0 {
        comment.limit = LONGEST;
        let left = told.labels.left.replace("{count}", &comment.left.to_string());
        comment.add(&format!("\n**{}**\n", plain(&left)));
        comment.limit = LONGEST - 1_000;
    } else {
        comment.limit = LONGEST;
    }
    told.findings.iter().for_each(|group| findings(group, &mut comment));
    told.standing.iter().for_each(|line| _ = comment.add(&format!("\n{}\n", plain(line))));
    for listed in &told.pages {
        comment.add(&format!("\n### {}\n\n", plain(&listed.heading)));
        list(&listed.of, "", &mut comment);
    }
    if !told.unread.is_empty() {
        comment.add(&format!("\n### {}\n\n", plain(&told.labels.unread)));
        list(&told.unread, "", &mut comment);
    }
    comment.text
}

fn tasks(told: &Told, comment: &mut Comment) {
    if told.tasks.is_empty() {
        return;
    }
    comment.add(&format!("\n### {}\n\n", plain(&told.labels.tasks)));
    for task in &told.tasks {
        comment.add(&format!("- [ ] {}\n", plain(&task.what)));
        list(&task.of, "  ", comment);
    }
}

/// The first things of a list, and how many more there are.
fn list(of: &[String], indentation: &str, comment: &mut Comment) {
    let mut shown = 0;
    for thing in of.iter().take(THINGS) {
        shown += usize::from(comment.add(&format!("{indentation}- {}\n", plain(&shortened(thing, MOST)))));
    }
    if shown < of.len() {
        comment.add(&format!("{indentation}- … (+{})\n", of.len() - shown));
    }
}

/// The changes of a grade by record, in a part that can be folded; the two highest grades are open.
fn grade(grade: Grade, told: &Told, comment: &mut Comment) {
    let rows = |section: &Section| section.rows.iter().filter(|row| row.grade == grade).count();
    let count: usize = told.sections.iter().map(rows).sum();
    let Some(word) = told.sections.iter().flat_map(|section| &section.rows).find(|row| row.grade == grade) else {
        return;
    };
    let open = if grade >= Grade::Material { " open" } else { "" };
    let end = "\n</details>\n";
    let head = format!("\n<details{open}>\n<summary>{} ({count})</summary>\n", plain(&word.word));
    let room = comment.limit;
    comment.limit = room.saturating_sub(end.len());
    if comment.add(&head) {
        told.sections.iter().filter(|section| rows(section) > 0).for_each(|of| section(of, grade, told, comment));
        comment.limit = room;
        comment.add(end);
    } else {
        comment.left += count;
    }
    comment.limit = room;
}

fn section(section: &Section, grade: Grade, told: &Told, comment: &mut Comment) {
    let note = section.note.as_ref().map(|note| format!("; {}", plain(note))).unwrap_or_default();
    let labels = &told.labels;
    let columns = [&labels.what, &labels.before, &labels.after, &labels.why];
    let mut head = format!(
        "\n#### {}\n\n{}{note}\n\n| {} |\n|---|---|---|---|\n",
        plain(&section.heading),
        plain(&section.kind),
        columns.map(|column| plain(column)).join(" | ")
    );
    for row in section.rows.iter().filter(|row| row.grade == grade) {
        match comment.add(&format!("{head}{}", self::row(row))) {
            true => head.clear(),
            false => comment.left += 1,
        }
    }
}

fn row(row: &Row) -> String {
    let lines = |lines: &[String]| {
        let mut shown: Vec<String> = lines.iter().take(LINES).map(|line| plain(&shortened(line, MOST))).collect();
        if lines.len() > LINES {
            shown.push(format!("… (+{})", lines.len() - LINES));
        }
        if shown.is_empty() { "–".to_owned() } else { shown.join("<br>") }
    };
    let law = if row.law.is_empty() { String::new() } else { format!(" ({})", plain(&row.law)) };
    let mut why = format!("{}{law}", plain(&row.reason));
    row.touches.iter().chain(&row.decided).for_each(|more| _ = write!(why, "<br>{}", plain(more)));
    _ = write!(why, "<br>`{}` `{}`", row.code, row.fingerprint);
    format!("| {} | {} | {} | {why} |\n", plain(&row.way), lines(&row.before), lines(&row.after))
}

fn findings(group: &Group, comment: &mut Comment) {
    let mut head = format!("\n### {}\n\n", plain(&group.heading));
    let mut left = 0;
    for line in &group.lines {
        let (message, address) = (plain(&shortened(&line.message, MOST)), plain(&line.address));
        match comment.add(&format!("{head}- `{}` {message} ({address})\n", line.code)) {
            true => head.clear(),
            false => left += 1,
        }
    }
    if left > 0 {
        comment.limit += 200;
        comment.add(&format!("{head}- … (+{left})\n"));
        comment.limit -= 200;
    }
}

/// Escapes all Markdown syntax, and joins lines.
fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    escape(&words.replace(['\n', '\r'], " "), true, &mut text);
    text
}
