//! `consent-forced`: consent is the only legal basis, and the data must be provided.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::consent::{Obligation, ObligationKind};
use crate::model::purpose::BasisCode;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "consent-forced",
    aliases: &[],
    title: Words {
        en: "Consent is the only basis, and the data must be provided",
        sv: "Samtycke är den enda grunden, och uppgifterna måste lämnas",
        da: "Samtykke er det eneste grundlag, og oplysningerne skal gives",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("4(11)"), Provision::Gdpr("7(4)"), Provision::Recital(43)],
    why: Words {
        en: "Consent must be freely given: where a law or a contract requires the data, nobody is free to say no.",
        sv: "Ett samtycke ska vara frivilligt: kräver en lag eller ett avtal uppgifterna kan ingen säga nej.",
        da: "Et samtykke skal være frivilligt: kræver en lov eller en kontrakt oplysningerne, kan ingen sige nej.",
    },
    bad: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{covers: bilder, who: [guardian], withdraw: e-tjänsten}]\nobligation: {kind: statutory, law: skollagen (2010:800) 29 kap. 19 §, consequence: kan barnet inte börja}",
    good: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{covers: bilder, who: [guardian], withdraw: e-tjänsten}]\nobligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for obligation in activity.obligation.iter().filter(|one| is_forced(activity, one)) {
            let kind = obligation.kind.value().copied();
            let level = if kind == Some(ObligationKind::Needed) { Level::Info } else { RULE.level };
            findings.push(
                RULE.found(
                    obligation.at,
                    say!(
                        en: "the only legal basis is consent, but the data must be provided",
                        sv: "den enda rättsliga grunden är samtycke, men uppgifterna måste lämnas",
                        da: "det eneste retsgrundlag er samtykke, men oplysningerne skal gives",
                    ),
                )
                .at_level(level)
                .label(say!(
                    en: "is the consent free?",
                    sv: "är samtycket frivilligt?",
                    da: "er samtykket frivilligt?",
                ))
                .help(say!(
                    en: "write `kind: voluntary` where nothing follows from a no; else the legal basis that requires the data",
                    sv: "skriv `kind: voluntary` om ett nej inte får några följder; annars den rättsliga grund som kräver uppgifterna",
                    da: "skriv `kind: voluntary`, hvis et nej ikke får følger; ellers det retsgrundlag, der kræver oplysningerne",
                )),
            );
        }
    }
}

/// Whether all legal bases are consent, or the obligation is about the data that consent covers, and something follows
/// from a no.
fn is_forced(activity: &Activity, obligation: &Obligation) -> bool {
    let mut bases = activity.bases().peekable();
    let is_known = bases.peek().is_some();
    let only_consent = is_known && bases.all(|basis| basis.code == Some(BasisCode::Consent));
    let consented = || activity.consent.iter().flat_map(|consent| &consent.data);
    let is_same = obligation.data.iter().any(|data| consented().any(|known| known.word.text == data.word.text));
    match obligation.kind.value() {
        Some(ObligationKind::Statutory | ObligationKind::Contractual) => only_consent || is_same,
        Some(ObligationKind::Needed) => only_consent && obligation.consequence.value().is_some(),
        Some(ObligationKind::Voluntary) | None => false,
    }
}
