//! Turns gaps and findings into entries with owner, weight and question.

use std::collections::BTreeSet;

use crate::check::rules::governance::gap_open;
use crate::draft::locate::Locator;
use crate::finding::{Finding, Level, Place};
use crate::model::visit::Visit;
use crate::register::phase::Complete;
use crate::say::Message;
use crate::source::Sources;
use crate::todo::Weight;
use crate::todo::gap::{Gap, gaps_in};
use crate::todo::names::Names;
use crate::todo::owner::{Owner, Owners, Thing, things};
use crate::todo::question::{self, Question};

/// A gap or finding.
pub(crate) struct Entry<'r> {
    /// The record that it belongs to.
    pub(crate) owner: Owner<'r>,
    /// Its weight.
    pub(crate) weight: Weight,
    /// The code of a finding.
    pub(crate) code: Option<&'static str>,
    /// What to ask.
    pub(crate) question: &'static Question,
    /// The subject of the question.
    pub(crate) thing: Message,
    /// The purpose, recipient, retention rule or the like of an activity that contains it.
    pub(crate) inside: Message,
    /// What is wrong, or why the value is unknown.
    pub(crate) words: Message,
    /// Its place.
    pub(crate) place: Place,
    /// The record or value that a finding is about, before its place is narrowed to a field and a phrase.
    pub(crate) at: Place,
    /// The field that a finding names, in Rust spelling.
    pub(crate) field: Option<&'static str>,
}

/// A gap or finding before names are resolved.
struct Found<'r> {
    owner: Owner<'r>,
    weight: Weight,
    code: Option<&'static str>,
    question: &'static Question,
    words: Message,
    place: Place,
    at: Place,
    field: Option<&'static str>,
}

/// Collects the entries of one register.
struct Gather<'r> {
    complete: &'r Complete,
    locator: Locator<'r>,
    names: &'r Names<'r>,
    things: Vec<Thing<'r>>,
    owners: Owners<'r>,
    entries: Vec<Entry<'r>>,
}

/// All findings, and all gaps that are not accepted.
pub(crate) fn gather<'r>(
    (complete, sources): (&'r Complete, &'r Sources),
    findings: &[Finding],
    names: &'r Names<'r>,
) -> Vec<Entry<'r>> {
    let register = complete.register();
    let things = things(register);
    let owners = Owners::of(register, &things);
    let locator = Locator::new(sources);
    let mut gather = Gather { complete, locator, names, things, owners, entries: Vec::new() };
    let is_gap = |finding: &&Finding| finding.code == gap_open::RULE.code;
    findings.iter().filter(|finding| !is_gap(finding)).for_each(|finding| gather.finding(finding));
    gather.gaps(&findings.iter().filter(is_gap).map(|gap| gap.place.begin()).collect());
    gather.entries.sort_by_key(|entry| entry.place.begin());
    gather.entries
}

impl<'r> Gather<'r> {
    fn finding(&mut self, finding: &Finding) {
        let owner = self.owner_of(finding);
        let weight = match finding.level {
            Level::Error => Weight::Error,
            Level::Warning => Weight::Warning,
            Level::Info => Weight::Hint,
        };
        let place = self.locator.exact_place(finding);
        let question = question::of_finding(finding.code);
        let words = finding.message.clone();
        let (at, field) = (finding.place, finding.field);
        self.push(Found { owner, weight, code: Some(finding.code), question, words, place, at, field });
    }

    /// The owner of a finding: the shared record that it also refers to, or the record that contains it.
    fn owner_of(&self, finding: &Finding) -> Owner<'r> {
        let of = |place: Place| self.owners.at(place);
        let mut related = finding.related.iter().map(|(place, _)| of(*place));
        related.find(|owner| matches!(owner, Owner::Shared(_))).unwrap_or_else(|| of(finding.place))
    }

    fn gaps(&mut self, open: &BTreeSet<(u32, u32)>) {
        let register = self.complete.register();
        self.gaps_of(Owner::Municipality, &register.municipality, open);
        for thing in self.things.clone() {
            self.gaps_of(Owner::Shared(thing), thing.record, open);
        }
        for notice in register.notices.values() {
            self.gaps_of(Owner::Notice(notice), notice, open);
        }
        for activity in register.activities.values() {
            self.gaps_of(Owner::Activity(activity), self.complete.as_written(activity), open);
        }
    }

    /// Adds the open gaps of a record, as written: inherited gaps are listed at the parent. If the municipality has no language,
    /// no text was checked, and every gap is open.
    fn gaps_of(&mut self, owner: Owner<'r>, record: &'r dyn Visit, open: &BTreeSet<(u32, u32)>) {
        let is_unchecked = self.complete.register().municipality.main_language().is_none();
        for Gap { path, reason } in gaps_in(record) {
            let is_accepted = !is_unchecked && !open.contains(&reason.at.begin());
            if is_accepted {
                continue;
            }
            let question = question::of_gap(&path).unwrap_or_else(|| question::of_finding(gap_open::RULE.code));
            let weight = if question.article.is_some() { Weight::Required } else { Weight::Gap };
            let (words, place) = (self.names.text(reason), place_in(&owner, reason.at));
            self.push(Found { owner, weight, code: None, question, words, place, at: reason.at, field: None });
        }
    }

    fn push(&mut self, found: Found<'r>) {
        let Found { owner, weight, code, question, words, place, at, field } = found;
        let (thing, inside) = match owner {
            Owner::Municipality => (self.names.in_municipality(place).unwrap_or_default(), Message::default()),
            Owner::Shared(thing) => (self.names.thing(&thing), Message::default()),
            Owner::Notice(notice) => (self.names.text(&notice.title), Message::default()),
            Owner::Activity(activity) => {
                let inside = self.names.in_activity(activity, place).unwrap_or_default();
                (inside.clone(), inside)
            }
        };
        self.entries.push(Entry { owner, weight, code, question, thing, inside, words, place, at, field });
    }
}

/// The place of a gap. A shared record may contain a gap through an alias; then the record itself is shown.
fn place_in(owner: &Owner, place: Place) -> Place {
    match owner {
        Owner::Shared(thing) if !thing.holds(place) => thing.id.at,
        _ => place,
    }
}
