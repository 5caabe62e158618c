//! Parties in third countries (Chapter V).

use crate::model::country::Country;
use crate::model::processor::{Processor, SubProcessor};
use crate::model::shared::System;
use crate::register::Register;

/// Whether a processor or a sub-processor is established in a third country, or `None` if that is not written.
#[must_use]
pub(crate) fn of_processor(processor: &Processor) -> Option<bool> {
    let sub = |sub: &SubProcessor| sub.country.value().is_some_and(Country::is_third);
    let own = processor.country.value().map(Country::is_third);
    if processor.sub_processors.iter().any(sub) { Some(true) } else { own }
}

/// Whether a system is hosted in a third country, or by a processor in one.
#[must_use]
pub(crate) fn of_system(system: &System, register: &Register) -> bool {
    let processor = system.processor.value().and_then(|processor| register.shared.processors.get(&processor.id));
    system.hosted_in.value().is_some_and(Country::is_third) || processor.and_then(of_processor).unwrap_or_default()
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
