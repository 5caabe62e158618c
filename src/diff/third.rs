//! Whether a value points to a third country (Chapter V).

use std::collections::BTreeSet;

use crate::diff::condition::Context;
use crate::diff::value::Value;
use crate::model::activity::Activity;
use crate::model::country;
use crate::model::flow::{SystemUse, Transfer};
use crate::model::keys;
use crate::model::record::field;
use crate::model::reference::RefKind;
use crate::model::term::TermKind;
use crate::register::Register;
use crate::register::facts::third::{countries_of_processor, of_party, of_processor, of_system};

/// Whether the value of a change points to a third country: by its own country, or that of the processor,
/// sub-processor, storage or recipient that it names. A transfer without a known country counts as one.
pub(super) fn is_third(case: &Context) -> bool {
    let value = case.value();
    let leads = leads_to(value, case.register());
    let is_gap = matches!(value, Value::Gap(..)) && case.field() == keys::COUNTRY;
    let is_transfer = case.list() == field!(Activity, transfers) && (is_gap || matches!(value, Value::Record(_)));
    leads.unwrap_or(is_transfer)
}

/// Whether the country of the processor or sub-processor that a change names is not stated.
pub(super) fn is_unstated(case: &Context) -> bool {
    let value = case.value();
    match (case.field() == keys::COUNTRY, value) {
        (true, value) => case.change.after.is_none() || matches!(value, Value::Gap(..)),
        (false, Value::Gap(..)) => false,
        (false, value) => case.change.after.is_some() && leads_to(value, case.register()).is_none(),
    }
}

/// Whether the activity had a transfer to the same country before.
pub(super) fn is_known_country(case: &Context) -> bool {
    let value = case.value();
    let country = value.get(field!(Transfer, country)).unwrap_or(value).key();
    let code = |transfer: &Transfer| transfer.country.value().map(|country| country.code.clone());
    let mut known = case.old_activity().into_iter().flat_map(|activity| activity.transfers.iter()).filter_map(code);
    country.is_some_and(|country| known.any(|code| code == country))
}

/// The countries of the processors, systems and recipients that a value names, in order; `None` for one that is not known.
pub(super) fn countries(value: &Value, register: &Register) -> Vec<Option<String>> {
    let shared = &register.shared;
    let mut all = BTreeSet::new();
    let of_processor = |id: &str, all: &mut BTreeSet<Option<String>>| {
        let processor = shared.processors.by_name(id);
        let known = processor.into_iter().flat_map(countries_of_processor);
        all.extend(known.map(|(_, country)| country.value().map(|country| country.code.clone())));
    };
    value.each(&mut |value| match value {
        Value::Reference(RefKind::Processors, id) => of_processor(id, &mut all),
        Value::Reference(RefKind::Systems, id) => {
            let system = shared.systems.by_name(id);
            all.extend(system.and_then(|system| system.hosted_in.value()).map(|country| Some(country.code.clone())));
            let provider = system.and_then(|system| system.processor.value());
            provider.into_iter().for_each(|provider| of_processor(provider.id.as_str(), &mut all));
        }
        Value::Free(TermKind::Parties, _) => {
            let id = value.key().unwrap_or_default();
            let recipient = shared.recipients.by_name(id).and_then(|recipient| recipient.country.as_ref());
            all.extend(recipient.map(|country| Some(country.code.clone())));
            of_processor(id, &mut all);
        }
        _ => {}
    });
    all.into_iter().collect()
}

fn leads_to(value: &Value, register: &Register) -> Option<bool> {
    match value {
        Value::Country(code) => Some(country::is_third(code)),
        Value::Reference(RefKind::Processors, id) => register.shared.processors.by_name(id).and_then(of_processor),
        Value::Reference(RefKind::Systems, id) => {
            register.shared.systems.by_name(id).map(|system| of_system(system, register))
        }
        Value::Free(..) => of_party(value.key()?, register),
        Value::Record(_) => {
            let field = |name: &str| value.get(name).and_then(|value| leads_to(value, register));
            let parties = [keys::PROCESSOR, field!(SystemUse, system), keys::TO];
            field(keys::COUNTRY).or_else(|| parties.into_iter().find_map(field))
        }
        _ => None,
    }
}
