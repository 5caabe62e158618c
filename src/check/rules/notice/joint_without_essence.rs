//! `joint-without-essence`: joint controllers without the essence of their arrangement.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "joint-without-essence",
    aliases: &["N-28"],
    title: Words::only("Joint controllers without the essence of their arrangement"),
    level: Level::Warning,
    law: &[Provision::Cited("Article 26(2) GDPR")],
    why: Words::only("The essence of the arrangement must be made available to the person."),
    bad: "joint: {with: [Grannkommunen]}",
    good: "joint: {with: [Grannkommunen], essence: each answers for its own pupils}",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for joint in
        case.activities().filter_map(|activity| activity.joint.as_ref()).filter(|joint| joint.essence.is_unwritten())
    {
        findings.push(
            Finding::warning(RULE.code, joint.at, "the essence of the arrangement is not told")
                .label("no `essence`")
                .help("write `essence:`; if it is not known, `essence: {unknown: why}`"),
        );
    }
}
