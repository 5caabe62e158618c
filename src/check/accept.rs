//! Findings that are accepted: beside the record they are about, or in `accept.yaml`.

mod told;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use jiff::civil;

use crate::check::Conditions;
use crate::check::levels::Levels;
use crate::check::{records, rules};
use crate::draft::locate::{one_line, quote};
use crate::draft::nearest::nearest;
use crate::finding::{Finding, Findings, Level, Place};
use crate::model::acceptance::{Acceptance, AcceptedFinding};
use crate::model::{List, Text};
use crate::resolve::Register;

/// A finding that is accepted.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The finding.
    pub finding: Finding,
    /// The id of the record in which it stands, where that has one.
    pub record: Option<String>,
    /// Why it is accepted.
    pub because: Text,
    /// The last day on which it is.
    pub until: Option<civil::Date>,
}

/// An acceptance, wherever it is written.
struct Claim<'r> {
    rule: &'r str,
    because: &'r Text,
    until: Option<civil::Date>,
    /// Where it is written.
    at: Place,
    scope: Scope<'r>,
}

/// What an acceptance covers.
enum Scope<'r> {
    /// The record it is written in.
    Own(Place),
    /// A file or a record, and there everything or what is marked so.
    In(&'r str, Option<&'r str>),
}

/// The findings of one municipality while acceptances are laid on them.
struct Desk<'d, 'r> {
    findings: &'d Findings,
    records: Vec<(&'r str, Place)>,
    by_rule: HashMap<(u32, &'static str), Vec<usize>>,
    quotes: Vec<OnceCell<String>>,
    /// The number of the claim that accepts a finding.
    taken: Vec<Option<usize>>,
}

/// Takes out the findings that are accepted and gives them with their reasons. Reports acceptances that name no rule or
/// file, match nothing, or have passed their day. Of files that were not wholly understood it is not said that nothing
/// matches there.
pub(super) fn apply(
    register: &Register,
    conditions: Conditions,
    (levels, unread): (&Levels, &BTreeSet<u32>),
    findings: &mut Findings,
) -> Vec<Accepted> {
    let claims = claims(register);
    if claims.is_empty() {
        return Vec::new();
    }
    let mut desk = Desk::new(register, findings);
    let mut about_claims = Findings::new();
    for (number, claim) in claims.iter().enumerate() {
        match valid(claim, &desk, conditions, levels) {
            Err(finding) => about_claims.push(*finding),
            Ok(places) => {
                let is_unread = places.iter().any(|place| unread.contains(&place.file));
                if !desk.take(number, claim, &places, conditions) && !is_unread {
                    about_claims.push(unused(claim, &places, &desk, conditions));
                }
            }
        }
    }
    let Desk { taken, records, .. } = desk;
    let mut accepted = Vec::new();
    let all = std::mem::take(findings);
    for (finding, claim) in all.into_iter().zip(taken) {
        match claim.and_then(|number| claims.get(number)) {
            Some(claim) => accepted.push(Accepted {
                record: record_of(finding.place, &records).map(str::to_owned),
                finding,
                because: claim.because.clone(),
                until: claim.until,
            }),
            None => findings.push(finding),
        }
    }
    findings.append(&mut about_claims);
    accepted
}

/// Every acceptance; a part does not take over those of its whole.
fn claims(register: &Register) -> Vec<Claim<'_>> {
    let activities = register.activities.values().map(|activity| (&activity.accept, activity.at));
    let notices = register.notices.values().map(|notice| (&notice.accept, notice.at));
    let municipality = &register.municipality;
    let beside = activities.chain(notices).chain([(&municipality.accept, municipality.at)]);
    let beside = beside.flat_map(|(list, whole): (&List<Acceptance>, Place)| {
        list.iter().filter(move |acceptance| acceptance.at.file == whole.file).map(move |acceptance| {
            let Acceptance { rule, because, until, at } = acceptance;
            Claim { rule, because, until: until.map(|until| until.day), at: *at, scope: Scope::Own(whole) }
        })
    });
    let entries = register.accept.iter().map(|entry| {
        let AcceptedFinding { rule, r#in, quote, because, until, at } = entry;
        let scope = Scope::In(r#in, quote.as_deref());
        Claim { rule, because, until: until.map(|until| until.day), at: *at, scope }
    });
    beside.chain(entries).collect()
}

impl<'d, 'r> Desk<'d, 'r> {
    fn new(register: &'r Register, findings: &'d Findings) -> Self {
        let mut by_rule: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, finding) in findings.iter().enumerate() {
            by_rule.entry((finding.place.file, finding.code)).or_default().push(index);
        }
        let (quotes, taken) = (vec![OnceCell::new(); findings.len()], vec![None; findings.len()]);
        Self { findings, records: records::named(register), by_rule, quotes, taken }
    }

    /// The findings of a rule in some places.
    fn of(&self, rule: &'static str, places: &[Place]) -> Vec<usize> {
        let in_place = |place: &Place| {
            let all = self.by_rule.get(&(place.file, rule)).into_iter().flatten().copied();
            let is_inside = |index: &usize| records::is_inside(self.findings[*index].place, *place);
            all.filter(is_inside).collect::<Vec<_>>()
        };
        places.iter().flat_map(in_place).collect()
    }

    fn quote(&self, index: usize, conditions: Conditions) -> &str {
        self.quotes[index].get_or_init(|| quote(&self.findings[index], conditions.sources))
    }

    /// Takes what a claim accepts, and gives whether there was something.
    fn take(&mut self, number: usize, claim: &Claim, places: &[Place], conditions: Conditions) -> bool {
        let mut any = false;
        for index in self.of(code(claim), places) {
            let is_meant = match claim.scope {
                Scope::In(_, Some(words)) => one_line(words) == self.quote(index, conditions),
                Scope::Own(_) | Scope::In(_, None) => true,
            };
            if is_meant && self.taken[index].is_none() {
                self.taken[index] = Some(number);
                any = true;
            }
        }
        any
    }
}

/// The code of the rule that a claim names.
fn code(claim: &Claim) -> &'static str {
    rules::all().find(|known| known.code == claim.rule).map_or("", |known| known.code)
}

/// The record in which a place stands.
fn record_of<'d>(place: Place, records: &[(&'d str, Place)]) -> Option<&'d str> {
    records.iter().find(|(_, whole)| records::is_inside(place, *whole)).map(|(id, _)| *id)
}

/// The places that a claim is about, or what is wrong with it.
fn valid(claim: &Claim, desk: &Desk, conditions: Conditions, levels: &Levels) -> Result<Vec<Place>, Box<Finding>> {
    let Claim { rule, because: _, until, at, scope } = claim;
    let Some(known) = rules::all().find(|known| known.code == *rule) else {
        return Err(Box::new(told::unknown_rule(rule, *at)));
    };
    let places = match scope {
        Scope::Own(whole) => vec![*whole],
        Scope::In(name, _) => places(name, desk, conditions),
    };
    if let (Scope::In(name, _), true) = (scope, places.is_empty()) {
        return Err(nowhere(name, *at, desk, conditions));
    }
    if levels.of(known) == Some(Level::Error) && until.is_none() {
        return Err(Box::new(told::without_day(rule, *at)));
    }
    if until.is_some_and(|until| until < conditions.today) {
        return Err(Box::new(told::expired(rule, *at)));
    }
    Ok(places)
}

/// A file of that path, or the records of that id.
fn places(name: &str, desk: &Desk, conditions: Conditions) -> Vec<Place> {
    let files = &conditions.sources.files;
    let file = files.iter().position(|file| file.inside == name).and_then(|index| u32::try_from(index).ok());
    match file {
        Some(file) => vec![Place { file, start: 0, end: u32::MAX }],
        None => desk.records.iter().filter(|(id, _)| *id == name).map(|(_, at)| *at).collect(),
    }
}

fn nowhere(name: &str, at: Place, desk: &Desk, conditions: Conditions) -> Box<Finding> {
    let paths = conditions.sources.files.iter().map(|file| file.inside.as_str());
    let near = nearest(name, paths.chain(desk.records.iter().map(|(id, _)| *id)));
    Box::new(told::nowhere(name, near, at))
}

/// A claim that matches nothing: where the rule finds something else in the place, that is named.
fn unused(claim: &Claim, places: &[Place], desk: &Desk, conditions: Conditions) -> Finding {
    let Claim { rule, at, .. } = claim;
    let Scope::In(place, words) = claim.scope else { return told::unused_here(rule, *at) };
    let open = desk.of(code(claim), places).into_iter().find(|index| desk.taken[*index].is_none());
    match (open, words) {
        (Some(open), Some(_)) => told::marked_otherwise(rule, place, desk.quote(open, conditions), *at),
        _ => told::unused_in(rule, place, *at),
    }
}
