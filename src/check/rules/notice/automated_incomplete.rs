//! `automated-incomplete`: an automated decision is not explained.

use crate::check::incomplete::{self, Asked};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::decision::Automated;
use crate::model::record::field;
use crate::say;
use crate::say::{Message, Words};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "automated-incomplete",
    aliases: &["N-22"],
    title: Words {
        en: "An automated decision is not explained",
        sv: "Ett automatiserat beslut är inte förklarat",
        da: "En automatisk afgørelse er ikke forklaret",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
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
    let says = |missing: &Message| {
        say!(
            en: "this automated decision does not say: {missing}",
            sv: "det automatiserade beslutet anger inte: {missing}",
            da: "den automatiske afgørelse angiver ikke: {missing}",
            missing = *missing,
        )
    };
    let all = case.activities().flat_map(|activity| &activity.automated);
    findings.extend(all.filter_map(|decision| incomplete::finding(&RULE, decision.at, &asked(decision), says)));
}

/// The keys that an automated decision must have.
fn asked(decision: &Automated) -> [Asked; 4] {
    [
        (
            field!(Automated, ground),
            Words { en: "its ground", sv: "den rättsliga grunden", da: "hjemlen" },
            decision.ground.is_unwritten(),
        ),
        (
            field!(Automated, logic),
            Words { en: "its logic", sv: "logiken bakom", da: "logikken bag" },
            decision.logic.is_unwritten(),
        ),
        (
            field!(Automated, significance),
            Words { en: "its significance", sv: "betydelsen", da: "betydningen" },
            decision.significance.is_unwritten() && decision.consequences.is_unwritten(),
        ),
        (
            field!(Automated, review),
            Words {
                en: "how a person reviews it",
                sv: "hur en människa prövar det",
                da: "hvordan et menneske efterprøver den",
            },
            decision.review.is_unwritten(),
        ),
    ]
}
