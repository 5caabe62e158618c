//! `obligation-missing`: whether data must be provided is not stated.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "obligation-missing",
    aliases: &["N-21"],
    title: Words::only("Whether data must be provided is not stated"),
    level: Level::Warning,
    law: &[Provision::Cited("Article 13(2)(e) GDPR")],
    why: Words::only("Who is asked for data must learn whether they have to give them, and what follows if not."),
    bad: "obligation: ~",
    good: "obligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| activity.obligation.is_unwritten() && !activity.is_processing_for_others())
    {
        findings.push(
            Finding::warning(RULE.code, activity.id.at, format!("`{}` does not say whether the person must provide the data", activity.id))
                .label("in this activity")
                .help("write `obligation:`, such as `{kind: needed, consequence: …}`; if it is not known, `obligation: {unknown: why}`"),
        );
    }
}
