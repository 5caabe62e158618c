//! Parties in third countries (Chapter V).

use crate::finding::Place;
use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::country::Country;
use crate::model::processor::{Processor, SubProcessor};
use crate::model::reference::{Ref, Systems};
use crate::model::shared::System;
use crate::register::Register;
use crate::register::facts::named::Party;

/// The country of a processor, then those of its sub-processors, each with the sub-processor.
pub(crate) fn countries_of_processor(
    processor: &Processor,
) -> impl Iterator<Item = (Option<&SubProcessor>, &Known<Country>)> {
    let subs = processor.sub_processors.iter().map(|sub| (Some(sub), &sub.country));
    std::iter::once((None, &processor.country)).chain(subs)
}

/// The third country in which a processor or one of its sub-processors is established.
#[must_use]
pub(crate) fn country_of_processor(processor: &Processor) -> Option<&Country> {
    let mut countries = countries_of_processor(processor).filter_map(|(_, country)| country.value());
    countries.find(|country| country.is_third())
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

/// The third country of the recipient, processor or system with this id.
#[must_use]
pub(crate) fn country_of_party<'r>(id: &str, register: &'r Register) -> Option<&'r Country> {
    let shared = &register.shared;
    let recipient = || shared.recipients.by_name(id)?.country.as_ref().filter(|country| country.is_third());
    let processor = || country_of_processor(shared.processors.by_name(id)?);
    let system = || country_of_system(shared.systems.by_name(id)?, register);
    recipient().or_else(processor).or_else(system)
}

/// Whether the recipient, processor or system with this id is in a third country, or `None` if that is not written.
#[must_use]
pub(crate) fn of_party(id: &str, register: &Register) -> Option<bool> {
    if country_of_party(id, register).is_some() {
        return Some(true);
    }
    let shared = &register.shared;
    let recipient = shared.recipients.by_name(id).and_then(|recipient| recipient.country.as_ref());
    let processor = shared.processors.by_name(id).and_then(of_processor);
    let is_told = recipient.is_some() || processor.is_some() || shared.systems.by_name(id).is_some();
    is_told.then_some(false)
}

/// The processors, systems and recipients of an activity in third countries, each with its country.
#[must_use]
pub(crate) fn parties_abroad<'r>(register: &'r Register, activity: &'r Activity) -> Vec<(Party<'r>, &'r Country)> {
    let recipients = activity.recipients.iter().filter_map(|disclosure| {
        let recipient = register.shared.recipients.by_name(disclosure.to.word.key()?)?;
        Some((
            Party::Named(&recipient.name, Some(&recipient.formerly)),
            recipient.country.as_ref().filter(|country| country.is_third())?,
        ))
    });
    let processors = processors_of(register, activity).flat_map(|processor| {
        let countries = countries_of_processor(processor).filter_map(|(_, country)| country.value());
        countries
            .filter(|country| country.is_third())
            .map(|country| (Party::Proper(&processor.name, &processor.formerly), country))
    });
    // A system whose provider is in a third country is told by its provider.
    let systems = systems_of(register, activity).filter_map(|system| {
        Some((
            Party::Proper(&system.name, &system.formerly),
            system.hosted_in.value().filter(|country| country.is_third())?,
        ))
    });
    recipients.chain(processors).chain(systems).collect()
}

/// The processors, recipients and systems of an activity in third countries, each with the place where it is named. A
/// processor counts if it, or one of its sub-processors, is established there.
pub(crate) fn abroad<'r>(register: &'r Register, activity: &'r Activity) -> Vec<(Place, &'r Country)> {
    let shared = &register.shared;
    let processors = activity.processors.iter().filter_map(|used| {
        let processor = shared.processors.get(&used.processor.id)?;
        Some((used.processor.at(), country_of_processor(processor)?))
    });
    let recipients = activity
        .recipients
        .iter()
        .filter_map(|disclosure| Some((disclosure.to.at(), country_of_party(disclosure.to.word.key()?, register)?)));
    let systems = used_systems(activity).filter_map(|used| {
        let system = shared.systems.get(&used.id)?;
        Some((used.at(), country_of_system(system, register)?))
    });
    let mut all: Vec<(Place, &Country)> = Vec::new();
    for (place, country) in processors.chain(recipients).chain(systems) {
        if all.iter().all(|(_, known)| known.at.begin() != country.at.begin()) {
            all.push((place, country));
        }
    }
    all
}

/// Every country in which data of an activity are known to be: of its processors, their sub-processors, its systems and
/// its recipients.
#[must_use]
pub(crate) fn countries_of<'r>(register: &'r Register, activity: &'r Activity) -> Vec<&'r Country> {
    let shared = &register.shared;
    let mut countries: Vec<&Country> = Vec::new();
    for processor in processors_of(register, activity) {
        countries.extend(countries_of_processor(processor).filter_map(|(_, country)| country.value()));
    }
    countries.extend(systems_of(register, activity).filter_map(|system| system.hosted_in.value()));
    let keys = activity.recipients.iter().filter_map(|disclosure| disclosure.to.word.key());
    countries.extend(keys.filter_map(|key| shared.recipients.by_name(key)?.country.as_ref()));
    countries
}

/// Whether it is not known in which country a processor, a sub-processor or the data of a system of an activity are, or
/// who supplies the system.
#[must_use]
pub(crate) fn has_unknown_country(register: &Register, activity: &Activity) -> bool {
    let is_open = |system: &System| system.hosted_in.gap().is_some() || system.processor.gap().is_some();
    let may_have_others = |processor: &Processor| !processor.sub_processors.gaps.is_empty();
    place_without_country(register, activity).is_some()
        || processors_of(register, activity).any(may_have_others)
        || systems_of(register, activity).any(is_open)
}

/// The place of the first processor of an activity whose country, or that of one of its sub-processors, is not known.
#[must_use]
pub(crate) fn place_without_country(register: &Register, activity: &Activity) -> Option<Place> {
    let is_unknown = |sub: &SubProcessor| sub.country.value().is_none();
    let lacks_country =
        |processor: &&Processor| processor.country.value().is_none() || processor.sub_processors.iter().any(is_unknown);
    processors_of(register, activity).find(lacks_country).map(|processor| processor.at)
}

/// The systems that an activity uses.
fn systems_of<'r>(register: &'r Register, activity: &'r Activity) -> impl Iterator<Item = &'r System> {
    used_systems(activity).filter_map(|used| register.shared.systems.get(&used.id))
}

/// The references of an activity to systems: its own, then those of its processors.
fn used_systems(activity: &Activity) -> impl Iterator<Item = &Ref<Systems>> {
    let of_processors = activity.processors.iter().flat_map(|used| &used.systems);
    activity.systems.iter().map(|used| &used.system).chain(of_processors)
}

/// The processors of an activity and of the systems that it uses.
fn processors_of<'r>(register: &'r Register, activity: &'r Activity) -> impl Iterator<Item = &'r Processor> {
    let own = activity.processors.iter().map(|used| &used.processor);
    let of_systems = systems_of(register, activity).filter_map(|system| system.processor.value());
    own.chain(of_systems).filter_map(|used| register.shared.processors.get(&used.id))
}
