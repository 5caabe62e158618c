//! `retention-missing`: no time limit for erasure is stated.

use crate::check::provision::Provision;
use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "retention-missing",
    aliases: &["A30-11", "N-13"],
    title: Words {
        en: "No time limit for erasure is stated",
        sv: "Ingen tidsfrist för radering är angiven",
        da: "Ingen slettefrist er angivet",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("5(1)(e)"), Provision::Gdpr("30(1)(f)"), Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "The person must be able to tell how long the data are kept.",
        sv: "Den registrerade ska kunna räkna ut hur länge uppgifterna sparas.",
        da: "Den registrerede skal kunne regne ud, hvor længe oplysningerne gemmes.",
    },
    bad: "retention: ~",
    good: "retention: [{of: decisions, keep: 2 years, from: decision, then: erase}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| {
        activity.retention.is_unwritten() && !case.has_parts(activity) && !activity.is_processing_for_others()
    }) {
        findings.push(
            Finding::error(RULE.code, activity.id.at, say!(
                en: "`{id}` does not say how long the data are kept",
                sv: "`{id}` anger inte hur länge uppgifterna sparas",
                da: "`{id}` angiver ikke, hvor længe oplysningerne gemmes",
                id = activity.id,
            ))
                .label(IN_THIS_ACTIVITY)
                .help(say!(
                    en: "write `retention:`, such as `[{{of: decisions, keep: 2 years, from: decision, then: erase}}]`; if nothing is decided, `retention: {{unknown: why}}`",
                    sv: "skriv `retention:`, till exempel `[{{of: decisions, keep: 2 years, from: decision, then: erase}}]`; är inget bestämt, `retention: {{unknown: varför}}`",
                    da: "skriv `retention:`, for eksempel `[{{of: decisions, keep: 2 years, from: decision, then: erase}}]`; er intet besluttet, `retention: {{unknown: hvorfor}}`",
                )),
        );
    }
}
