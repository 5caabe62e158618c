//! A comparison as Markdown, for a comment on a pull request that suffices for a decision.

use std::fmt::Write as _;

use crate::diff::form::marked::{Piece, cut};
use crate::diff::form::{Group, Row, Section, Told};
use crate::diff::grade::Grade;
use crate::render::words::escape;
use crate::say::Tongue;

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

/// How many bytes are kept for a line that counts what is left out.
const COUNT: usize = 300;

/// The codes of decisions on grades.
const DECISIONS: [&str; 2] = ["decision-added", "decision-removed"];

/// A comment that grows only as long as it may.
struct Comment {
    text: String,
    /// How long it may be for now.
    limit: usize,
    /// How many changes of each grade were left out, as in [`Grade::ALL`].
    left: [usize; 4],
    /// Whether a part of a text or list was left out.
    is_cut: bool,
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
    let mut comment = Comment { text: String::new(), limit: LONGEST - KEPT, left: [0; 4], is_cut: false };
    comment.add(&format!("## {}\n\n", plain(&told.title)));
    told.not_compared
        .iter()
        .chain(&told.selection)
        .for_each(|line| _ = comment.add(&format!("**{}**\n\n", plain(line))));
    comment.add(&format!("**{}** {}\n\n", plain(&told.summary), plain(&told.meaning)));
    comment.add(&format!("{}\n", plain(&told.versions)));
    decisions(told, &mut comment);
    tasks(told, &mut comment);
    for grade in Grade::ALL {
        self::grade(grade, told, &mut comment);
    }
    let left = left(told, comment.left);
    comment.limit = LONGEST - 500;
    left.iter().for_each(|left| _ = comment.add(&format!("\n**{left}**\n")));
    comment.limit = LONGEST - 1_500;
    told.findings.iter().for_each(|group| findings(group, &mut comment));
    told.standing.iter().for_each(|line| _ = comment.add(&format!("\n{}\n", plain(line))));
    told.pages.iter().for_each(|listed| headed(&listed.heading, &listed.of, &mut comment));
    if !told.unread.is_empty() {
        headed(&told.labels.unread, &told.unread, &mut comment);
    }
    comment.limit = LONGEST;
    if comment.is_cut {
        comment.add(&format!("\n{}\n", told.labels.cut));
    }
    comment.text
}

/// What has no room: the number of changes in each grade.
fn left(told: &Told, left: [usize; 4]) -> Option<String> {
    let tongue = Tongue::parse(told.lang).unwrap_or_default();
    let counts: Vec<String> = Grade::ALL
        .into_iter()
        .zip(left)
        .filter(|(_, count)| *count > 0)
        .map(|(grade, count)| format!("{count} {}", grade.counted(count).get(tongue)))
        .collect();
    (!counts.is_empty()).then(|| told.labels.left.replace("{counts}", &counts.join(", ")))
}

fn tasks(told: &Told, comment: &mut Comment) {
    if told.tasks.is_empty() {
        return;
    }
    comment.add(&format!("\n### {}\n\n", plain(&told.labels.tasks)));
    for task in &told.tasks {
        let (when, whose) = (&told.labels.when, &told.labels.whose);
        let head = format!(
            "- [ ] **{}**<br>{when}: {}<br>{whose}: {}\n",
            plain(&task.what),
            plain(&task.when),
            plain(&task.whose)
        );
        comment.add(&head);
        list(&task.of, "  ", comment);
    }
}

/// Decisions on grades that are new: nobody may overlook that somebody decided on a grade.
fn decisions(told: &Told, comment: &mut Comment) {
    let rows: Vec<&Row> = told.sections.iter().flat_map(|section| &section.rows).filter(is_decision).collect();
    if rows.is_empty() {
        return;
    }
    comment.add(&format!("\n### {}\n\n", plain(&told.labels.decisions)));
    let text = |lines: &[Vec<Piece>]| lines.iter().flatten().map(|piece| piece.text.as_str()).collect::<String>();
    let line = |row: &&Row| {
        let decision = if row.after.is_empty() { &row.before } else { &row.after };
        format!("{} {}", row.reason, text(decision))
    };
    list(&rows.iter().map(line).collect::<Vec<_>>(), "", comment);
}

/// Whether a row is a decision that is added, changed or removed.
fn is_decision(row: &&Row) -> bool {
    DECISIONS.contains(&row.code)
}

/// A heading with its list, or what has room of it. Without room for the heading, the list is counted below what stands
/// before it, so it begins with the heading.
fn headed(heading: &str, of: &[String], comment: &mut Comment) {
    let head = format!("\n### {}\n\n", plain(heading));
    let room = comment.limit;
    // Room for the last line of the list, which counts what is left out.
    comment.limit = room.saturating_sub(COUNT);
    let fits = comment.add(&head);
    if fits {
        comment.limit = room;
        list(of, "", comment);
        return;
    }
    comment.limit = LONGEST - COUNT;
    comment.add(&format!("{head}- … (+{})\n", of.len()));
    comment.is_cut = true;
    comment.limit = room;
}

/// The first things of a list, and how many more there are.
fn list(of: &[String], indentation: &str, comment: &mut Comment) {
    let room = comment.limit;
    comment.limit = room.saturating_sub(COUNT);
    let mut shown = 0;
    for thing in of.iter().take(THINGS) {
        let line = format!("{indentation}- {}\n", short(thing, &mut comment.is_cut));
        if !comment.add(&line) {
            break;
        }
        shown += 1;
    }
    comment.limit = room;
    comment.is_cut |= shown < of.len();
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
        comment.left[place(grade)] += count;
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
        let mut is_cut = false;
        let told = self::row(row, labels.place.as_str(), &mut is_cut);
        match comment.add(&format!("{head}{told}")) {
            true => {
                head.clear();
                comment.is_cut |= is_cut;
            }
            false => comment.left[place(grade)] += 1,
        }
    }
}

fn place(grade: Grade) -> usize {
    Grade::ALL.iter().position(|known| *known == grade).unwrap_or_default()
}

fn row(row: &Row, place: &str, is_cut: &mut bool) -> String {
    let mut lines = |lines: &[Vec<Piece>]| {
        let mut shown: Vec<String> = lines.iter().take(LINES).map(|line| marked(line, is_cut)).collect();
        if lines.len() > LINES {
            *is_cut = true;
            shown.push(format!("… (+{})", lines.len() - LINES));
        }
        if shown.is_empty() { "–".to_owned() } else { shown.join("<br>") }
    };
    let (before, after) = (lines(&row.before), lines(&row.after));
    let law = if row.law.is_empty() { String::new() } else { format!(" ({})", plain(&row.law)) };
    let mut why = format!("{}{law}", plain(&row.reason));
    let more = row.countries.iter().chain(&row.touches).chain(&row.decided);
    more.for_each(|more| _ = write!(why, "<br>{}", plain(more)));
    row.site.iter().for_each(|site| _ = write!(why, "<br>{place}: {}", plain(site)));
    _ = write!(why, "<br>`{}` `{}`", row.code, row.fingerprint);
    format!("| {} | {before} | {after} | {why} |\n", plain(&row.way))
}

/// A line with the words marked that are not the same on the other side.
fn marked(line: &[Piece], is_cut: &mut bool) -> String {
    let (line, left) = cut(line, MOST);
    let mut text = String::new();
    for piece in &line {
        match piece.is_changed {
            false => text.push_str(&plain(&piece.text)),
            true => {
                let words = piece.text.trim_end();
                _ = write!(text, "<strong>{}</strong>{}", plain(words), &piece.text[words.len()..]);
            }
        }
    }
    if left > 0 {
        *is_cut = true;
        _ = write!(text, " … (+{left})");
    }
    text
}

/// The beginning of a text, with the number of characters that are left out.
fn short(text: &str, is_cut: &mut bool) -> String {
    marked(&[Piece { text: text.to_owned(), is_changed: false }], is_cut)
}

fn findings(group: &Group, comment: &mut Comment) {
    let note = group.note.as_ref().map(|note| format!("{}\n\n", plain(note))).unwrap_or_default();
    let mut head = format!("\n### {}\n\n{note}", plain(&group.heading));
    let mut left = 0;
    for line in &group.lines {
        let (message, address) = (short(&line.message, &mut comment.is_cut), plain(&line.address));
        match comment.add(&format!("{head}- `{}` {message} ({address})\n", line.code)) {
            true => head.clear(),
            false => left += 1,
        }
    }
    if left > 0 {
        comment.is_cut = true;
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
