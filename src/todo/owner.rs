//! The owner of an item: an activity, a notice, a shared record, or the municipality.

use std::collections::HashMap;

use crate::finding::Place;
use crate::kind::RecordKind;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::model::shared::Shared;
use crate::model::visit::Visit;
use crate::model::{ById, Id, Text};
use crate::register::Register;

/// The owner of an item.
#[derive(Clone, Copy)]
pub(crate) enum Owner<'r> {
    /// The municipality, or a file without another owner.
    Municipality,
    /// A shared record.
    Shared(Thing<'r>),
    /// A notice.
    Notice(&'r Notice),
    /// An activity.
    Activity(&'r Activity),
}

/// A shared record.
#[derive(Clone, Copy)]
pub(crate) struct Thing<'r> {
    /// Its kind.
    pub(crate) kind: RecordKind,
    /// Its id.
    pub(crate) id: &'r Id,
    /// Its name, if any.
    pub(crate) name: Option<&'r Text>,
    /// Its place.
    pub(crate) at: Place,
    /// The record itself.
    pub(crate) record: &'r dyn Visit,
}

impl Thing<'_> {
    /// Whether a place lies in the record or its id.
    pub(crate) fn holds(&self, place: Place) -> bool {
        let id = self.id.at;
        id.file == place.file && id.start <= place.start && place.start < self.at.end
    }
}

/// All shared records.
pub(crate) fn things(register: &Register) -> Vec<Thing<'_>> {
    let Shared { systems, processors, recipients, sources, texts, measures, at: _ } = &register.shared;
    let mut all = Vec::new();
    add(&mut all, RecordKind::Systems, systems, |system| (Some(&system.name.0), system.at));
    add(&mut all, RecordKind::Processors, processors, |processor| (Some(&processor.name.0), processor.at));
    add(&mut all, RecordKind::Recipients, recipients, |recipient| (Some(&recipient.name), recipient.at));
    add(&mut all, RecordKind::Sources, sources, |source| (Some(&source.name), source.at));
    add(&mut all, RecordKind::Texts, texts, |text| (text.title.as_ref(), text.at));
    add(&mut all, RecordKind::Measures, measures, |measure| (Some(&measure.what), measure.at));
    all
}

fn add<'r, T: Visit>(
    all: &mut Vec<Thing<'r>>,
    kind: RecordKind,
    things: &'r ById<T>,
    told: fn(&T) -> (Option<&Text>, Place),
) {
    all.extend(things.iter().map(|(id, record)| {
        let (name, at) = told(record);
        Thing { kind, id, name, at, record }
    }));
}

impl<'r> Owner<'r> {
    /// A unique key.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Municipality => "municipality".to_owned(),
            Self::Shared(thing) => format!("shared {} {}", thing.kind.name(), thing.id),
            Self::Notice(notice) => format!("notice {}", notice.id),
            Self::Activity(activity) => format!("activity {}", activity.id),
        }
    }
}

/// Finds the owner of every place of a register.
pub(crate) struct Owners<'r> {
    activities: HashMap<u32, &'r Activity>,
    notices: HashMap<u32, &'r Notice>,
    things: HashMap<u32, Vec<Thing<'r>>>,
}

impl<'r> Owners<'r> {
    /// Creates the lookup for a register and its shared records.
    pub(crate) fn of(register: &'r Register, things: &[Thing<'r>]) -> Self {
        let mut owners = Self { activities: HashMap::new(), notices: HashMap::new(), things: HashMap::new() };
        for activity in register.activities.values() {
            owners.activities.entry(activity.at.file).or_insert(activity);
        }
        for notice in register.notices.values() {
            owners.notices.entry(notice.at.file).or_insert(notice);
        }
        for thing in things {
            owners.things.entry(thing.id.at.file).or_default().push(*thing);
        }
        owners.things.values_mut().for_each(|things| things.sort_by_key(|thing| thing.id.at.start));
        owners
    }

    /// The owner of a place.
    pub(crate) fn at(&self, place: Place) -> Owner<'r> {
        let activity = self.activities.get(&place.file).map(|activity| Owner::Activity(activity));
        let notice = || self.notices.get(&place.file).map(|notice| Owner::Notice(notice));
        let thing = || {
            let things = self.things.get(&place.file)?;
            let after = things.partition_point(|thing| thing.id.at.start <= place.start);
            things.get(after.checked_sub(1)?).filter(|thing| thing.holds(place)).copied().map(Owner::Shared)
        };
        activity.or_else(notice).or_else(thing).unwrap_or(Owner::Municipality)
    }
}
