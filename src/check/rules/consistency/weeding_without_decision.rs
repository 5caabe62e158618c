//! `weeding-without-decision`: public documents are destroyed without a decision or a law.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::retention::{Retention, Then};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "weeding-without-decision",
    aliases: &["C-24"],
    title: Words {
        en: "Public documents are weeded without a decision or a law",
        sv: "Allmänna handlingar gallras utan beslut eller lag",
        da: "Offentlige dokumenter kasseres uden beslutning eller lov",
    },
    level: Level::Warning,
    country: Some("SE"),
    follows_from_misreading: false,
    law: &[Provision::National("SE", "10 § arkivlagen (1990:782)"), Provision::Gdpr("5(1)(e)")],
    why: Words {
        en: "A Swedish public document may only be destroyed by decision or by law; without it the period has no ground.",
        sv: "En allmän handling får gallras bara med stöd av beslut eller lag; utan det saknar fristen grund.",
        da: "Et svensk offentligt dokument må kun kasseres efter beslutning eller lov; uden den har fristen intet grundlag.",
    },
    bad: "retention: [{of: [decisions], keep: 2 years, from: decision, then: weed}]",
    good: "retention: [{of: [decisions], keep: 2 years, from: decision, then: weed, decision: nämndens plan}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_weeded = |rule: &&Retention| rule.then.iter().any(|then| matches!(then, Then::Weed | Then::Erase));
    let stands_alone = |rule: &&Retention| rule.decision.is_unwritten() && rule.law.is_unwritten();
    let all = case.activities().flat_map(|activity| &activity.retention);
    for rule in all.filter(is_weeded).filter(stands_alone) {
        let is_erased = rule.then.iter().all(|then| *then != Then::Weed);
        let message = if is_erased {
            say!(
                en: "documents are erased, but no decision or law is given",
                sv: "handlingar raderas, men varken beslut eller lag anges",
                da: "dokumenter slettes, men hverken beslutning eller lov er angivet",
            )
        } else {
            say!(
                en: "documents are weeded, but no decision or law is given",
                sv: "handlingar gallras, men varken beslut eller lag anges",
                da: "dokumenter kasseres, men hverken beslutning eller lov er angivet",
            )
        };
        findings.push(
            RULE.found(
                rule.at,
                message,
            )
            .label(say!(
                en: "neither `decision` nor `law`",
                sv: "varken `decision` eller `law`",
                da: "hverken `decision` eller `law`",
            ))
            .help(say!(
                en: "write `decision:` with the plan or the decision, or `law:`; if it is not known, `decision: {{unknown: why}}`",
                sv: "skriv `decision:` med informationshanteringsplanen eller gallringsbeslutet, eller `law:`; är det inte känt, `decision: {{unknown: varför}}`",
                da: "skriv `decision:` med planen eller beslutningen, eller `law:`; er det ukendt, `decision: {{unknown: hvorfor}}`",
            )),
        );
    }
}
