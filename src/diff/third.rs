//! Whether a value leads to a third country (Chapter V).

use crate::diff::condition::Context;
use crate::diff::value::Value;
use crate::model::country::Country;
use crate::model::flow::Transfer;
use crate::model::processor::Processor;
use crate::model::reference::RefKind;
use crate::model::shared::System;
use crate::resolve::Register;
use crate::vocabulary::{ListName, entry};

/// Whether the value of a change leads to a third country: its own country, or that of the processor, sub-processor,
/// storage or recipient that it names. A transfer whose country is not known leads to one.
pub(super) fn is_third(case: &Context) -> bool {
    let value = case.value();
    let leads = leads_to(value, case.register());
    let is_transfer = case.list() == "transfers" && matches!(value, Value::Record(_));
    leads.unwrap_or(is_transfer)
}

/// Whether the activity had a transfer to the same country before.
pub(super) fn is_known_country(case: &Context) -> bool {
    let value = case.value();
    let country = value.get("country").unwrap_or(value).key();
    let code = |transfer: &Transfer| transfer.country.value().map(|country| country.code.clone());
    let mut known = case.old_activity().into_iter().flat_map(|activity| activity.transfers.iter()).filter_map(code);
    country.is_some_and(|country| known.any(|code| code == country))
}

fn leads_to(value: &Value, register: &Register) -> Option<bool> {
    match value {
        Value::Country(code) => Some(is_outside(code)),
        Value::Reference(RefKind::Processors, id) => register.shared.processors.by_name(id).and_then(of_processor),
        Value::Reference(RefKind::Systems, id) => {
            register.shared.systems.by_name(id).map(|system| of_system(system, register))
        }
        Value::Free(..) => of_party(value.key()?, register),
        Value::Record(_) => {
            let field = |name: &str| value.get(name).and_then(|value| leads_to(value, register));
            field("country").or_else(|| ["processor", "system", "to"].into_iter().find_map(field))
        }
        _ => None,
    }
}

fn is_outside(code: &str) -> bool {
    entry(ListName::Countries, code).is_some_and(|entry| !entry.eea)
}

fn of_processor(processor: &Processor) -> Option<bool> {
    let sub = |sub: &crate::model::processor::SubProcessor| sub.country.value().is_some_and(Country::is_third);
    let own = processor.country.value().map(Country::is_third);
    if processor.sub_processors.iter().any(sub) { Some(true) } else { own }
}

fn of_system(system: &System, register: &Register) -> bool {
    let processor = system.processor.value().and_then(|processor| register.shared.processors.get(&processor.id));
    system.hosted_in.value().is_some_and(Country::is_third) || processor.and_then(of_processor).unwrap_or_default()
}

fn of_party(id: &str, register: &Register) -> Option<bool> {
    let shared = &register.shared;
    let recipient = shared.recipients.by_name(id).map(|recipient| recipient.country.as_ref().map(Country::is_third));
    recipient
        .flatten()
        .or_else(|| shared.processors.by_name(id).and_then(of_processor))
        .or_else(|| shared.systems.by_name(id).map(|system| of_system(system, register)))
}
