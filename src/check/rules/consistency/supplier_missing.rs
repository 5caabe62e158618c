//! `supplier-missing`: a system has no supplier and is not marked as the municipality’s own.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::flow::SystemUse;
use crate::say;
use crate::say::Words;
use rustc_hash::{FxHashMap, FxHashSet};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "supplier-missing",
    aliases: &["C-31"],
    title: Words {
        en: "A system is named without its supplier",
        sv: "Ett system nämns utan leverantör",
        da: "Et system nævnes uden leverandør",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("28(3)"), Provision::Gdpr("30(1)(d)")],
    why: Words {
        en: "Who runs a system may read what is in it: it is a processor, or the municipality itself.",
        sv: "Den som driver ett system kan läsa det som finns i det: ett personuppgiftsbiträde, eller kommunen själv.",
        da: "Den, der driver et system, kan læse indholdet: en databehandler eller kommunen selv.",
    },
    bad: "systems: [without-supplier]",
    good: "systems: [planeraren]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let mut used_at: FxHashMap<&str, &SystemUse> = FxHashMap::default();
    let uses = case.activities().flat_map(|activity| &activity.systems);
    uses.for_each(|used| _ = used_at.entry(used.system.id.as_str()).or_insert(used));
    let processors = case.activities().flat_map(|activity| &activity.processors);
    let provided: FxHashSet<&str> =
        processors.flat_map(|used| &used.systems).map(|provided| provided.id.as_str()).collect();
    for (id, system) in case.register.shared.systems.iter() {
        let Some(used) = used_at.get(id.as_str()) else { continue };
        let is_provided = provided.contains(id.as_str());
        let is_network = system.name.0.words().any(|name| phrase::is_anywhere(phrase::Kind::SocialMedia, name));
        if !is_network && system.processor.is_unwritten() && !system.own.0 && !is_provided {
            findings.push(
                RULE.found(
                    system.name.0.at,
                    say!(
                        en: "this system has no supplier, and is not said to be the municipality’s own",
                        sv: "systemet har ingen leverantör och anges inte som kommunens eget",
                        da: "systemet har ingen leverandør og er ikke angivet som kommunens eget",
                    ),
                )
                .label(say!(en: "who runs it?", sv: "vem driver det?", da: "hvem driver det?"))
                .related(used.system.at(), say!(en: "it is used here", sv: "det används här", da: "det bruges her"))
                .help(say!(
                    en: "write `processor:` with the id of the supplier, or `own: yes`; if it is not known, `processor: {{unknown: why}}`",
                    sv: "skriv `processor:` med leverantörens id, eller `own: yes`; är det inte känt, `processor: {{unknown: varför}}`",
                    da: "skriv `processor:` med leverandørens id, eller `own: yes`; er det ukendt, `processor: {{unknown: hvorfor}}`",
                )),
            );
        }
    }
}
