//! `law-missing`: a legal obligation or public task names no law.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::model::activity::Activity;
use crate::model::purpose::Basis;
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "law-missing",
    aliases: &["N-07"],
    title: Words {
        en: "A legal obligation or public task names no law",
        sv: "En rättslig förpliktelse eller uppgift av allmänt intresse anger ingen lag",
        da: "En retlig forpligtelse eller opgave i samfundets interesse angiver ingen lov",
    },
    level: Level::Warning,
    law: &[Provision::Gdpr("6(3)")],
    why: Words {
        en: "A legal obligation and a public task exist only where Union or national law lays them down.",
        sv: "De grunderna finns bara där unionsrätt eller nationell rätt föreskriver dem.",
        da: "De grundlag findes kun, hvor EU-retten eller national ret fastsætter dem.",
    },
    bad: "basis: [legal-obligation]\nlaw: ~",
    good: "basis: [{code: legal-obligation, law: skollagen (2010:800) 26 kap. 25 §}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| activity.law.is_unwritten()) {
        for basis in bases(activity).filter(|basis| needs_law(basis) && basis.law.is_unwritten()) {
            findings.push(
                Finding::warning(RULE.code, basis.at, say!(
                    en: "this legal basis names no law",
                    sv: "den här rättsliga grunden anger ingen lag",
                    da: "dette behandlingsgrundlag angiver ingen lov",
                ))
                    .label(say!(
                        en: "which law lays it down?",
                        sv: "vilken lag föreskriver den?",
                        da: "hvilken lov fastsætter det?",
                    ))
                    .help(say!(
                        en: "write `law:` in the basis or once in the activity; if it is not known, `law: {{unknown: why}}`",
                        sv: "skriv `law:` i den rättsliga grunden eller en gång i behandlingen; är det inte känt, `law: {{unknown: varför}}`",
                        da: "skriv `law:` i behandlingsgrundlaget eller én gang i behandlingen; er det ukendt, `law: {{unknown: hvorfor}}`",
                    )),
            );
        }
    }
}

fn bases(activity: &Activity) -> impl Iterator<Item = &Basis> {
    activity.basis.iter().chain(activity.purposes.iter().flat_map(|purpose| &purpose.basis))
}

fn needs_law(basis: &Basis) -> bool {
    basis.code.is_some_and(|code| matches!(code.letter(), 'c' | 'e'))
}
