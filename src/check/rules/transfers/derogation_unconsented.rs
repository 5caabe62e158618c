//! `derogation-unconsented`: a transfer rests on explicit consent, but the activity has no consent.

use crate::check::rule::{Case, Rule};
use crate::check::rules::transfers::derogation_closed::uses_public_power;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::flow::{Derogation, Transfer};
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "derogation-unconsented",
    aliases: &[],
    title: Words {
        en: "A transfer rests on explicit consent, and no consent is registered",
        sv: "En överföring vilar på uttryckligt samtycke, men inget samtycke är angivet",
        da: "En overførsel hviler på udtrykkeligt samtykke, men intet samtykke er angivet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("49(1)(a)")],
    why: Words {
        en: "The person must have agreed to this transfer, after being told of its risks.",
        sv: "Den registrerade ska ha samtyckt till just den överföringen, efter information om riskerna.",
        da: "Den registrerede skal have givet samtykke til netop den overførsel efter at være blevet underrettet om risiciene.",
    },
    bad: "controller: company\nbasis: [contract]\ntransfers: [{to: american, country: US, tool: derogation, derogation: a, copy: ask the officer}]",
    good: "controller: company\nbasis: [contract]\ntransfers: [{to: american, country: US, tool: derogation, derogation: a, copy: ask the officer}]\nconsent: [{covers: överföringen till USA, who: [guardian], withdraw: e-tjänsten}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| lacks_consent(case, activity)) {
        for transfer in activity.transfers.iter().filter(|transfer| transfer.derogation == Some(Derogation::A)) {
            findings.push(
                RULE.found(
                    transfer.at,
                    say!(
                        en: "the transfer rests on explicit consent, but the activity has no `consent`",
                        sv: "överföringen vilar på uttryckligt samtycke, men behandlingen har inget `consent`",
                        da: "overførslen hviler på udtrykkeligt samtykke, men behandlingen har intet `consent`",
                    ),
                )
                .field(field!(Transfer, derogation))
                .label(say!(en: "consent to what?", sv: "samtycke till vad?", da: "samtykke til hvad?"))
                .help(say!(
                    en: "write `consent:` that covers the transfer, or choose another tool",
                    sv: "skriv `consent:` som omfattar överföringen, eller välj ett annat verktyg",
                    da: "skriv `consent:`, der omfatter overførslen, eller vælg et andet grundlag",
                )),
            );
        }
    }
}

/// Whether an activity has no consent. What an authority does in the exercise of its powers is left to another rule.
fn lacks_consent(case: &Case, activity: &Activity) -> bool {
    let has_none = activity.consent.is_unwritten() || activity.consent.none;
    has_none && !uses_public_power(case, activity)
}
