//! Decisions on grades: `[[diff.grade]]` in `ropa.toml`. Those of the version before count, so that nobody grades their
//! own change.

use jiff::civil;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::diff::grade::{self, Decided, Graded};
use crate::diff::report::Judge;
use crate::format::nearest::nearest;
use crate::say;
use crate::say::Message;
use crate::visible;

/// How `ropa diff` grades changes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Diff {
    /// The decisions.
    pub grade: Vec<Grade>,
}

impl Diff {
    /// The error in a decision: an unknown kind of change, no reason, no change that it is about, or no end.
    #[must_use]
    pub fn fault(&self) -> Option<Message> {
        self.grade.iter().find_map(Grade::fault)
    }
}

/// A decision on a grade.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Grade {
    /// The code of the kind of change, such as `purpose-reworded`.
    pub change: String,
    /// The id of the activity, notice or party.
    pub subject: Option<String>,
    /// The fingerprint of one change.
    pub fingerprint: Option<String>,
    /// The municipality; `None` for all.
    pub municipality: Option<String>,
    /// The grade decided.
    pub grade: grade::Grade,
    /// The reason: who decided it, when, on what ground.
    pub because: String,
    /// The last day on which it counts.
    #[serde(default, deserialize_with = "day")]
    pub until: Option<civil::Date>,
}

/// A day, as a date of TOML or as text.
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<civil::Date>, D::Error> {
    let text = match toml::Value::deserialize(from)? {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    text.parse().map(Some).map_err(D::Error::custom)
}

impl Grade {
    fn fault(&self) -> Option<Message> {
        let change = &self.change;
        if !grade::rows().any(|row| row.code == *change) {
            return Some(unknown(change));
        }
        let is_empty = |text: &Option<String>| text.as_ref().is_none_or(|text| !visible::has_shape(text));
        if !visible::has_shape(&self.because) {
            return Some(say!(
                en: "diff.grade: write in `because` why `{change}` is graded otherwise",
                sv: "diff.grade: skriv i `because` varför `{change}` bedöms annorlunda",
                da: "diff.grade: skriv i `because`, hvorfor `{change}` vurderes anderledes",
            ));
        }
        if is_empty(&self.subject) && is_empty(&self.fingerprint) {
            return Some(say!(
                en: "diff.grade: write what the decision on `{change}` is about: `subject`, the id of a record, or `fingerprint`, which `ropa diff` shows for each change",
                sv: "diff.grade: skriv vad beslutet om `{change}` gäller: `subject`, en posts id, eller `fingerprint`, som `ropa diff` visar för varje ändring",
                da: "diff.grade: skriv, hvad beslutningen om `{change}` gælder: `subject`, en posts id, eller `fingerprint`, som `ropa diff` viser for hver ændring",
            ));
        }
        self.until.is_none().then(|| {
            say!(
                en: "diff.grade: write in `until` the last day on which the decision on `{change}` counts: `until = 2027-06-30`",
                sv: "diff.grade: skriv i `until` den sista dagen som beslutet om `{change}` gäller: `until = 2027-06-30`",
                da: "diff.grade: skriv i `until` den sidste dag, beslutningen om `{change}` gælder: `until = 2027-06-30`",
            )
        })
    }

    /// Whether the decision applies to a change on a day.
    fn is_about(&self, graded: &Graded, municipality: &str, today: civil::Date) -> bool {
        let is = |wanted: &Option<String>, known: &str| wanted.as_deref().is_none_or(|wanted| wanted == known);
        let subject = &graded.change.subject;
        let is_subject =
            is(&self.subject, subject.id()) || is(&self.subject, subject.before.as_deref().unwrap_or_default());
        self.fault().is_none()
            && self.until.is_some_and(|until| today <= until)
            && self.change == graded.code
            && is_subject
            && is(&self.fingerprint, &graded.fingerprint)
            && is(&self.municipality, municipality)
    }
}

/// A change with the grade that a decision gives it, if there is one. Decisions that lack something do not count.
pub(super) fn decide(mut graded: Graded, municipality: &str, judge: Judge) -> Graded {
    let decision = judge.decided.iter().find(|decision| decision.is_about(&graded, municipality, judge.today));
    if let Some(decision) = decision {
        graded.grade = decision.grade;
        graded.obliges.retain(|duty| duty.is_left(decision.grade));
        graded.decided = Some(Decided { because: decision.because.clone(), until: decision.until });
    }
    graded
}

fn unknown(change: &str) -> Message {
    match nearest(change, grade::rows().map(|row| row.code.as_str())) {
        Some(near) => say!(
            en: "diff.grade: there is no kind of change `{change}`; did you mean `{near}`?",
            sv: "diff.grade: det finns ingen ändring av slaget `{change}`; menade du `{near}`?",
            da: "diff.grade: der er ingen ændring af arten `{change}`; mente du `{near}`?",
        ),
        None => say!(
            en: "diff.grade: there is no kind of change `{change}`",
            sv: "diff.grade: det finns ingen ändring av slaget `{change}`",
            da: "diff.grade: der er ingen ændring af arten `{change}`",
        ),
    }
}
