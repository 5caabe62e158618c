//! `bases-mixed`: consent stands beside another basis for the same purpose.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::model::purpose::BasisCode;
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "bases-mixed",
    aliases: &["C-07"],
    title: Words {
        en: "Consent stands beside another basis for the same purpose",
        sv: "Samtycke anges vid sidan av en annan grund för samma ändamål",
        da: "Samtykke står ved siden af et andet grundlag for samme formål",
    },
    level: Level::Warning,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Gdpr("7(4)")],
    why: Words {
        en: "Who withdraws consent expects the processing to end; under another basis it goes on.",
        sv: "Den som återkallar sitt samtycke väntar sig att behandlingen upphör; med en annan grund fortsätter den.",
        da: "Den, der trækker samtykket tilbage, venter, at behandlingen hører op; på et andet grundlag fortsætter den.",
    },
    bad: "purposes: [{what: visa bilder, basis: [consent, public-interest]}]\nconsent: {who: guardian, withdraw: skriv till oss}",
    good: "purposes: [{what: visa bilder, basis: [public-interest]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for purpose in case.activities().flat_map(|activity| &activity.purposes) {
        let bases = purpose.basis.iter().filter(|basis| basis.covers.is_unwritten() && basis.when.is_none());
        let codes: Vec<BasisCode> = bases.filter_map(|basis| basis.code).collect();
        if codes.contains(&BasisCode::Consent) && codes.iter().any(|code| *code != BasisCode::Consent) {
            findings.push(
                RULE.found(
                    purpose.basis.at,
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
