//! `subjects-missing`: no category of data subjects is stated.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};

/// The rule.
pub static RULE: Rule = Rule {
    code: "subjects-missing",
    alias: "A30-05",
    title: "No category of data subjects is stated",
    level: Level::Error,
    law: "Article 30(1)(c) GDPR",
    why: "The record must say whose data are processed.",
    bad: "subjects: ~",
    good: "subjects: [pupil]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| activity.subjects.is_unwritten() && !activity.is_processing_for_others())
    {
        findings.push(
            Finding::error(
                RULE.code,
                activity.id.at,
                format!("`{}` does not say whose data are processed", activity.id),
            )
            .label("in this activity")
            .help("write `subjects:`, such as `[pupil, guardian]`; if it is not known, `subjects: {unknown: why}`"),
        );
    }
}
