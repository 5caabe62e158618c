//! `recipients-missing`: neither recipients nor their absence are stated.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "recipients-missing",
    aliases: &["A30-08"],
    title: Words::only("Neither recipients nor their absence are stated"),
    level: Level::Error,
    law: &[Provision::Cited("Article 30(1)(d), Article 13(1)(e) GDPR")],
    why: Words::only("The person must learn who receives the data; that nobody does must be said too."),
    bad: "recipients: ~",
    good: "recipients: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| activity.recipients.is_unwritten() && !activity.is_processing_for_others())
    {
        findings.push(
            Finding::error(RULE.code, activity.id.at, format!("`{}` does not say who receives the data", activity.id))
                .label("in this activity")
                .help("write `recipients:`, or `recipients: none`; if it is not known, `recipients: {unknown: why}`"),
        );
    }
}
