//! The history in words, as Markdown and as JSON.

use std::fmt::Write as _;

use serde_json::{Value as Json, json};

use crate::diff::form::line;
use crate::diff::grade::{Grade, Graded};
use crate::diff::report::{Municipality, Setting};
use crate::render::words::escape;
use crate::say;
use crate::say::{Message, Tongue};
use crate::source::git::history::Commit;
use crate::visible;

use super::history::Changed;

/// A change as it is shown.
#[derive(Clone)]
pub(super) struct Told {
    /// On one line.
    pub(super) text: String,
    /// Its grade.
    pub(super) grade: Grade,
    /// For other programs.
    json: Json,
}

/// The changes of a municipality. Those that a merge threw away are told as such.
pub(super) fn changes(municipality: &Municipality, is_lost: bool, tongue: Tongue) -> Vec<Told> {
    municipality.changes.iter().map(|graded| change(graded, municipality, is_lost, tongue)).collect()
}

fn change(graded: &Graded, municipality: &Municipality, is_lost: bool, tongue: Tongue) -> Told {
    let line = line::line(graded, municipality, tongue);
    let lost = say!(
        en: "thrown away in this merge: {line}",
        sv: "förkastat i den här sammanslagningen: {line}",
        da: "forkastet i denne fletning: {line}",
    );
    let subject = &graded.change.subject;
    let json = json!({
        "municipality": municipality.id,
        "code": graded.code,
        "fingerprint": graded.fingerprint,
        "grade": graded.grade,
        "room": subject.room,
        "id-before": subject.before,
        "id-after": subject.after,
        "activities": graded.touched.activities,
        "text": line,
        "is-thrown-away": is_lost,
    });
    Told { text: if is_lost { lost.get(tongue).to_owned() } else { line }, grade: graded.grade, json }
}

/// A change of a setting.
pub(super) fn setting(setting: &Setting, tongue: Tongue) -> Told {
    let text = line::setting(setting, tongue);
    let json = json!({
        "municipality": setting.municipality,
        "code": setting.code,
        "fingerprint": setting.fingerprint(),
        "grade": setting.grade,
        "key": setting.key,
        "text": text,
    });
    Told { text, grade: setting.grade, json }
}

/// A commit with its lines, and what could not be read; an empty string if there is nothing to tell.
pub(super) fn text(changed: &Changed, lines: &[Told], tongue: Tongue) -> String {
    let told: Vec<String> = asides(changed, lines).map(|message| message.get(tongue).to_owned()).collect();
    if told.is_empty() && lines.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    told.iter().chain(lines.iter().map(|told| &told.text)).for_each(|line| _ = writeln!(text, "  {line}"));
    let Commit { id, parents: _, day, author, subject } = &changed.commit;
    let (author, subject) = (visible::line(author), visible::line(subject));
    format!("{day} {} {author}: {subject}\n{text}\n", short(id))
}

/// The same as Markdown; nothing in it is live.
pub(super) fn markdown(changed: &Changed, lines: &[Told], tongue: Tongue) -> String {
    let plain = |words: &str| {
        let mut text = String::new();
        escape(&visible::line(words), true, &mut text);
        text
    };
    let told: Vec<String> = asides(changed, lines).map(|message| message.get(tongue).to_owned()).collect();
    if told.is_empty() && lines.is_empty() {
        return String::new();
    }
    let Commit { id, parents: _, day, author, subject } = &changed.commit;
    let mut text = format!("### {day} {}\n\n`{}` {}\n\n", plain(subject), short(id), plain(author));
    told.iter().chain(lines.iter().map(|told| &told.text)).for_each(|line| _ = writeln!(text, "- {}", plain(line)));
    text + "\n"
}

/// The same for other programs; `None` if there is nothing to tell.
pub(super) fn json(changed: &Changed, lines: &[Told]) -> Option<Json> {
    if changed.unread.is_empty() && lines.is_empty() {
        return None;
    }
    let Commit { id, parents, day, author, subject } = &changed.commit;
    Some(json!({
        "commit": id,
        "parents": parents,
        "day": day,
        "author": author,
        "subject": subject,
        "not-read": changed.unread,
        "compared-with": changed.across,
        "changes": lines.iter().map(|told| &told.json).collect::<Vec<_>>(),
    }))
}

/// What could not be read, and what was compared in its place.
fn asides<'c>(changed: &'c Changed, lines: &[Told]) -> impl Iterator<Item = Message> + use<'c> {
    let unread = changed.unread.iter().map(|path| {
        say!(
            en: "not read, and not compared: {path}",
            sv: "inte läst och inte jämförd: {path}",
            da: "ikke læst og ikke sammenlignet: {path}",
        )
    });
    let is_told = !lines.is_empty();
    let across = changed.across.iter().filter(move |_| is_told).map(|other| {
        say!(
            en: "compared with {commit}: what lies between could not be read",
            sv: "jämfört med {commit}: det som ligger emellan kunde inte läsas",
            da: "sammenlignet med {commit}: det, der ligger imellem, kunne ikke læses",
            commit = short(other),
        )
    });
    unread.chain(across)
}

fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}
