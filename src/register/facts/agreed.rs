//! The agreements with processors (Article 28(3)).

use indexmap::IndexMap;
use jiff::civil;

use crate::model::Known;
use crate::model::activity::Activity;
use crate::model::processor::{Agreement, Processor};
use crate::register::Register;

/// The day from which the Regulation applies (Article 99(2)).
const REGULATION: civil::Date = civil::date(2018, 5, 25);

/// Why an agreement is outdated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outdated {
    /// It ended on this day.
    Ended(civil::Date),
    /// It is of this day, before the Regulation applied.
    Older(civil::Date),
}

/// Whether no agreement with a processor is registered, or one without a date and a reference. A gap is an answer.
#[must_use]
pub(crate) fn is_missing(processor: &Processor) -> bool {
    match &processor.agreement {
        Known::Unwritten => true,
        Known::Gap(_) => false,
        Known::Value(agreement) => agreement.date.is_none() && agreement.reference.is_none(),
    }
}

/// Why an agreement is outdated on a day, if it is.
#[must_use]
pub(crate) fn outdated(agreement: &Agreement, today: civil::Date) -> Option<Outdated> {
    let ended = agreement.ends.filter(|ends| ends.day < today).map(|ends| Outdated::Ended(ends.day));
    let older = || agreement.date.filter(|date| date.day < REGULATION).map(|date| Outdated::Older(date.day));
    ended.or_else(older)
}

/// The processors that activities use, in the order of the register, each with these activities.
#[must_use]
pub(crate) fn in_use(register: &Register) -> Vec<(&Processor, Vec<&Activity>)> {
    let mut users: IndexMap<&str, Vec<&Activity>> = IndexMap::new();
    for activity in register.activities.values() {
        for used in &activity.processors {
            let own = users.entry(used.processor.id.as_str()).or_default();
            if own.last().is_none_or(|last| last.id != activity.id) {
                own.push(activity);
            }
        }
    }
    let processors = register.shared.processors.iter();
    processors.filter_map(|(id, processor)| Some((processor, users.swap_remove(id.as_str())?))).collect()
}
