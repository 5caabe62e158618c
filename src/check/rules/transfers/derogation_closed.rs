//! `derogation-closed`: an authority relies on a derogation that is not open to it.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::flow::{Derogation, Transfer};
use crate::model::record::field;
use crate::register::facts::responsible::{controllers_of, is_authority};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "derogation-closed",
    aliases: &["T-08"],
    title: Words {
        en: "An authority rests a transfer on a derogation that is closed to it",
        sv: "En myndighet stöder en överföring på ett undantag som inte är öppet för den",
        da: "En myndighed støtter en overførsel på en undtagelse, der ikke er åben for den",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("49(3)")],
    why: Words {
        en: "Consent, contract and the compelling interests of the second subparagraph are no basis for what an authority does in the exercise of its powers.",
        sv: "Samtycke, avtal och de tvingande intressena i andra stycket är inget stöd för det en myndighet gör i sin myndighetsutövning.",
        da: "Samtykke, kontrakt og de vægtige interesser i andet afsnit er ikke grundlag for det, en myndighed gør som offentlig myndighed.",
    },
    bad: "transfers: [{to: american, country: US, tool: derogation, derogation: a, copy: ask the officer}]",
    good: "transfers: [{to: american, country: US, tool: derogation, derogation: d, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| uses_public_power(case, activity)) {
        for transfer in &activity.transfers {
            use Derogation::{A, B, C, Second};
            let Some(letter) = transfer.derogation.filter(|letter| matches!(letter, A | B | C | Second)) else {
                continue;
            };
            findings.push(
                RULE.found(
                    transfer.at,
                    say!(
                        en: "Article 49(1) `{letter}` is not open to an authority that exercises its powers",
                        sv: "artikel 49.1 `{letter}` är inte öppen för en myndighet i dess myndighetsutövning",
                        da: "artikel 49, stk. 1, `{letter}` er ikke åben for en myndighed som led i myndighedsudøvelse",
                        letter = letter.key(),
                    ),
                )
                .field(field!(Transfer, derogation))
                .label(say!(
                    en: "closed by Article 49(3)",
                    sv: "stängd genom artikel 49.3",
                    da: "lukket ved artikel 49, stk. 3",
                ))
                .help(say!(
                    en: "choose another tool, or stop the transfer",
                    sv: "välj ett annat verktyg, eller upphör med överföringen",
                    da: "vælg et andet grundlag, eller stop overførslen",
                )),
            );
        }
    }
}

/// Whether an authority relies on a legal obligation or a public task: Article 6(1)(c) or (e).
pub(super) fn uses_public_power(case: &Case, activity: &Activity) -> bool {
    let controllers = controllers_of(case.register, activity);
    let is_authority = controllers.is_empty() || controllers.into_iter().any(is_authority);
    is_authority && activity.bases().filter_map(|basis| basis.code).any(|code| matches!(code.letter(), 'c' | 'e'))
}
