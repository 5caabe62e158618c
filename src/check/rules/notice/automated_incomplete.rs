//! `automated-incomplete`: an automated decision is not explained.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::model::decision::Automated;
use crate::say;
use crate::say::{Message, Words};

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
    for decision in case.activities().flat_map(|activity| &activity.automated) {
        let missing = missing(decision);
        if missing.is_empty() {
            continue;
        }
        let told = Message::each(|tongue| {
            let told: Vec<String> =
                missing.iter().map(|(key, words)| format!("{} (`{key}`)", words.get(tongue))).collect();
            told.join(", ")
        });
        let keys: Vec<String> = missing.iter().map(|(key, _)| format!("`{key}:`")).collect();
        findings.push(
            RULE.found(
                decision.at,
                say!(
                    en: "this automated decision does not say: {missing}",
                    sv: "det automatiserade beslutet anger inte: {missing}",
                    da: "den automatiske afgørelse angiver ikke: {missing}",
                    missing = told,
                ),
            )
            .label(say!(en: "incomplete", sv: "ofullständigt", da: "ufuldstændigt"))
            .help(say!(
                en: "write {keys}; what is not known, `{{unknown: why}}`",
                sv: "skriv {keys}; det som inte är känt, `{{unknown: varför}}`",
                da: "skriv {keys}; det, der er ukendt, `{{unknown: hvorfor}}`",
                keys = keys.join(", "),
            )),
        );
    }
}

fn missing(decision: &Automated) -> Vec<(&'static str, Words)> {
    let lacks = [
        (
            "ground",
            Words { en: "its ground", sv: "den rättsliga grunden", da: "hjemlen" },
            decision.ground.is_unwritten(),
        ),
        ("logic", Words { en: "its logic", sv: "logiken bakom", da: "logikken bag" }, decision.logic.is_unwritten()),
        (
            "significance",
            Words { en: "its significance", sv: "betydelsen", da: "betydningen" },
            decision.significance.is_unwritten() && decision.consequences.is_unwritten(),
        ),
        (
            "review",
            Words {
                en: "how a person reviews it",
                sv: "hur en människa prövar det",
                da: "hvordan et menneske efterprøver den",
            },
            decision.review.is_unwritten(),
        ),
    ];
    lacks.into_iter().filter(|(.., is_missing)| *is_missing).map(|(key, words, _)| (key, words)).collect()
}
