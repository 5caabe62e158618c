//! Parties in third countries (Chapter V).

use crate::model::country::Country;
use crate::model::processor::{Processor, SubProcessor};
use crate::model::shared::System;
use crate::register::Register;

/// The third country in which a processor or one of its sub-processors is established.
#[must_use]
pub(crate) fn country_of_processor(processor: &Processor) -> Option<&Country> {
    let subs = processor.sub_processors.iter().filter_map(|sub: &SubProcessor| sub.country.value());
    processor.country.value().into_iter().chain(subs).find(|country| country.is_third())
}

/// The third country in which a system is hosted, or its provider or one of the provider's sub-processors established.
#[must_use]
pub(crate) fn country_of_system<'r>(system: &'r System, register: &'r Register) -> Option<&'r Country> {
    let provider = || system.processor.value().and_then(|processor| register.shared.processors.get(&processor.id));
    let host = system.hosted_in.value().filter(|country| country.is_third());
    host.or_else(|| provider().and_then(country_of_processor))
}

/// Whether a processor or a sub-processor is established in a third country, or `None` if that is not written.
#[must_use]
pub(crate) fn of_processor(processor: &Processor) -> Option<bool> {
    match country_of_processor(processor) {
        Some(_) => Some(true),
        None => processor.country.value().map(|_| false),
    }
}

/// Whether a system is hosted in a third country, or by a processor in one.
#[must_use]
pub(crate) fn of_system(system: &System, register: &Register) -> bool {
    country_of_system(system, register).is_some()
}

/// Whether the recipient, processor or system with this id is in a third country, or `None` if that is not written.
#[must_use]
pub(crate) fn of_party(id: &str, register: &Register) -> Option<bool> {
    let shared = &register.shared;
    let recipient = shared.recipients.by_name(id).map(|recipient| recipient.country.as_ref().map(Country::is_third));
    recipient
        .flatten()
        .or_else(|| shared.processors.by_name(id).and_then(of_processor))
        .or_else(|| shared.systems.by_name(id).map(|system| of_system(system, register)))
}
