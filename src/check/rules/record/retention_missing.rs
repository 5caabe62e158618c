//! `retention-missing`: no time limit for erasure is stated.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "retention-missing",
    aliases: &["A30-11", "N-13"],
    title: Words {
        en: "No time limit for erasure is stated",
        sv: "Ingen tidsfrist för radering är angiven",
        da: "Ingen slettefrist er angivet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("5(1)(e)"), Provision::Gdpr("30(1)(f)"), Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "The person must be able to tell how long the data are kept.",
        sv: "Den registrerade ska kunna räkna ut hur länge uppgifterna sparas.",
        da: "Den registrerede skal kunne regne ud, hvor længe oplysningerne gemmes.",
    },
    bad: "retention: ~",
    good: "retention: [{of: decisions, keep: 2 years, from: decision, then: weed, decision: nämndens plan}]",
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
    for activity in case.activities().filter(|activity| !activity.is_processing_for_others()) {
        for data in uncovered(activity) {
            findings.push(
                RULE.found(
                    data.at,
                    say!(
                        en: "no retention rule is about these data",
                        sv: "ingen regel säger hur länge de här uppgifterna sparas",
                        da: "ingen regel siger, hvor længe disse oplysninger gemmes",
                    ),
                )
                .label(say!(en: "how long?", sv: "hur länge?", da: "hvor længe?"))
                .related(activity.retention.at, say!(en: "the rules", sv: "reglerna", da: "reglerne"))
                .help(say!(
                    en: "name the id of the data in `data:` of a rule, or add a rule; if nothing is decided, `unknown: why`",
                    sv: "ange uppgifternas id i `data:` i en regel, eller lägg till en regel; är inget bestämt, `unknown: varför`",
                    da: "angiv oplysningernes id i `data:` i en regel, eller tilføj en regel; er intet besluttet, `unknown: hvorfor`",
                )),
            );
        }
    }
}

/// Data with an id that no retention rule covers; empty if a rule names no data, or there is a gap.
fn uncovered(activity: &Activity) -> Vec<&Data> {
    let rules = &activity.retention;
    let is_told =
        !rules.items.is_empty() && rules.gaps.is_empty() && rules.iter().all(|rule| !rule.data.items.is_empty());
    let covers = |id: &Id| rules.iter().any(|rule| rule.data.iter().any(|data| data.id == *id));
    let with_id = activity.data.iter().filter(|data| data.id.as_ref().is_some_and(|id| !covers(id)));
    if is_told { with_id.collect() } else { Vec::new() }
}
