//! The names of records that references point to.

use crate::kind::RefKind;
use crate::model::{Id, Name, Text};
use crate::register::Register;

/// The name of a record by its id; `None` for data of an activity, and for a record without a name.
#[must_use]
pub(crate) fn name_of<'r>(register: &'r Register, kind: RefKind, id: &Id) -> Option<&'r Text> {
    let (municipality, shared) = (&register.municipality, &register.shared);
    match kind {
        RefKind::Controllers => municipality.controllers.get(id).map(|thing| &thing.name),
        RefKind::Units => municipality.units.get(id).map(|thing| &thing.name),
        RefKind::Officers => municipality.officers.get(id).and_then(|thing| thing.name.value()),
        RefKind::Systems => shared.systems.get(id).map(|thing| proper(&thing.name)),
        RefKind::Processors => shared.processors.get(id).map(|thing| proper(&thing.name)),
        RefKind::Texts => shared.texts.get(id).and_then(|thing| thing.title.as_ref()),
        RefKind::Activities => register.activities.get(id).map(|thing| &thing.title),
        RefKind::DataIds => None,
    }
}

/// The name of a recipient, source, processor, system, measure, unit or controller that a term names.
#[must_use]
pub(crate) fn name_of_party<'r>(register: &'r Register, id: &Id) -> Option<&'r Text> {
    let shared = &register.shared;
    let of = |kind| name_of(register, kind, id);
    None.or_else(|| shared.recipients.get(id).map(|thing| &thing.name))
        .or_else(|| shared.sources.get(id).map(|thing| &thing.name))
        .or_else(|| of(RefKind::Processors))
        .or_else(|| of(RefKind::Systems))
        .or_else(|| shared.measures.get(id).map(|thing| &thing.what))
        .or_else(|| of(RefKind::Units))
        .or_else(|| of(RefKind::Controllers))
}

fn proper(Name(name): &Name) -> &Text {
    name
}
