//! `transfers-missing`: nothing is said about transfers.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "transfers-missing",
    aliases: &["N-12"],
    title: Words::only("Nothing is said about transfers"),
    level: Level::Info,
    law: &[Provision::Cited("Article 13(1)(f), Article 30(1)(e) GDPR")],
    why: Words::only("That data stay in the EU and the EEA is worth saying; that they leave it must be said."),
    bad: "transfers: ~",
    good: "transfers: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| activity.transfers.is_unwritten()) {
        findings.push(
            Finding::info(
                RULE.code,
                activity.id.at,
                format!("`{}` says nothing about transfers to third countries", activity.id),
            )
            .label("in this activity")
            .help("write `transfers:`, or `transfers: none`; if it is not known, `transfers: {unknown: why}`"),
        );
    }
}
