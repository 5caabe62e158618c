//! `retention-unclear`: a retention rule says nothing, or two things.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::model::period::Keep;
use crate::model::retention::{Event, Retention};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "retention-unclear",
    aliases: &["C-20"],
    title: Words {
        en: "A retention rule says nothing, or two things",
        sv: "En lagringsregel säger ingenting, eller två saker",
        da: "En opbevaringsregel siger intet, eller to ting",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("5(1)(e)"), Provision::Gdpr("13(2)(a)")],
    why: Words {
        en: "A rule that gives no time, or two, tells nobody how long the data are kept.",
        sv: "En regel som inte anger någon tid, eller två, säger inte hur länge uppgifterna sparas.",
        da: "En regel, der ikke angiver nogen tid, eller to, siger ikke, hvor længe oplysningerne gemmes.",
    },
    bad: "retention: [{of: decisions, law: arkivlagen (1990:782)}]",
    good: "retention: [{of: decisions, keep: 2 years, from: decision}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for rule in &activity.retention {
            for (message, help) in faults(rule) {
                findings.push(Finding::error(RULE.code, rule.at, message).label("in this rule").help(help));
            }
        }
    }
}

fn faults(rule: &Retention) -> Vec<(&'static str, &'static str)> {
    let has_end = !rule.until.items.is_empty() || rule.criterion.is_some();
    let says_nothing = rule.keep.is_none() && !has_end && rule.then.items.is_empty() && rule.unknown.is_none();
    let is_permanent = matches!(rule.keep, Some(Keep::Permanent { .. }));
    let mut events = rule.from.iter().chain(&rule.until);
    let faults = [
        (
            says_nothing,
            "this rule does not say how long",
            "write `keep:`, `until:` or `criterion:`; if it is not known, `unknown: why`",
        ),
        (
            rule.keep.is_some() && has_end,
            "this rule says two things",
            "write either `keep:`, or `until:` and `criterion:`; two rules if both hold",
        ),
        (
            is_permanent && rule.from.is_some(),
            "what is kept for ever has no start",
            "remove `from:`, or say in `remarks:` when it is archived",
        ),
        (events.any(has_no_age), "this event needs an age", "write `{event: turns-age, age: 18}`"),
    ];
    faults.into_iter().filter(|(is_fault, ..)| *is_fault).map(|(_, message, help)| (message, help)).collect()
}

fn has_no_age(event: &Event) -> bool {
    event.event.word.code() == Some("turns-age") && event.age.is_none()
}
