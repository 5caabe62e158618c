//! What a rule is, and what it looks at.

use std::ops::Range;

use jiff::civil;
use rustc_hash::FxHashMap;

use crate::check::passage::{self, Passage};
use crate::check::scope::Uses;
use crate::check::wording::{self, Outdated};
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::register::Register;
use crate::say::{Message, Words};
use crate::steps;

/// A legal rule: its text and its function in one place.
pub struct Rule {
    /// The stable name: the thing, then the fault.
    pub code: &'static str,
    /// The numbers in the catalogue of rules, kept as other names.
    pub aliases: &'static [&'static str],
    /// One line: what is wrong.
    pub title: Words,
    /// The usual level.
    pub level: Level,
    /// The only country in which it applies (ISO 3166-1); every country where there is none.
    pub country: Option<&'static str>,
    /// Whether it finds what is missing: in a file that was not understood, that may only be misspelt, and is not said.
    pub follows_from_misreading: bool,
    /// The provisions.
    pub law: &'static [Provision],
    /// Why it matters.
    pub why: Words,
    /// A piece of an activity, laid over a complete one, that breaks this rule and no other. Empty where the rule is
    /// about the municipality or a notice.
    pub bad: &'static str,
    /// A piece that breaks none.
    pub good: &'static str,
    /// Finds the faults.
    pub check: fn(&Case, &mut Findings),
}

impl Rule {
    /// A finding of this rule at its usual level.
    pub fn found(&self, place: Place, message: impl Into<Message>) -> Finding {
        Finding::error(self.code, place, message).at_level(self.level)
    }
}

/// Under the id of an activity that lacks something.
pub(crate) const IN_THIS_ACTIVITY: Words =
    Words { en: "in this activity", sv: "i den här behandlingen", da: "i denne behandling" };

/// What a rule looks at.
pub struct Case<'r> {
    /// The register.
    pub register: &'r Register,
    /// The day on which the law must hold.
    pub today: civil::Date,
    /// Every text of the register, each where it is written.
    pub passages: Vec<Passage<'r>>,
    /// What is out of date in them, now or later: for several rules, found once.
    pub stale: Vec<Outdated>,
    /// Whether each text is told and holds a phrase of the law's lists.
    phrased: Vec<bool>,
    /// Where the texts of each activity stand among the passages.
    spans: FxHashMap<&'r str, Range<usize>>,
    uses: Uses<'r>,
}

impl<'r> Case<'r> {
    /// A register as of a day.
    #[must_use]
    pub fn new(register: &'r Register, today: civil::Date) -> Self {
        let passages = passage::passages(register);
        let country = country(register);
        Self {
            register,
            today,
            stale: wording::outdated(&passages, country),
            spans: spans(&passages),
            phrased: phrased(&passages),
            passages,
            uses: Uses::of(register),
        }
    }

    /// Who uses what is shared.
    #[must_use]
    pub fn uses(&self) -> &Uses<'r> {
        &self.uses
    }

    /// The texts that are told and hold a phrase of some kind.
    pub fn phrased(&self) -> impl Iterator<Item = &Passage<'r>> {
        self.passages.iter().zip(&self.phrased).filter(|(_, is_phrased)| **is_phrased).map(|(passage, _)| passage)
    }

    /// The texts of an activity, each where it is written.
    #[must_use]
    pub fn passages_of(&self, activity: &Activity) -> &[Passage<'r>] {
        self.spans.get(activity.id.as_str()).and_then(|span| self.passages.get(span.clone())).unwrap_or_default()
    }

    /// Every activity: each has a page and an entry of its own.
    pub fn activities(&self) -> impl Iterator<Item = &'r Activity> {
        self.register.activities.values().inspect(|_| steps::count(1))
    }

    /// Whether the parts of a whole say what it does not.
    #[must_use]
    pub fn has_parts(&self, activity: &Activity) -> bool {
        self.register.parts_of(activity).next().is_some()
    }

    /// The country of the municipality (ISO 3166-1).
    #[must_use]
    pub fn country(&self) -> &'r str {
        country(self.register)
    }
}

fn phrased(passages: &[Passage]) -> Vec<bool> {
    passages.iter().map(|passage| passage.is_told && phrase::is_in(passage.words, passage.lang.code())).collect()
}

/// The stretch of passages that belongs to each activity: they stand together.
fn spans<'r>(passages: &[Passage<'r>]) -> FxHashMap<&'r str, Range<usize>> {
    let mut spans: FxHashMap<&str, Range<usize>> = FxHashMap::default();
    for (index, passage) in passages.iter().enumerate() {
        if let Some(activity) = passage.activity() {
            spans.entry(activity.id.as_str()).or_insert(index..index).end = index + 1;
        }
    }
    spans
}

fn country(register: &Register) -> &str {
    register.municipality.country.as_ref().map_or("", |country| country.code.as_str())
}
