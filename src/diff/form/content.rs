//! A comparison in words, independent of the output format.

use std::borrow::Cow;

use serde::Serialize;

use crate::diff::form::marked::Marked;
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
    /// Which changes are shown, if not all.
    pub selection: Option<String>,
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
            selection,
            tasks,
            sections,
            findings,
            standing,
            pages,
            unread,
            labels: _,
        } = &mut self;
        show(versions);
        not_compared.iter_mut().chain(selection).chain(standing).for_each(show);
        tasks.iter_mut().for_each(|Task { what: _, when: _, whose, of }| {
            std::iter::once(whose).chain(of).for_each(show);
        });
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
        for row in rows {
            let Row { grade: _, word: _, code: _, fingerprint: _, way, before, after, reason, law, .. } = row;
            let Row { touches, decided, site, countries, .. } = row;
            let more = [touches, decided, site, countries].into_iter().flatten();
            let values = before.iter_mut().chain(after).flatten().map(|piece| &mut piece.text);
            [way, reason, law].into_iter().chain(values).chain(more).for_each(show);
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
    /// By when, with its law.
    pub when: String,
    /// Who decides.
    pub whose: String,
    /// What it applies to: changes of one kind together, with whom they concern.
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
    pub before: Vec<Marked>,
    /// The value after, one entry per line.
    pub after: Vec<Marked>,
    /// The reason for the grade.
    pub reason: String,
    /// The legal source.
    pub law: String,
    /// The other activities affected.
    pub touches: Option<String>,
    /// The decision in `ropa.toml` that gave it another grade.
    pub decided: Option<String>,
    /// The file and line.
    pub site: Option<String>,
    /// The countries of the parties that it names.
    pub countries: Option<String>,
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
    /// Why it matters, once for all of them.
    pub note: Option<String>,
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
    /// The heading of decisions on grades that changed.
    pub decisions: String,
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
    /// The label of a file and line.
    pub place: String,
    /// The label of the time of a task.
    pub when: String,
    /// The label of who decides.
    pub whose: String,
    /// The sentence for omitted changes; `{counts}` is replaced by their number in each grade.
    pub left: String,
    /// The sentence for texts and lists of which only a part is shown.
    pub cut: String,
}

/// The headings and column titles in one language.
pub(super) fn labels(tongue: Tongue) -> Labels {
    let one = |message: Message| message.get(tongue).to_owned();
    Labels {
        decisions: one(say!(
            en: "New, changed or removed decisions on grades; they do not count in this comparison",
            sv: "Nya, ändrade eller borttagna beslut om grader; de räknas inte i den här jämförelsen",
            da: "Nye, ændrede eller fjernede beslutninger om grader; de tæller ikke i denne sammenligning",
        )),
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
        place: one(say!(en: "Where", sv: "Var", da: "Hvor")),
        when: one(say!(en: "When", sv: "När", da: "Hvornår")),
        whose: one(say!(en: "Decided by", sv: "Beslutas av", da: "Besluttes af")),
        left: one(say!(
            en: "More changes have no room here: {counts}. `ropa diff --format html` shows all of them.",
            sv: "Fler ändringar får inte plats här: {counts}. `ropa diff --format html` visar alla.",
            da: "Der er ikke plads til flere ændringer her: {counts}. `ropa diff --format html` viser dem alle.",
            counts = "{counts}",
        )),
        cut: one(say!(
            en: "Where `…` stands, a text or a list is cut, with the number of what is left out; `ropa diff --format html` shows all of it.",
            sv: "Där det står `…` är en text eller lista avkortad, med antalet som utelämnats; `ropa diff --format html` visar allt.",
            da: "Hvor der står `…`, er en tekst eller liste afkortet med angivelse af, hvor meget der er udeladt; `ropa diff --format html` viser det hele.",
        )),
    }
}
