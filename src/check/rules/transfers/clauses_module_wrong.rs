//! `clauses-module-wrong`: the module of the standard clauses is not for this exporter and importer.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::flow::{Module, Transfer};
use crate::model::record::field;
use crate::register::Register;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "clauses-module-wrong",
    aliases: &[],
    title: Words {
        en: "The module of the standard clauses does not fit the parties",
        sv: "Modulen i standardavtalsklausulerna passar inte parterna",
        da: "Modulet i standardkontraktbestemmelserne passer ikke til parterne",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("46(2)(c)"), Provision::Cited("(EU) 2021/914")],
    why: Words {
        en: "Module 1 is from controller to controller, 2 from controller to processor, 3 from processor to processor, 4 from processor to controller; another module does not bind the parties.",
        sv: "Modul 1 gäller mellan personuppgiftsansvariga, 2 från ansvarig till biträde, 3 mellan biträden och 4 från biträde till ansvarig; en annan modul binder inte parterna.",
        da: "Modul 1 gælder mellem dataansvarlige, 2 fra dataansvarlig til databehandler, 3 mellem databehandlere og 4 fra databehandler til dataansvarlig; et andet modul binder ikke parterne.",
    },
    bad: "processors: [american]\ntransfers: [{to: american, country: US, tool: standard-clauses, module: 3, assessed: 2026-01-15, copy: ask the officer}]",
    good: "processors: [american]\ntransfers: [{to: american, country: US, tool: standard-clauses, module: 2, assessed: 2026-01-15, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        for transfer in &activity.transfers {
            let Some(right) = right_modules(case.register, activity, transfer) else { continue };
            let Some(module) = transfer.module.filter(|module| !right.contains(module)) else { continue };
            let [first, ..] = right else { continue };
            findings.push(
                RULE.found(
                    transfer.at,
                    say!(
                        en: "module {module} is not for this transfer",
                        sv: "modul {module} är inte till för den här överföringen",
                        da: "modul {module} er ikke til denne overførsel",
                        module = module.key(),
                    ),
                )
                .field(field!(Transfer, module))
                .label(say!(en: "other parties", sv: "andra parter", da: "andre parter"))
                .help(say!(
                    en: "write `module: {right}`, and use that module in the contract",
                    sv: "skriv `module: {right}`, och använd den modulen i avtalet",
                    da: "skriv `module: {right}`, og brug det modul i kontrakten",
                    right = first.key())),
            );
        }
    }
}

/// The modules that fit a transfer, or `None` if the parties are not known. Where a processor in the EEA passes data on,
/// it is the exporter.
fn right_modules(register: &Register, activity: &Activity, transfer: &Transfer) -> Option<&'static [Module]> {
    let key = transfer.to.word.key()?;
    if activity.is_processing_for_others() {
        return None;
    }
    if let Some(processor) = register.shared.processors.by_name(key) {
        let is_importer = processor.country.value().is_some_and(|country| country.is_third());
        let is_used = activity.processors.iter().any(|used| used.processor.id.as_str() == key);
        let mut subs = processor.sub_processors.iter().filter_map(|sub| sub.country.value());
        let passes_on = subs.any(|country| country.is_third());
        return (is_importer && is_used && !passes_on).then_some(&[Module::Two]);
    }
    register.shared.recipients.by_name(key).map(|_| [Module::One, Module::Two].as_slice())
}
