//! `bases-mixed`: a purpose has both consent and another legal basis.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::purpose::{Basis, BasisCode};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "bases-mixed",
    aliases: &["C-07"],
    title: Words {
        en: "Consent is combined with another basis for the same purpose",
        sv: "Samtycke anges vid sidan av en annan grund för samma ändamål",
        da: "Samtykke står ved siden af et andet grundlag for samme formål",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Gdpr("7(4)")],
    why: Words {
        en: "Who withdraws consent expects the processing to end; under another basis it goes on.",
        sv: "Den som återkallar sitt samtycke väntar sig att behandlingen upphör; med en annan grund fortsätter den.",
        da: "Den, der trækker samtykket tilbage, venter, at behandlingen hører op; på et andet grundlag fortsætter den.",
    },
    bad: "purposes: [{what: visa bilder, basis: [{code: consent, because: ingen fördel går förlorad}, public-interest]}]\nconsent: {who: guardian, withdraw: skriv till oss}",
    good: "purposes: [{what: visa bilder, basis: [public-interest]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let of_purposes = case.activities().flat_map(|activity| &activity.purposes).map(|purpose| &purpose.basis);
    for all in case.activities().map(|activity| &activity.basis).chain(of_purposes) {
        let bases = all.iter().filter(|basis| basis.covers.is_unwritten() && !narrows(basis));
        let codes: Vec<BasisCode> = bases.filter_map(|basis| basis.code).collect();
        if codes.contains(&BasisCode::Consent) && codes.iter().any(|code| *code != BasisCode::Consent) {
            findings.push(
                RULE.found(
                    all.at,
                    say!(
                        en: "consent and another basis for the same purpose",
                        sv: "samtycke och en annan grund för samma ändamål",
                        da: "samtykke og et andet grundlag for samme formål",
                    ),
                )
                .label(say!(en: "which one is it?", sv: "vilken gäller?", da: "hvilket gælder?"))
                .help(say!(
                    en: "keep one; or divide the purpose, or say with `covers:` or `when:` what each basis covers",
                    sv: "behåll en; eller dela upp ändamålet, eller ange med `covers:` eller `when:` vad varje grund täcker",
                    da: "behold ét; eller del formålet op, eller skriv med `covers:` eller `when:`, hvad hvert grundlag dækker",
                )),
            );
        }
    }
}

/// Whether `when` limits what the basis covers. A vague condition (“may”, “sometimes”) does not.
fn narrows(basis: &Basis) -> bool {
    const VAGUE: [phrase::Kind; 2] = [phrase::Kind::May, phrase::Kind::ConditionVague];
    let is_vague = |words: &str| VAGUE.into_iter().any(|kind| phrase::is_anywhere(kind, words));
    basis.when.value().is_some_and(|when| !when.words().any(is_vague))
}
