//! A comparison in words, before it takes a form.

use std::borrow::Cow;

use serde::Serialize;

use crate::diff::grade::Grade;
use crate::say;
use crate::say::{Message, Tongue};
use crate::visible;

/// A comparison in words.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The language (ISO 639-1).
    pub lang: &'static str,
    /// What it is.
    pub title: String,
    /// The versions that are compared.
    pub versions: String,
    /// How many changes of which grade.
    pub summary: String,
    /// What the heaviest grade means.
    pub meaning: String,
    /// What must be done, each with what it is for.
    pub tasks: Vec<Task>,
    /// The changes, by what they are about.
    pub sections: Vec<Section>,
    /// Findings that came.
    pub introduced: Vec<Line>,
    /// Findings that went.
    pub resolved: Vec<Line>,
    /// What could not be compared.
    pub unread: Vec<String>,
    /// The words of headings and columns.
    pub labels: Labels,
}

impl Told {
    /// The same, without characters that nobody sees or that a terminal obeys, each piece on one line.
    pub(super) fn shown(mut self) -> Self {
        let Self {
            lang: _,
            title: _,
            versions,
            summary: _,
            meaning: _,
            tasks,
            sections,
            introduced,
            resolved,
            unread,
            labels: _,
        } = &mut self;
        show(versions);
        tasks.iter_mut().flat_map(|Task { what: _, of }| of).for_each(show);
        sections.iter_mut().for_each(Section::show);
        introduced.iter_mut().chain(resolved).for_each(|Line { code: _, message, address }| {
            show(message);
            show(address);
        });
        unread.iter_mut().for_each(show);
        self
    }
}

impl Section {
    fn show(&mut self) {
        let Self { heading, kind, note, rows } = self;
        [heading, kind].into_iter().chain(note).for_each(show);
        for Row { grade: _, word: _, code: _, way, before, after, reason, law, touches, decided } in rows {
            [way, reason, law].into_iter().chain(before).chain(after).chain(touches).chain(decided).for_each(show);
        }
    }
}

fn show(text: &mut String) {
    if let Cow::Owned(shown) = visible::line(text) {
        *text = shown;
    }
}

/// Something that must be done.
#[derive(Debug, Serialize)]
pub struct Task {
    /// What.
    pub what: String,
    /// For what.
    pub of: Vec<String>,
}

/// The changes of one record.
#[derive(Debug, Serialize)]
pub struct Section {
    /// What it is called.
    pub heading: String,
    /// Of which municipality and kind.
    pub kind: String,
    /// What else to know of it.
    pub note: Option<String>,
    /// The changes, the heaviest first.
    pub rows: Vec<Row>,
}

/// One change.
#[derive(Debug, Serialize)]
pub struct Row {
    /// How much it weighs.
    pub grade: Grade,
    /// The same in words.
    pub word: String,
    /// The name of its kind.
    pub code: &'static str,
    /// The way to the value.
    pub way: String,
    /// The value before, in lines.
    pub before: Vec<String>,
    /// The value after, in lines.
    pub after: Vec<String>,
    /// Why it weighs that much.
    pub reason: String,
    /// The law.
    pub law: String,
    /// What else is touched.
    pub touches: Option<String>,
    /// What the register decided otherwise, and why.
    pub decided: Option<String>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its level and code.
    pub code: String,
    /// What it says.
    pub message: String,
    /// Where.
    pub address: String,
}

/// The words of headings and columns.
#[derive(Debug, Serialize)]
pub struct Labels {
    /// Above the tasks.
    pub tasks: String,
    /// The column of grades.
    pub grade: String,
    /// The column of fields.
    pub what: String,
    /// The column of values before.
    pub before: String,
    /// The column of values after.
    pub after: String,
    /// The column of reasons.
    pub why: String,
    /// Above the findings that came.
    pub introduced: String,
    /// Above the findings that went.
    pub resolved: String,
    /// Above what could not be compared.
    pub unread: String,
    /// Before the law.
    pub law: String,
    /// How many sections a short form leaves out: `{count}` stands for the number.
    pub left: String,
}

/// The words of headings and columns in one language.
pub(super) fn labels(tongue: Tongue) -> Labels {
    let one = |message: Message| message.get(tongue).to_owned();
    Labels {
        tasks: one(say!(en: "To do", sv: "Att göra", da: "Skal gøres")),
        grade: one(say!(en: "Grade", sv: "Grad", da: "Grad")),
        what: one(say!(en: "What", sv: "Vad", da: "Hvad")),
        before: one(say!(en: "Before", sv: "Före", da: "Før")),
        after: one(say!(en: "After", sv: "Efter", da: "Efter")),
        why: one(say!(en: "Why", sv: "Varför", da: "Hvorfor")),
        introduced: one(say!(en: "New findings", sv: "Nya avvikelser", da: "Nye afvigelser")),
        resolved: one(say!(en: "Resolved findings", sv: "Åtgärdade avvikelser", da: "Afhjulpne afvigelser")),
        unread: one(say!(
            en: "Not compared, because a version could not be read",
            sv: "Inte jämfört, eftersom en version inte kunde läsas",
            da: "Ikke sammenlignet, fordi en version ikke kunne læses"
        )),
        law: one(say!(en: "Law", sv: "Lag", da: "Lov")),
        left: one(say!(
            en: "{count} more records changed; `ropa diff --format html` shows all of them.",
            sv: "Ytterligare {count} poster ändrades; `ropa diff --format html` visar alla.",
            da: "Yderligere {count} poster blev ændret; `ropa diff --format html` viser dem alle.",
            count = "{count}",
        )),
    }
}
