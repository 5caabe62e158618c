//! `basis-missing`: a purpose has no legal basis.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "basis-missing",
    aliases: &["N-05", "N-06"],
    title: Words {
        en: "A purpose has no legal basis",
        sv: "Ett ändamål saknar rättslig grund",
        da: "Et formål mangler retsgrundlag",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Gdpr("6(1)"), Provision::Gdpr("13(1)(c)")],
    why: Words {
        en: "Processing without a legal basis is unlawful, and the person must be told which it is.",
        sv: "Behandling utan rättslig grund är olaglig, och den registrerade ska få veta vilken grunden är.",
        da: "Behandling uden retsgrundlag er ulovlig, og den registrerede skal have at vide, hvilket det er.",
    },
    bad: "basis: ~",
    good: "basis: [public-interest]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| activity.basis.is_unwritten()) {
        for purpose in activity.purposes.iter().filter(|purpose| purpose.basis.is_unwritten()) {
            findings.push(
                Finding::error(RULE.code, purpose.at, say!(
                    en: "this purpose has no legal basis",
                    sv: "det här ändamålet har ingen rättslig grund",
                    da: "dette formål har intet behandlingsgrundlag",
                ))
                    .label(say!(
                        en: "no `basis` here or in the activity",
                        sv: "`basis` saknas här och i behandlingen",
                        da: "`basis` mangler her og i behandlingen",
                    ))
                    .help(say!(
                        en: "write `basis:` in the purpose or once in the activity, such as `public-interest`; if it is not known, `basis: {{unknown: why}}`",
                        sv: "skriv `basis:` i ändamålet eller en gång i behandlingen, till exempel `public-interest`; är det inte känt, `basis: {{unknown: varför}}`",
                        da: "skriv `basis:` i formålet eller én gang i behandlingen, for eksempel `public-interest`; er det ukendt, `basis: {{unknown: hvorfor}}`",
                    )),
            );
        }
    }
}
