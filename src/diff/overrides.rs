//! `[[diff.grade]]` in `ropa.toml`: overrides of grades, with reasons.

use serde::Deserialize;

use crate::diff::grade::{self, Graded};
use crate::format::nearest::nearest;
use crate::say;
use crate::say::Message;
use crate::visible;

/// How `ropa diff` grades changes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Diff {
    /// The overrides.
    pub grade: Vec<Grade>,
}

impl Diff {
    /// The error in an override: an unknown kind of change, or no reason.
    #[must_use]
    pub fn fault(&self) -> Option<Message> {
        let is_known = |change: &str| grade::rows().any(|row| row.code == change);
        let wrong =
            self.grade.iter().find(|decision| !is_known(&decision.change) || !visible::has_shape(&decision.because))?;
        let change = &wrong.change;
        if is_known(change) {
            return Some(say!(
                en: "diff.grade: write in `because` why `{change}` is graded otherwise",
                sv: "diff.grade: skriv i `because` varför `{change}` bedöms annorlunda",
                da: "diff.grade: skriv i `because`, hvorfor `{change}` vurderes anderledes",
            ));
        }
        Some(match nearest(change, grade::rows().map(|row| row.code.as_str())) {
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
        })
    }
}

/// An override of a grade.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Grade {
    /// The code of the kind of change, such as `purpose-reworded`.
    pub change: String,
    /// The id of the activity, notice or party; `None` for all.
    pub subject: Option<String>,
    /// The municipality; `None` for all.
    pub municipality: Option<String>,
    /// The new grade.
    pub grade: grade::Grade,
    /// The reason: who decided it, when, on what ground.
    pub because: String,
}

impl Grade {
    /// Whether the override applies to a change.
    #[must_use]
    pub fn is_about(&self, graded: &Graded, municipality: &str) -> bool {
        let is = |wanted: &Option<String>, known: &str| wanted.as_deref().is_none_or(|wanted| wanted == known);
        self.change == graded.code
            && is(&self.subject, graded.change.subject.id())
            && is(&self.municipality, municipality)
    }
}
