//! Rules on what texts claim: each holds a claim against the fact that the register declares. What a text says is read by
//! meaning and can be read wrongly, so such a rule is a warning at most.

use crate::check::passage::Passage;
use crate::check::rule::{Case, Rule};
use crate::check::scope;
use crate::check::wording::Said;
use crate::claim::{Claim, is_uncertain};
use crate::finding::{Finding, Findings, Level};
use crate::model::activity::Activity;
use crate::say::Words;

/// The parameters of a rule on claims.
pub(crate) struct Telling {
    /// The rule.
    pub rule: &'static Rule,
    /// The claims.
    pub claims: &'static [Claim],
    /// The label under the words.
    pub label: Words,
    /// What to write instead.
    pub help: Words,
}

impl Telling {
    /// Reports the first claim of each text for which `says` returns something.
    pub(crate) fn report<S: Into<Said>>(
        &self,
        case: &Case,
        findings: &mut Findings,
        says: impl Fn(&Passage, Claim, &str) -> Option<S>,
    ) {
        let mut last = None;
        for (index, passage, said) in case.claimed().filter(|(_, _, said)| self.claims.contains(&said.claim)) {
            let found = passage.words[said.range.clone()].trim_matches([' ', '(', ',']);
            if last == Some(index) {
                continue;
            }
            if let Some(told) = says(passage, said.claim, found) {
                last = Some(index);
                let finding = self.finding(passage, found, told.into());
                let level = if is_uncertain(said.claim) { Level::Info } else { finding.level };
                findings.push(finding.at_level(level));
            }
        }
    }

    fn finding(&self, passage: &Passage, found: &str, said: Said) -> Finding {
        let mut finding = self.rule.found(passage.at, said.message).label(self.label).help(self.help);
        finding.related.extend(said.related);
        passage.mark(finding, found)
    }
}

/// Whether a fact of an activity that the public reads a text with answers it, in the activity itself or in its parts.
pub(crate) fn is_answered(case: &Case, passage: &Passage, answers: impl Fn(&Activity) -> bool) -> bool {
    case.activities().any(|activity| {
        scope::speaks_of(case, passage, activity)
            && (answers(activity) || case.register.parts_of(activity).any(&answers))
    })
}
