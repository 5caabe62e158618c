//! `automated-incomplete`: an automated decision is not explained.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::model::decision::Automated;
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "automated-incomplete",
    aliases: &["N-22"],
    title: Words {
        en: "An automated decision is not explained",
        sv: "Ett automatiserat beslut är inte förklarat",
        da: "En automatisk afgørelse er ikke forklaret",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("13(2)(f)"), Provision::Gdpr("22(3)")],
    why: Words {
        en: "The person must learn the logic, what the decision means, and how a human reviews it.",
        sv: "Den registrerade ska få veta logiken, vad beslutet betyder och hur en människa prövar det.",
        da: "Den registrerede skal have at vide, hvad logikken er, hvad afgørelsen betyder, og hvordan et menneske efterprøver den.",
    },
    bad: "automated: [{decision: the fee}]",
    good: "automated: [{decision: the fee, ground: law, logic: The fee follows the income., significance: You pay the fee., review: Ask the office.}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for decision in &activity.automated {
            for key in missing(decision) {
                findings.push(
                    Finding::error(
                        RULE.code,
                        decision.at,
                        say!(
                            en: "this automated decision does not say its `{key}`",
                            sv: "det här automatiserade beslutet anger inte `{key}`",
                            da: "denne automatiske afgørelse angiver ikke `{key}`",
                        ),
                    )
                    .label(say!(en: "`{key}` is missing", sv: "`{key}` saknas", da: "`{key}` mangler"))
                    .help(say!(
                        en: "write `{key}:`; if it is not known, `{key}: {{unknown: why}}`",
                        sv: "skriv `{key}:`; är det inte känt, `{key}: {{unknown: varför}}`",
                        da: "skriv `{key}:`; er det ukendt, `{key}: {{unknown: hvorfor}}`",
                    )),
                );
            }
        }
    }
}

fn missing(decision: &Automated) -> Vec<&'static str> {
    let lacks = [
        ("ground", decision.ground.is_unwritten()),
        ("logic", decision.logic.is_unwritten()),
        ("significance", decision.significance.is_unwritten() && decision.consequences.is_unwritten()),
        ("review", decision.review.is_unwritten()),
    ];
    lacks.into_iter().filter(|(_, is_missing)| *is_missing).map(|(key, _)| key).collect()
}
