//! The records of a register that have a name: a finding belongs to the one in which it stands.

use crate::finding::Place;
use crate::model::{Id, Things};
use crate::resolve::Register;

/// Every record with an id, and where it stands. An id may name several, of different kinds.
#[must_use]
pub fn named(register: &Register) -> Vec<(&str, Place)> {
    fn things<T>(things: &Things<T>, at: fn(&T) -> Place) -> impl Iterator<Item = (&str, Place)> {
        things.iter().map(move |(id, thing)| (id.as_str(), at(thing)))
    }
    let (municipality, shared) = (&register.municipality, &register.shared);
    let activities = register.activities.iter().map(|(id, activity): (&Id, _)| (id.as_str(), activity.at));
    let notices = register.notices.iter().map(|(id, notice): (&Id, _)| (id.as_str(), notice.at));
    activities
        .chain(notices)
        .chain(things(&municipality.controllers, |thing| thing.at))
        .chain(things(&municipality.units, |thing| thing.at))
        .chain(things(&municipality.officers, |thing| thing.at))
        .chain(things(&shared.systems, |thing| thing.at))
        .chain(things(&shared.processors, |thing| thing.at))
        .chain(things(&shared.recipients, |thing| thing.at))
        .chain(things(&shared.sources, |thing| thing.at))
        .chain(things(&shared.texts, |thing| thing.at))
        .chain(things(&shared.measures, |thing| thing.at))
        .collect()
}

/// Whether a place begins inside another.
#[must_use]
pub fn is_inside(place: Place, whole: Place) -> bool {
    place.file == whole.file && whole.start <= place.start && place.start <= whole.end
}
