//! A comparison in words, independent of the output format.

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
    /// The title.
    pub title: String,
    /// The versions compared.
    pub versions: String,
    /// What could not be compared.
    pub not_compared: Option<String>,
    /// The number of changes per grade.
    pub summary: String,
    /// What the highest grade means.
    pub meaning: String,
    /// The tasks that follow from the changes.
    pub tasks: Vec<Task>,
    /// The changes, by record.
    pub sections: Vec<Section>,
    /// The findings that are not the same in both versions, by what became of them.
    pub findings: Vec<Group>,
    /// How many findings are the same.
    pub standing: Vec<String>,
    /// The public pages that change.
    pub pages: Vec<Listed>,
    /// Files that could not be compared.
    pub unread: Vec<String>,
    /// Headings and column titles.
    pub labels: Labels,
}

impl Told {
    /// Escapes invisible and control characters, and puts each text on one line.
    pub(super) fn shown(mut self) -> Self {
        let Self {
            lang: _,
            title: _,
            versions,
            not_compared,
            summary: _,
            meaning: _,
            tasks,
            sections,
            findings,
            standing,
            pages,
            unread,
            labels: _,
        } = &mut self;
        show(versions);
        not_compared.iter_mut().chain(standing).for_each(show);
        tasks.iter_mut().flat_map(|Task { what: _, of }| of).for_each(show);
        sections.iter_mut().for_each(Section::show);
        findings.iter_mut().flat_map(|group| &mut group.lines).for_each(|Line { code: _, message, address }| {
            show(message);
            show(address);
        });
        pages.iter_mut().flat_map(|listed| &mut listed.of).chain(unread).for_each(show);
        self
    }
}

impl Section {
    fn show(&mut self) {
        let Self { heading, kind, note, rows } = self;
        [heading, kind].into_iter().chain(note).for_each(show);
        for Row { grade: _, word: _, code: _, fingerprint: _, way, before, after, reason, law, touches, decided } in
            rows
        {
            [way, reason, law].into_iter().chain(before).chain(after).chain(touches).chain(decided).for_each(show);
        }
    }
}

fn show(text: &mut String) {
    if let Cow::Owned(shown) = visible::line(text) {
        *text = shown;
    }
}

/// A task.
#[derive(Debug, Serialize)]
pub struct Task {
    /// The task.
    pub what: String,
    /// What it applies to.
    pub of: Vec<String>,
}

/// The changes of one record.
#[derive(Debug, Serialize)]
pub struct Section {
    /// The name of the record.
    pub heading: String,
    /// Its kind, its id and, if there are several, its municipality.
    pub kind: String,
    /// How the record was recognised, if under another id.
    pub note: Option<String>,
    /// The changes, sorted by grade, highest first.
    pub rows: Vec<Row>,
}

/// One change.
#[derive(Debug, Serialize)]
pub struct Row {
    /// The grade.
    pub grade: Grade,
    /// The grade in words.
    pub word: String,
    /// The code of the kind of change.
    pub code: &'static str,
    /// What tells the change from all others.
    pub fingerprint: String,
    /// The path to the value.
    pub way: String,
    /// The value before, one entry per line.
    pub before: Vec<String>,
    /// The value after, one entry per line.
    pub after: Vec<String>,
    /// The reason for the grade.
    pub reason: String,
    /// The legal source.
    pub law: String,
    /// The other activities affected.
    pub touches: Option<String>,
    /// The decision in `ropa.toml` that gave it another grade.
    pub decided: Option<String>,
}

/// A list with its heading.
#[derive(Debug, Serialize)]
pub struct Listed {
    /// What is listed.
    pub heading: String,
    /// The items.
    pub of: Vec<String>,
}

/// Findings of which the same became.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What became of them.
    pub heading: String,
    /// The findings.
    pub lines: Vec<Line>,
}

/// A finding.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Its level and code.
    pub code: String,
    /// Its message.
    pub message: String,
    /// Its path, line and column.
    pub address: String,
}

/// Headings and column titles.
#[derive(Debug, Serialize)]
pub struct Labels {
    /// The heading of the tasks.
    pub tasks: String,
    /// The column title of grades.
    pub grade: String,
    /// The column title of fields.
    pub what: String,
    /// The column title of values before.
    pub before: String,
    /// The column title of values after.
    pub after: String,
    /// The column title of reasons.
    pub why: String,
    /// The heading of files that could not be compared.
    pub unread: String,
    /// The label of the legal source.
    pub law: String,
    /// The sentence for omitted changes; `{count}` is replaced by their number.
    pub left: String,
}

/// The headings and column titles in one language.
pub(super) fn labels(tongue: Tongue) -> Labels {
    let one = |message: Message| message.get(tongue).to_owned();
    Labels {
        tasks: one(say!(en: "To do", sv: "Att göra", da: "Skal gøres")),
        grade: one(say!(en: "Grade", sv: "Grad", da: "Grad")),
        what: one(say!(en: "What", sv: "Vad", da: "Hvad")),
        before: one(say!(en: "Before", sv: "Före", da: "Før")),
        after: one(say!(en: "After", sv: "Efter", da: "Efter")),
        why: one(say!(en: "Why", sv: "Varför", da: "Hvorfor")),
        unread: one(say!(
            en: "Not compared, because a version could not be read whole or may not be published",
            sv: "Inte jämfört, eftersom en version inte kunde läsas i sin helhet eller inte får publiceras",
            da: "Ikke sammenlignet, fordi en version ikke kunne læses fuldt ud eller ikke må offentliggøres"
        )),
        law: one(say!(en: "Law", sv: "Lag", da: "Lov")),
        left: one(say!(
            en: "{count} more changes have no room here; `ropa diff --format html` shows all of them.",
            sv: "Ytterligare {count} ändringar får inte plats här; `ropa diff --format html` visar alla.",
            da: "Yderligere {count} ændringer er der ikke plads til her; `ropa diff --format html` viser dem alle.",
            count = "{count}",
        )),
    }
}
