//! `retention-missing`: no time limit for erasure is stated.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "retention-missing",
    aliases: &["A30-11"],
    title: Words::only("No time limit for erasure is stated"),
    level: Level::Error,
    law: &[Provision::Cited("Article 5(1)(e), Article 30(1)(f), Article 13(2)(a) GDPR")],
    why: Words::only("The person must be able to tell how long the data are kept."),
    bad: "retention: ~",
    good: "retention: [{of: decisions, keep: 2 years, from: decision, then: erase}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| {
        activity.retention.is_unwritten() && !case.has_parts(activity) && !activity.is_processing_for_others()
    }) {
        findings.push(
            Finding::error(RULE.code, activity.id.at, format!("`{}` does not say how long the data are kept", activity.id))
                .label("in this activity")
                .help("write `retention:`, such as `[{of: decisions, keep: 2 years, from: decision, then: erase}]`; if nothing is decided, `retention: {unknown: why}`"),
        );
    }
}
