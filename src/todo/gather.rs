//! Gaps and findings to entries: what each is about, how much it weighs, what to ask.

use std::collections::BTreeSet;

use crate::check::rules::governance::gap_open;
use crate::draft::look::Look;
use crate::finding::{Finding, Level, Place};
use crate::report::human::exact_place;
use crate::resolve::Register;
use crate::say::Message;
use crate::source::Sources;
use crate::todo::Weight;
use crate::todo::gap::{Gap, gaps_in};
use crate::todo::names::Names;
use crate::todo::owner::{Owner, Thing, things};
use crate::todo::question::{self, Question};

/// One gap or finding.
pub(super) struct Entry<'r> {
    /// What it is about.
    pub(super) owner: Owner<'r>,
    /// How much it weighs.
    pub(super) weight: Weight,
    /// The code of a finding.
    pub(super) code: Option<&'static str>,
    /// What to ask.
    pub(super) question: &'static Question,
    /// What the question is about.
    pub(super) thing: Message,
    /// The purpose, recipient, retention rule or the like of an activity that it stands in.
    pub(super) inside: Message,
    /// What is wrong, or why it is not known.
    pub(super) words: Message,
    /// Where.
    pub(super) place: Place,
}

/// Gathers the entries of one register.
pub(super) struct Gather<'r> {
    register: &'r Register,
    sources: &'r Sources,
    names: &'r Names<'r>,
    things: Vec<Thing<'r>>,
    entries: Vec<Entry<'r>>,
}

/// Every finding, and every gap that is not accepted.
pub(super) fn gather<'r>(
    (register, sources): (&'r Register, &'r Sources),
    findings: &[Finding],
    names: &'r Names<'r>,
) -> Vec<Entry<'r>> {
    let mut gather = Gather { register, sources, names, things: things(register), entries: Vec::new() };
    let is_gap = |finding: &&Finding| finding.code == gap_open::RULE.code;
    findings.iter().filter(|finding| !is_gap(finding)).for_each(|finding| gather.finding(finding));
    let open: BTreeSet<(u32, u32)> =
        findings.iter().filter(is_gap).map(|gap| (gap.place.file, gap.place.start)).collect();
    gather.gaps(&open);
    gather.entries.sort_by_key(|entry| (entry.place.file, entry.place.start));
    gather.entries
}

impl<'r> Gather<'r> {
    fn finding(&mut self, finding: &Finding) {
        let owner = Owner::of(self.register, &self.things, finding.place);
        let weight = match finding.level {
            Level::Error => Weight::Error,
            Level::Warning => Weight::Warning,
            Level::Info => Weight::Hint,
        };
        let place = exact_place(finding, self.sources);
        let question = question::of_finding(finding.code);
        self.push(owner, weight, Some(finding.code), question, finding.message.clone(), place);
    }

    fn gaps(&mut self, open: &BTreeSet<(u32, u32)>) {
        self.gaps_of(Owner::Municipality, &self.register.municipality, open);
        for thing in self.things.clone() {
            self.gaps_of(Owner::Shared(thing), thing.record, open);
        }
        for notice in self.register.notices.values() {
            self.gaps_of(Owner::Notice(notice), notice, open);
        }
        for activity in self.register.activities.values() {
            self.gaps_of(Owner::Activity(activity), activity, open);
        }
    }

    /// The gaps of a record; what a part takes over from its whole is asked there.
    fn gaps_of(&mut self, owner: Owner<'r>, record: &'r dyn Look, open: &BTreeSet<(u32, u32)>) {
        let is_elsewhere = |place: Place| matches!(owner, Owner::Activity(activity) if activity.at.file != place.file);
        for Gap { path, reason } in gaps_in(record) {
            if !open.contains(&(reason.at.file, reason.at.start)) || is_elsewhere(reason.at) {
                continue;
            }
            let question = question::of_gap(&path).unwrap_or_else(|| question::of_finding(gap_open::RULE.code));
            let weight = if question.article.is_some() { Weight::Required } else { Weight::Gap };
            self.push(owner, weight, None, question, self.names.text(reason), reason.at);
        }
    }

    fn push(
        &mut self,
        owner: Owner<'r>,
        weight: Weight,
        code: Option<&'static str>,
        question: &'static Question,
        words: Message,
        place: Place,
    ) {
        let (thing, inside) = match owner {
            Owner::Municipality => (self.names.in_municipality(place).unwrap_or_default(), Message::default()),
            Owner::Shared(thing) => (self.names.thing(&thing), Message::default()),
            Owner::Notice(notice) => (self.names.text(&notice.title), Message::default()),
            Owner::Activity(activity) => {
                let inside = self.names.in_activity(activity, place).unwrap_or_default();
                (inside.clone(), inside)
            }
        };
        self.entries.push(Entry { owner, weight, code, question, thing, inside, words, place });
    }
}
