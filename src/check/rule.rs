//! The definition of a rule, and its input.

use std::ops::Range;

use jiff::civil;
use rustc_hash::FxHashMap;

use crate::check::passage::{self, Passage};
use crate::check::scope::Uses;
use crate::check::wording::{self, Outdated};
use crate::claim;
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::register::Register;
use crate::register::phase::Complete;
use crate::say::{Message, Words};
use crate::steps;

/// A legal rule: its metadata and its function.
pub struct Rule {
    /// The stable code: the subject, then the fault.
    pub code: &'static str,
    /// Former numbers from the catalogue of rules.
    pub aliases: &'static [&'static str],
    /// One line: the fault.
    pub title: Words,
    /// The default level.
    pub level: Level,
    /// The only country in which it applies (ISO 3166-1); `None` for every country.
    pub country: Option<&'static str>,
    /// Whether it reports missing values. In a file with errors, a missing value may only be misspelt, so its
    /// findings are dropped there.
    pub follows_from_misreading: bool,
    /// The provisions.
    pub law: &'static [Provision],
    /// Why it matters.
    pub why: Words,
    /// A YAML fragment that, merged into a complete activity, breaks this rule and no other. Empty if the rule is
    /// about the municipality or a notice.
    pub bad: &'static str,
    /// A YAML fragment that breaks no rule.
    pub good: &'static str,
    /// Reports the faults.
    pub check: fn(&Case, &mut Findings),
}

impl Rule {
    /// A finding of this rule at its default level.
    pub fn found(&self, place: Place, message: impl Into<Message>) -> Finding {
        Finding::error(self.code, place, message).at_level(self.level)
    }
}

/// Label below the id of an activity that lacks something.
pub(crate) const IN_THIS_ACTIVITY: Words =
    Words { en: "in this activity", sv: "i den här behandlingen", da: "i denne behandling" };

/// The input of a rule.
pub struct Case<'r> {
    /// The register.
    pub register: &'r Register,
    /// The same with the origin of each value.
    pub complete: &'r Complete,
    /// The date as of which the law is applied.
    pub today: civil::Date,
    /// Every text of the register, once: inherited texts are listed for the parent only.
    pub passages: Vec<Passage<'r>>,
    /// The outdated phrases in the texts, including those that become outdated later. Shared by several rules.
    pub stale: Vec<Outdated>,
    /// For each text, the kinds of phrases that it can have; none if it is not published.
    phrased: Vec<phrase::Kinds>,
    /// The claims of the published texts, each with the index of its text.
    claims: Vec<(usize, claim::Said)>,
    /// The range of passages of each activity.
    spans: FxHashMap<&'r str, Range<usize>>,
    uses: Uses<'r>,
}

impl<'r> Case<'r> {
    /// The case of a register as of a day.
    #[must_use]
    pub fn new(complete: &'r Complete, today: civil::Date) -> Self {
        let register = complete.register();
        let passages = passage::passages(complete);
        let country = register.municipality.country_code().unwrap_or_default();
        Self {
            register,
            complete,
            today,
            stale: wording::outdated(&passages, country),
            spans: spans(&passages),
            phrased: phrased(&passages),
            claims: claims(&passages),
            passages,
            uses: Uses::of(register),
        }
    }

    /// Which activities use which shared records.
    #[must_use]
    pub fn uses(&self) -> &Uses<'r> {
        &self.uses
    }

    /// The published texts that can have a phrase of this kind.
    pub fn phrased(&self, kind: phrase::Kind) -> impl Iterator<Item = &Passage<'r>> {
        self.passages.iter().zip(&self.phrased).filter(move |(_, kinds)| kinds.has(kind)).map(|(passage, _)| passage)
    }

    /// The claims of the published texts, each with its text and the number of the text.
    pub fn claimed(&self) -> impl Iterator<Item = (usize, &Passage<'r>, &claim::Said)> {
        self.claims.iter().filter_map(|(index, said)| Some((*index, self.passages.get(*index)?, said)))
    }

    /// The texts that are written in an activity.
    #[must_use]
    pub fn passages_of(&self, activity: &Activity) -> &[Passage<'r>] {
        self.spans.get(activity.id.as_str()).and_then(|span| self.passages.get(span.clone())).unwrap_or_default()
    }

    /// Every activity, parents and children.
    pub fn activities(&self) -> impl Iterator<Item = &'r Activity> {
        self.register.activities.values().inspect(|_| steps::count(1))
    }

    /// Whether the activity has children.
    #[must_use]
    pub fn has_parts(&self, activity: &Activity) -> bool {
        self.register.parts_of(activity).next().is_some()
    }

    /// The country of the municipality (ISO 3166-1).
    #[must_use]
    pub fn country(&self) -> &'r str {
        self.register.municipality.country_code().unwrap_or_default()
    }
}

fn phrased(passages: &[Passage]) -> Vec<phrase::Kinds> {
    let kinds = |passage: &Passage| phrase::kinds_in(passage.words, passage.lang.code());
    passages.iter().map(|passage| if passage.is_told { kinds(passage) } else { phrase::Kinds::default() }).collect()
}

fn claims(passages: &[Passage]) -> Vec<(usize, claim::Said)> {
    let told = passages.iter().enumerate().filter(|(_, passage)| passage.is_told);
    let read = |passage: &Passage| claim::read(passage.words, passage.lang.code(), passage.room.topic());
    told.flat_map(|(index, passage)| read(passage).into_iter().map(move |said| (index, said))).collect()
}

/// The range of passages of each activity: they are contiguous.
fn spans<'r>(passages: &[Passage<'r>]) -> FxHashMap<&'r str, Range<usize>> {
    let mut spans: FxHashMap<&str, Range<usize>> = FxHashMap::default();
    for (index, passage) in passages.iter().enumerate() {
        if let Some(activity) = passage.activity() {
            spans.entry(activity.id.as_str()).or_insert(index..index).end = index + 1;
        }
    }
    spans
}
