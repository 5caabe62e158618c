//! `[[diff.grade]]` of `ropa.toml`: grades that a register decides otherwise than the table, with the reason.

use serde::Deserialize;

use crate::diff::grade::{self, Graded};
use crate::format::nearest::nearest;
use crate::say;
use crate::say::Message;
use crate::visible;

/// How changes are graded, where the register decides otherwise than the table.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Diff {
    /// The decisions.
    pub grade: Vec<Grade>,
}

impl Diff {
    /// What is wrong with a decision: it names no kind of change, or gives no reason.
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

/// A grade that is raised or lowered, with the reason.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Grade {
    /// The name of the kind of change, such as `purpose-reworded`.
    pub change: String,
    /// The id of the activity, notice or party; every one when nothing is written.
    pub subject: Option<String>,
    /// The municipality; every one when nothing is written.
    pub municipality: Option<String>,
    /// What it weighs.
    pub grade: grade::Grade,
    /// Why: who decided it, when, on what ground.
    pub because: String,
}

impl Grade {
    /// Whether the decision is about a change.
    #[must_use]
    pub fn is_about(&self, graded: &Graded, municipality: &str) -> bool {
        let is = |wanted: &Option<String>, known: &str| wanted.as_deref().is_none_or(|wanted| wanted == known);
        self.change == graded.code
            && is(&self.subject, graded.change.subject.id())
            && is(&self.municipality, municipality)
    }
}
