//! `role-unset`: another authority carries out a task, and its role is not stated.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "role-unset",
    aliases: &["C-13"],
    title: Words {
        en: "Another authority carries out a task, and its role is not said",
        sv: "En annan myndighet utför en uppgift, men dess roll anges inte",
        da: "En anden myndighed udfører en opgave, men dens rolle er ikke angivet",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("4(7)"), Provision::Gdpr("26"), Provision::Gdpr("28")],
    why: Words {
        en: "Whether it is a controller, a joint controller or a processor decides who informs and who answers.",
        sv: "Om den är personuppgiftsansvarig, gemensamt ansvarig eller biträde avgör vem som informerar och vem som svarar.",
        da: "Om den er dataansvarlig, fælles dataansvarlig eller databehandler, afgør, hvem der oplyser, og hvem der svarer.",
    },
    bad: "delegated: [{to: Grannkommunen, what: köra bussen}]",
    good: "delegated: [{to: Grannkommunen, what: köra bussen, role: processor}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for delegated in
        case.activities().flat_map(|activity| &activity.delegated).filter(|delegated| delegated.role.is_unwritten())
    {
        findings.push(
            RULE.found(
                delegated.at,
                say!(
                    en: "the role of this authority is not said",
                    sv: "myndighetens roll anges inte",
                    da: "myndighedens rolle er ikke angivet",
                ),
            )
            .label(say!(en: "no `role`", sv: "`role` saknas", da: "`role` mangler"))
            .help(say!(
                en: "write `role:` with `controller`, `joint-controller` or `processor`; if it is not known, `role: {{unknown: why}}`",
                sv: "skriv `role:` med `controller`, `joint-controller` eller `processor`; är den inte känd, `role: {{unknown: varför}}`",
                da: "skriv `role:` med `controller`, `joint-controller` eller `processor`; er den ukendt, `role: {{unknown: hvorfor}}`",
            )),
        );
    }
}
