//! The output formats of a comparison. All have the same sections, in one language.

mod content;
pub(crate) mod entry;
mod findings;
mod flat;
pub(crate) mod github;
mod headline;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod line;
pub(crate) mod markdown;
pub(crate) mod marked;
mod pages;
mod remarks;
pub(crate) mod sarif;
mod settings;
mod tasks;
pub(crate) mod text;

pub(crate) use content::{Group, Line, Listed, Row, Section, Task, Told};
pub(crate) use tasks::kind;

use std::collections::BTreeMap;

use crate::diff::RecordKind;
use crate::diff::grade::Graded;
use crate::diff::report::{Municipality, Report};
use crate::diff::site::Site;
use crate::diff::value::Value;
use crate::diff::words::Speaker;
use crate::say;
use crate::say::Tongue;

/// How many names are listed; the rest is counted.
const MOST: usize = 12;

/// Puts a comparison into words in one language.
#[must_use]
pub fn tell(report: &Report, tongue: Tongue) -> Told {
    let several = report.municipalities.len() > 1;
    let of_records = report.municipalities.iter().flat_map(|municipality| sections(municipality, several, tongue));
    let (before, after) = (&report.before, &report.after);
    let told = Told {
        lang: tongue.code(),
        title: headline::title(tongue),
        versions: format!("{before} → {after}"),
        not_compared: headline::not_compared(report, tongue),
        summary: headline::summary(report, tongue),
        meaning: headline::meaning(report, tongue),
        selection: report.selection.words().map(|words| words.get(tongue).to_owned()),
        tasks: tasks::tasks(report, tongue),
        sections: settings::section(&report.settings, tongue).into_iter().chain(of_records).collect(),
        findings: remarks::groups(report, tongue).into_iter().chain(findings::groups(report, tongue)).collect(),
        standing: findings::standing(report, tongue),
        pages: pages::pages(report, tongue),
        unread: report.municipalities.iter().flat_map(unread).collect(),
        labels: content::labels(tongue),
    };
    told.shown()
}

/// The files that are not compared, with the municipality; a municipality alone is all of it.
fn unread(municipality: &Municipality) -> Vec<String> {
    let whole = |path: &String| format!("{}/{path}", municipality.id).trim_end_matches('/').to_owned();
    municipality.unread.iter().map(whole).collect()
}

/// The changes by subject: subjects sorted by their highest grade, changes by grade.
fn sections(municipality: &Municipality, several: bool, tongue: Tongue) -> Vec<Section> {
    let speaker = Speaker::new(municipality, tongue);
    let mut by_subject: BTreeMap<(RecordKind, &str), Vec<&Graded>> = BTreeMap::new();
    for graded in &municipality.changes {
        by_subject.entry((graded.change.subject.room, graded.change.subject.id())).or_default().push(graded);
    }
    let mut groups: Vec<_> = by_subject.into_iter().collect();
    let heaviest = |group: &[&Graded]| group.iter().map(|graded| graded.grade).max();
    groups.sort_by_key(|(_, group)| std::cmp::Reverse(heaviest(group)));
    let section = |((room, id), mut group): ((RecordKind, &str), Vec<&Graded>)| {
        group.sort_by_key(|graded| std::cmp::Reverse(graded.grade));
        let place = if several {
            format!(", {}", speaker.name(RecordKind::Municipality, &municipality.id))
        } else {
            String::new()
        };
        Section {
            heading: speaker.title(room, id),
            kind: format!("{} {id}{place}", speaker.room(room)),
            note: group.iter().find_map(|graded| speaker.recognised(graded)),
            rows: group.into_iter().map(|graded| row(graded, &speaker, tongue)).collect(),
        }
    };
    groups.into_iter().map(section).collect()
}

fn row(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> Row {
    let name = graded.change.fields().last().copied().unwrap_or_default();
    let lines = |value: &Option<Value>| value.as_ref().map(|value| speaker.lines(name, value)).unwrap_or_default();
    let (before, after) = marked::sides(lines(&graded.change.before), lines(&graded.change.after));
    Row {
        grade: graded.grade,
        word: graded.grade.words().get(tongue).to_owned(),
        code: graded.code,
        fingerprint: graded.fingerprint.clone(),
        way: way(graded, speaker, tongue),
        before,
        after,
        reason: graded.reason.get(tongue).to_owned(),
        law: graded.law.get(tongue).to_owned(),
        touches: touches(graded, speaker, tongue),
        decided: decided(graded, tongue),
        site: graded.site.as_ref().map(|site| where_is(site, tongue)),
        countries: countries(graded, speaker, tongue),
    }
}

/// The file and line of a change. What is only in the version before is found there.
fn where_is(site: &Site, tongue: Tongue) -> String {
    let place = format!("{}:{}", site.file, site.line);
    match site.is_before {
        false => place,
        true => say!(en: "{place}, before", sv: "{place}, före", da: "{place}, før").get(tongue).to_owned(),
    }
}

/// The countries of the parties that a change names.
fn countries(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> Option<String> {
    let unknown = say!(en: "not known", sv: "inte känt", da: "ikke kendt");
    let name = |country: &Option<String>| match country {
        Some(code) => speaker.country(code),
        None => unknown.get(tongue).to_owned(),
    };
    let list = graded.countries.iter().map(name).collect::<Vec<_>>().join(", ");
    let message = match graded.countries.len() {
        0 => return None,
        1 => say!(en: "Country: {list}.", sv: "Land: {list}.", da: "Land: {list}."),
        _ => say!(en: "Countries: {list}.", sv: "Länder: {list}.", da: "Lande: {list}."),
    };
    Some(message.get(tongue).to_owned())
}

/// The path to the value, and whether the value was added or removed.
fn way(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> String {
    let way = speaker.way(&graded.change);
    let came = match (&graded.change.before, &graded.change.after) {
        _ if graded.change.path.is_empty() => return way,
        (None, Some(_)) => say!(en: "added", sv: "nytt", da: "nyt"),
        (Some(_), None) => say!(en: "removed", sv: "borttaget", da: "fjernet"),
        _ => return way,
    };
    format!("{way} ({})", came.get(tongue))
}

/// The other activities that a change affects.
fn touches(graded: &Graded, speaker: &Speaker, tongue: Tongue) -> Option<String> {
    let own = (graded.change.subject.room == RecordKind::Activities).then(|| graded.change.subject.id());
    let activities = &graded.touched.activities;
    let count = activities.len() - usize::from(own.is_some_and(|own| activities.contains(own)));
    let others = activities.iter().filter(|id| Some(id.as_str()) != own);
    let told: Vec<String> = others.take(MOST).map(|id| speaker.title(RecordKind::Activities, id)).collect();
    let more = count - told.len();
    let list = told.join(", ");
    let message = match (count, more) {
        (0, _) => return None,
        (_, 0) => say!(en: "Concerns: {list}.", sv: "Berör: {list}.", da: "Berører: {list}.", list = list),
        _ => {
            say!(
                en: "Concerns: {list} and {more} more.",
                sv: "Berör: {list} och {more} till.",
                da: "Berører: {list} og {more} mere.",
                list = list,
                more = more,
            )
        }
    };
    Some(message.get(tongue).to_owned())
}

fn decided(graded: &Graded, tongue: Tongue) -> Option<String> {
    let decided = graded.decided.as_ref()?;
    let until = decided.until.map(|until| until.to_string()).unwrap_or_default();
    let because = if decided.because.is_empty() { String::new() } else { format!(": {}", decided.because) };
    let message = say!(
        en: "Graded by a decision in ropa.toml (usually {usual}), until {until}{because}",
        sv: "Bedömd genom beslut i ropa.toml (annars {usual}), till och med {until}{because}",
        da: "Vurderet ved beslutning i ropa.toml (ellers {usual}), til og med {until}{because}",
        usual = graded.usual.words(),
        until = until,
        because = because,
    );
    Some(message.get(tongue).to_owned())
}
