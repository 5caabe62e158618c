//! The tasks that follow from the changes: each duty once, by when, who decides, and for changes of one kind together,
//! what it applies to and whom they concern.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};

use crate::diff::RecordKind;
use crate::diff::duty::Duty;
use crate::diff::form::{MOST, Task};
use crate::diff::grade::Graded;
use crate::diff::labels::{duty_time, duty_words};
use crate::diff::report::{Municipality, Report};
use crate::diff::value::Value;
use crate::diff::words::Speaker;
use crate::model::keys;
use crate::say;
use crate::say::Tongue;

/// The tasks, each with what it applies to: changes, or for a new version the notices.
pub(super) fn tasks(report: &Report, tongue: Tongue) -> Vec<Task> {
    let several = report.municipalities.len() > 1;
    let mut tasks = Vec::new();
    for duty in Duty::ALL {
        let mut of: IndexSet<String> = IndexSet::new();
        let mut deciders: IndexSet<String> = IndexSet::new();
        for municipality in &report.municipalities {
            let speaker = Speaker::new(municipality, tongue);
            let obliging: Vec<&Graded> =
                municipality.changes.iter().filter(|graded| graded.obliges.contains(&duty)).collect();
            let mut own: Vec<String> = Vec::new();
            if duty == Duty::NewNotice {
                own.extend(municipality.publish.iter().map(|id| speaker.name(RecordKind::Notices, id)));
                own.extend(untold(&obliging, &speaker, tongue));
            } else {
                own.extend(by_kind(&obliging, municipality, &speaker, tongue));
            }
            deciders.extend(controllers(&obliging, municipality, &speaker));
            // Two municipalities may have records of the same name.
            let name = || speaker.name(RecordKind::Municipality, &municipality.id);
            of.extend(own.into_iter().map(|line| if several { format!("{}: {line}", name()) } else { line }));
        }
        if !of.is_empty() {
            tasks.push(Task {
                what: duty_words(duty).get(tongue).to_owned(),
                when: duty_time(duty).get(tongue).to_owned(),
                whose: whose(duty, &deciders, tongue),
                of: of.into_iter().collect(),
            });
        }
    }
    tasks
}

/// The changes of each kind on one line: what changes in which records, and whom that concerns.
fn by_kind(obliging: &[&Graded], municipality: &Municipality, speaker: &Speaker, tongue: Tongue) -> Vec<String> {
    let mut kinds: IndexMap<&str, Vec<&Graded>> = IndexMap::new();
    obliging.iter().for_each(|graded| kinds.entry(graded.code).or_default().push(graded));
    let line = |changes: Vec<&Graded>| {
        let what = changes.first().map(|graded| kind(graded.reason.get(tongue))).unwrap_or_default();
        let names: IndexSet<String> = changes.iter().map(|graded| subject(graded, speaker)).collect();
        let names = listed(&names, tongue);
        let people = people(&changes, municipality, speaker);
        match people.is_empty() {
            true => format!("{what}: {names}."),
            false => say!(
                en: "{what}: {names}. Concerned: {people}.",
                sv: "{what}: {names}. Berörda: {people}.",
                da: "{what}: {names}. Berørte: {people}.",
                people = listed(&people, tongue),
            )
            .get(tongue)
            .to_owned(),
        }
    };
    kinds.into_values().map(line).collect()
}

/// What changed: the beginning of the reason of a grade.
pub(crate) fn kind(reason: &str) -> &str {
    let first = reason.split_once(". ").map_or(reason, |(first, _)| first);
    first.split_once([':', ';']).map_or(first, |(kind, _)| kind).trim_end_matches('.')
}

fn subject(graded: &Graded, speaker: &Speaker) -> String {
    let subject = &graded.change.subject;
    speaker.title(subject.room, subject.id())
}

/// The categories of data subjects of the activities that changes affect.
fn people(changes: &[&Graded], municipality: &Municipality, speaker: &Speaker) -> IndexSet<String> {
    let activities: BTreeSet<&String> = changes.iter().flat_map(|graded| &graded.touched.activities).collect();
    let known = activities.into_iter().filter_map(|id| municipality.concerned.get(id));
    known.flat_map(|concerned| &concerned.people).map(|who: &Value| speaker.value(keys::WHO, who)).collect()
}

/// The controllers of the activities that changes affect.
fn controllers(changes: &[&Graded], municipality: &Municipality, speaker: &Speaker) -> BTreeSet<String> {
    let activities = changes.iter().flat_map(|graded| &graded.touched.activities);
    let known = activities.filter_map(|id| municipality.concerned.get(id)?.controller.as_ref());
    known.map(|id| speaker.title(RecordKind::Controllers, id)).collect()
}

/// The first things of a list, and how many more there are.
fn listed(all: &IndexSet<String>, tongue: Tongue) -> String {
    let list = all.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    let more = all.len().saturating_sub(MOST);
    let message = say!(en: "{list} and {more} more", sv: "{list} och {more} till", da: "{list} og {more} mere");
    if more == 0 { list } else { message.get(tongue).to_owned() }
}

/// Who decides. The advice on an assessment is that of the data protection officer (Article 35(2)).
fn whose(duty: Duty, deciders: &IndexSet<String>, tongue: Tongue) -> String {
    let names = match deciders.is_empty() {
        false => listed(deciders, tongue),
        true => say!(en: "the controller", sv: "den personuppgiftsansvarige", da: "den dataansvarlige")
            .get(tongue)
            .to_owned(),
    };
    match duty {
        Duty::ReviewAssessment => say!(
            en: "{names}, with the advice of the data protection officer (Article 35(2) GDPR)",
            sv: "{names}, med råd från dataskyddsombudet (artikel 35.2 i dataskyddsförordningen)",
            da: "{names} med rådgivning fra databeskyttelsesrådgiveren (databeskyttelsesforordningens artikel 35, stk. 2)",
        )
        .get(tongue)
        .to_owned(),
        _ => names,
    }
}

/// The activities with a change that must be published and that no notice covers.
fn untold(obliging: &[&Graded], speaker: &Speaker, tongue: Tongue) -> Option<String> {
    let is_untold = |graded: &&&Graded| {
        graded.touched.notices.is_empty()
            && graded.change.subject.room == RecordKind::Activities
            && graded.change.after.is_some()
    };
    let names: IndexSet<String> = obliging.iter().filter(is_untold).map(|graded| subject(graded, speaker)).collect();
    let told = say!(
        en: "no notice covers these activities, only their own pages describe them: {names}",
        sv: "ingen informationstext redovisar dessa behandlingar, bara deras egna sidor: {names}",
        da: "ingen oplysningstekst beskriver disse behandlinger, kun deres egne sider: {names}",
        names = listed(&names, tongue),
    );
    (!names.is_empty()).then(|| told.get(tongue).to_owned())
}
