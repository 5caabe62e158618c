//! Records with an id. A finding belongs to the record that contains it.

use std::collections::HashMap;

use crate::finding::Place;
use crate::model::{ById, Id};
use crate::register::Register;
use crate::steps;

/// Every record with an id, and its place. Records of different kinds may share an id.
#[must_use]
pub(crate) fn named(register: &Register) -> Vec<(&str, Place)> {
    fn things<T>(things: &ById<T>, at: fn(&T) -> Place) -> impl Iterator<Item = (&str, Place)> {
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
pub(crate) fn is_inside(place: Place, whole: Place) -> bool {
    place.file == whole.file && whole.start <= place.start && place.start <= whole.end
}

/// Records by place, to look up the one that contains a place.
#[derive(Debug, Default, Clone)]
pub(crate) struct Records(HashMap<u32, Vec<(Place, String)>>);

impl Records {
    /// An index of records that do not overlap within a file.
    #[must_use]
    pub(crate) fn of<'r>(records: impl IntoIterator<Item = (&'r str, Place)>) -> Self {
        let mut by_file: HashMap<u32, Vec<(Place, String)>> = HashMap::new();
        for (id, at) in records {
            by_file.entry(at.file).or_default().push((at, id.to_owned()));
        }
        by_file.values_mut().for_each(|all| all.sort_by_key(|(at, _)| at.start));
        Self(by_file)
    }

    /// The id of the record that contains the start of a place.
    #[must_use]
    pub(crate) fn holding(&self, place: Place) -> Option<&str> {
        steps::count(1);
        let all = self.0.get(&place.file)?;
        let after = all.partition_point(|(at, _)| at.start <= place.start);
        let (at, id) = all.get(after.checked_sub(1)?)?;
        is_inside(place, *at).then_some(id.as_str())
    }
}
