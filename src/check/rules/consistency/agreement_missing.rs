//! `agreement-missing`: a processor is used without a registered agreement.

use crate::check::rule::{Case, Rule};
use crate::finding::Place;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Id;
use crate::model::processor::Processor;
use crate::register::facts::agreed::is_missing;
use crate::say;
use crate::say::Words;
use rustc_hash::FxHashMap;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "agreement-missing",
    aliases: &["C-10"],
    title: Words {
        en: "A processor is used without a registered agreement",
        sv: "Ett personuppgiftsbiträde anlitas utan registrerat avtal",
        da: "En databehandler anvendes uden registreret aftale",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("28(3)"), Provision::Gdpr("28(9)")],
    why: Words {
        en: "Processing by a processor must be governed by a written contract.",
        sv: "När ett biträde behandlar uppgifter ska det regleras i ett skriftligt avtal.",
        da: "Behandling ved en databehandler skal være reguleret af en skriftlig databehandleraftale.",
    },
    bad: "processors: [without-agreement]",
    good: "processors: [molnet]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (processor, used) in in_use(case) {
        if is_missing(processor) {
            findings.push(
                RULE.found(
                    processor.name.0.at,
                    say!(
                        en: "no agreement with this processor is registered",
                        sv: "inget avtal med personuppgiftsbiträdet är registrerat",
                        da: "der er ikke registreret nogen aftale med databehandleren",
                    ),
                )
                .label(say!(
                    en: "no `agreement` with a date or a reference",
                    sv: "`agreement` med datum eller diarienummer saknas",
                    da: "`agreement` med dato eller sagsnummer mangler",
                ))
                .related(used, say!(en: "it is used here", sv: "det anlitas här", da: "den anvendes her"))
                .help(say!(
                    en: "write `agreement: {{date: …, reference: …}}`; if it is not known, `agreement: {{unknown: why}}`",
                    sv: "skriv `agreement: {{date: …, reference: …}}`; är det inte känt, `agreement: {{unknown: varför}}`",
                    da: "skriv `agreement: {{date: …, reference: …}}`; er den ukendt, `agreement: {{unknown: hvorfor}}`",
                )),
            );
        }
    }
}

/// The processors that activities use, each with the place of its first use.
pub(in crate::check::rules) fn in_use<'c>(case: &'c Case) -> impl Iterator<Item = (&'c Processor, Place)> {
    let mut used_at: FxHashMap<&str, Place> = FxHashMap::default();
    let uses = case.activities().flat_map(|activity| &activity.processors);
    uses.for_each(|used| _ = used_at.entry(used.processor.id.as_str()).or_insert_with(|| used.processor.at()));
    let used = move |(id, processor): (&Id, &'c Processor)| Some((processor, *used_at.get(id.as_str())?));
    case.register.shared.processors.iter().filter_map(used)
}
