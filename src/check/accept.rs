//! Accepted findings: in `accept:` of a record, or in `accept.yaml`.

mod messages;

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

use jiff::civil;

use crate::check::Conditions;
use crate::check::levels::Levels;
use crate::check::records::{self, Records};
use crate::check::rules;
use crate::draft::locate::{Locator, one_line};
use crate::finding::{Finding, Findings, Level, Place};
use crate::format::nearest::nearest;
use crate::limit;
use crate::model::acceptance::{Acceptance, AcceptedFinding};
use crate::model::{List, Text};
use crate::register::Register;
use crate::source::Sources;

/// A finding that is accepted.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The finding.
    pub finding: Finding,
    /// The id of the record that the finding is in, if it has one.
    pub record: Option<String>,
    /// Why it is accepted.
    pub because: Text,
    /// The last day of the acceptance.
    pub until: Option<civil::Date>,
}

/// An acceptance from either place.
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
    /// The record that it is written in.
    Own(Place),
    /// A file or a record, and optionally the marked text to which it is limited.
    In(&'r str, Option<&'r str>),
}

/// A file and the code of a rule.
type Key = (u32, &'static str);

/// Indices of findings, sorted by their start byte.
type Open = BTreeSet<(u32, usize)>;

/// The findings of one municipality while acceptances are matched to them.
struct Desk<'d, 'r> {
    findings: &'d Findings,
    records: Vec<(&'r str, Place)>,
    /// The findings not yet claimed, by file and rule.
    open: HashMap<Key, Open>,
    /// The same by marked text; filled on demand.
    marked: HashMap<Key, HashMap<String, Open>>,
    locator: Locator<'d>,
    quotes: Vec<OnceCell<String>>,
    /// The places of the records with each id.
    by_id: HashMap<&'r str, Vec<Place>>,
    /// The file of each path.
    by_path: HashMap<&'d str, u32>,
    /// For each finding, the number of the claim that accepts it.
    taken: Vec<Option<usize>>,
    /// How many claims name a place that does not exist.
    lost: usize,
}

/// Removes the accepted findings and returns them with their reasons. Reports acceptances that name an unknown rule
/// or place, match nothing, accept an error without a last day, or have expired. In files with errors, acceptances
/// that match nothing are not reported.
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
    let mut desk = Desk::new(register, findings, conditions.sources);
    let mut about_claims = Findings::new();
    for (number, claim) in claims.iter().enumerate() {
        match valid(claim, &mut desk, conditions, levels) {
            Err(finding) => about_claims.push(*finding),
            Ok(places) => {
                let is_unread = places.iter().any(|place| unread.contains(&place.file));
                if !desk.take(number, claim, &places) && !is_unread {
                    about_claims.push(unused(claim, &places, &desk));
                }
            }
        }
    }
    let Desk { taken, records, .. } = desk;
    let records = Records::of(records);
    let mut accepted = Vec::new();
    let all = std::mem::take(findings);
    for (finding, claim) in all.into_iter().zip(taken) {
        match claim.and_then(|number| claims.get(number)) {
            Some(claim) => accepted.push(Accepted {
                record: records.holding(finding.place).map(str::to_owned),
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

/// All acceptances. Children do not inherit those of their parent.
fn claims(register: &Register) -> Vec<Claim<'_>> {
    let activities = register.activities.values().map(|activity| (&activity.accept, activity.at));
    let notices = register.notices.values().map(|notice| (&notice.accept, notice.at));
    let municipality = &register.municipality;
    let beside = activities.chain(notices).chain([(&municipality.accept, municipality.at)]);
    let beside = beside.flat_map(|(list, whole): (&List<Acceptance>, Place)| {
        list.iter().map(move |acceptance| {
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
    fn new(register: &'r Register, findings: &'d Findings, sources: &'d Sources) -> Self {
        let mut open: HashMap<_, Open> = HashMap::new();
        for (index, finding) in findings.iter().enumerate() {
            open.entry((finding.place.file, finding.code)).or_default().insert((finding.place.start, index));
        }
        let (quotes, taken) = (vec![OnceCell::new(); findings.len()], vec![None; findings.len()]);
        let records = records::named(register);
        let marked = HashMap::new();
        let mut by_id: HashMap<_, Vec<Place>> = HashMap::new();
        records.iter().for_each(|(id, at)| by_id.entry(*id).or_default().push(*at));
        let mut by_path = HashMap::new();
        for (index, file) in (0..).zip(&sources.files) {
            by_path.entry(file.inside.as_str()).or_insert(index);
        }
        Self { findings, records, open, marked, locator: Locator::new(sources), quotes, by_id, by_path, taken, lost: 0 }
    }

    /// The first unclaimed finding of a rule in one of the places.
    fn first_open(&self, rule: &'static str, places: &[Place]) -> Option<usize> {
        places.iter().find_map(|place| between(self.open.get(&(place.file, rule))?, *place).next())
    }

    fn quote(&self, index: usize) -> &str {
        self.quotes[index].get_or_init(|| self.locator.quote(&self.findings[index]))
    }

    /// Takes the findings that a claim accepts. Returns whether there were any.
    fn take(&mut self, number: usize, claim: &Claim, places: &[Place]) -> bool {
        let rule = code(claim);
        let mut any = false;
        for place in places {
            let key = (place.file, rule);
            let found: Vec<usize> = match claim.scope {
                Scope::In(_, Some(words)) => {
                    self.marked(key).get(&one_line(words)).map(|all| between(all, *place).collect())
                }
                Scope::Own(_) | Scope::In(_, None) => self.open.get(&key).map(|all| between(all, *place).collect()),
            }
            .unwrap_or_default();
            for index in found {
                any |= self.taken[index].is_none();
                self.taken[index].get_or_insert(number);
                self.close(key, index);
            }
        }
        any
    }

    /// The unclaimed findings of a file and rule, by marked text.
    fn marked(&mut self, key: Key) -> &HashMap<String, Open> {
        if !self.marked.contains_key(&key) {
            let mut marked: HashMap<String, Open> = HashMap::new();
            for (start, index) in self.open.get(&key).into_iter().flatten() {
                marked.entry(self.quote(*index).to_owned()).or_default().insert((*start, *index));
            }
            self.marked.insert(key, marked);
        }
        self.marked.entry(key).or_default()
    }

    /// Marks a finding as claimed.
    fn close(&mut self, key: Key, index: usize) {
        let at = (self.findings[index].place.start, index);
        if let Some(open) = self.open.get_mut(&key) {
            open.remove(&at);
        }
        let quote = self.quotes[index].get();
        if let Some(marked) = self.marked.get_mut(&key).zip(quote).and_then(|(all, quote)| all.get_mut(quote)) {
            marked.remove(&at);
        }
    }
}

/// The findings that begin within a place, in order.
fn between(all: &Open, place: Place) -> impl Iterator<Item = usize> {
    all.range((place.start, 0)..=(place.end, usize::MAX)).map(|(_, index)| *index)
}

/// The code of the rule that a claim names; empty if there is no such rule.
fn code(claim: &Claim) -> &'static str {
    rules::all().find(|known| known.code == claim.rule).map_or("", |known| known.code)
}

/// The places that a claim covers, or the error in the claim.
fn valid(claim: &Claim, desk: &mut Desk, conditions: Conditions, levels: &Levels) -> Result<Vec<Place>, Box<Finding>> {
    let Claim { rule, because: _, until, at, scope } = claim;
    let Some(known) = rules::all().find(|known| known.code == *rule) else {
        return Err(Box::new(messages::unknown_rule(rule, *at)));
    };
    let places = match scope {
        Scope::Own(whole) => vec![*whole],
        Scope::In(name, _) => places(name, desk),
    };
    if let (Scope::In(name, _), true) = (scope, places.is_empty()) {
        return Err(nowhere(name, *at, desk, conditions));
    }
    if levels.of(known) == Some(Level::Error) && until.is_none() {
        return Err(Box::new(messages::without_day(rule, *at)));
    }
    if until.is_some_and(|until| until < conditions.today) {
        return Err(Box::new(messages::expired(rule, *at)));
    }
    Ok(places)
}

/// The file with that path, or else the records with that id.
fn places(name: &str, desk: &Desk) -> Vec<Place> {
    match desk.by_path.get(name) {
        Some(file) => vec![Place { file: *file, start: 0, end: u32::MAX }],
        None => desk.by_id.get(name).cloned().unwrap_or_default(),
    }
}

fn nowhere(name: &str, at: Place, desk: &mut Desk, conditions: Conditions) -> Box<Finding> {
    desk.lost += 1;
    if desk.lost > limit::MOST {
        return Box::new(messages::nowhere(name, None, at));
    }
    let paths = conditions.sources.files.iter().map(|file| file.inside.as_str());
    let near = nearest(name, paths.chain(desk.records.iter().map(|(id, _)| *id)));
    Box::new(messages::nowhere(name, near, at))
}

/// The finding for a claim that matches nothing. If the rule marks another text there, the finding quotes it.
fn unused(claim: &Claim, places: &[Place], desk: &Desk) -> Finding {
    let Claim { rule, at, .. } = claim;
    let Scope::In(place, words) = claim.scope else { return messages::unused_here(rule, *at) };
    let open = desk.first_open(code(claim), places);
    match (open, words) {
        (Some(open), Some(_)) => messages::marked_otherwise(rule, place, desk.quote(open), *at),
        _ => messages::unused_in(rule, place, *at),
    }
}
