//! `processor-denied`: an activity says that it has no processor, but uses a system that a processor provides.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;
use crate::steps;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "processor-denied",
    aliases: &[],
    title: Words {
        en: "An activity has no processor, but uses the system of one",
        sv: "En behandling har inget personuppgiftsbiträde men använder ett biträdes system",
        da: "En behandling har ingen databehandler, men bruger en databehandlers system",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("28(3)"), Provision::Gdpr("13(1)(e)")],
    why: Words {
        en: "The notice would say that nobody processes the data for the controller, although the supplier of the system does.",
        sv: "Informationstexten skulle säga att ingen behandlar uppgifterna åt den personuppgiftsansvarige, fast systemets leverantör gör det.",
        da: "Oplysningsteksten ville sige, at ingen behandler oplysningerne for den dataansvarlige, selv om systemets leverandør gør det.",
    },
    bad: "processors: none",
    good: "processors: [molnet]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| activity.processors.none) {
        for used in &activity.systems {
            steps::count(1);
            let system = case.register.shared.systems.get(&used.system.id).filter(|system| !system.own.0);
            let Some(processor) = system.and_then(|system| system.processor.value()) else { continue };
            let (system, processor) = (&used.system.id, &processor.id);
            let message = say!(
                en: "`processors: none`, but the processor `{processor}` provides the system `{system}`",
                sv: "`processors: none`, men biträdet `{processor}` tillhandahåller systemet `{system}`",
                da: "`processors: none`, men databehandleren `{processor}` leverer systemet `{system}`",
            );
            let there = say!(en: "it is used here", sv: "det används här", da: "det bruges her");
            let finding = RULE.found(activity.processors.at, message);
            findings.push(finding.related(used.system.at(), there).help(say!(
                en: "write `processors: [{processor}]`; a system that nobody else provides has `own: yes`",
                sv: "skriv `processors: [{processor}]`; ett system som ingen annan tillhandahåller har `own: yes`",
                da: "skriv `processors: [{processor}]`; et system, som ingen anden leverer, har `own: yes`",
            )));
        }
    }
}
