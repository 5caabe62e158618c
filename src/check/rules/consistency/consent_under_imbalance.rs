//! `consent-under-imbalance`: an authority relies on consent and does not say why it is freely given.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::organisation::LegalForm;
use crate::model::purpose::BasisCode;
use crate::register::facts::responsible::controller_of;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "consent-under-imbalance",
    aliases: &["C-09"],
    title: Words {
        en: "An authority relies on consent, and nothing says why it is freely given",
        sv: "En myndighet stöder sig på samtycke, men inget sägs om varför det är frivilligt",
        da: "En myndighed bygger på samtykke, men intet siges om, hvorfor det er frivilligt",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("7(4)"), Provision::Recital(43)],
    why: Words {
        en: "Between an authority and a person, consent is seldom freely given; the controller must be able to show that it is.",
        sv: "Mellan en myndighet och en enskild är ett samtycke sällan frivilligt; den personuppgiftsansvarige ska kunna visa att det är det.",
        da: "Mellem en myndighed og en borger er et samtykke sjældent frivilligt; den dataansvarlige skal kunne påvise, at det er det.",
    },
    bad: "basis: [{code: consent}]\nconsent: [{who: guardian, withdraw: e-tjänsten}]\nobligation: voluntary",
    good: "basis: [{code: consent, because: ingen fördel går förlorad}]\nconsent: [{who: guardian, withdraw: e-tjänsten}]\nobligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| is_of_authority(case, activity)) {
        for basis in activity.bases() {
            if basis.code == Some(BasisCode::Consent) && basis.because.is_unwritten() {
                findings.push(
                    RULE.found(
                        basis.at,
                        say!(
                            en: "consent is the basis, but nothing says why it is freely given",
                            sv: "samtycke är grunden, men inget sägs om varför det är frivilligt",
                            da: "samtykke er grundlaget, men intet siges om, hvorfor det er frivilligt",
                        ),
                    )
                    .label(say!(
                        en: "why is it free?",
                        sv: "varför är det frivilligt?",
                        da: "hvorfor er det frivilligt?",
                    ))
                    .help(say!(
                        en: "write `because:` beside the basis: what a person who says no keeps; or choose another basis",
                        sv: "skriv `because:` vid grunden: vad den som säger nej behåller; eller välj en annan grund",
                        da: "skriv `because:` ved grundlaget: hvad den, der siger nej, beholder; eller vælg et andet grundlag",
                    )),
                );
            }
        }
    }
}

/// Whether the controller is a public authority: any but a company or a foundation.
fn is_of_authority(case: &Case, activity: &Activity) -> bool {
    let form = controller_of(case.register, activity).and_then(|controller| controller.form);
    !matches!(form, Some(LegalForm::Company | LegalForm::Foundation))
}
