//! The names of records that references point to.

use crate::kind::RefKind;
use crate::model::{Id, List, Name, Text};
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

/// A record that a term can name, by what it is called now and was called before.
pub(crate) enum Party<'r> {
    /// A record with a name in each language.
    Named(&'r Text, Option<&'r List<Text>>),
    /// A record with a proper name.
    Proper(&'r Name, &'r List<Name>),
}

impl<'r> Party<'r> {
    /// The recipient, source, processor, system, measure, unit or controller with this id.
    #[must_use]
    pub(crate) fn of(register: &'r Register, id: &Id) -> Option<Self> {
        let (municipality, shared) = (&register.municipality, &register.shared);
        None.or_else(|| shared.recipients.get(id).map(|thing| Self::Named(&thing.name, Some(&thing.formerly))))
            .or_else(|| shared.sources.get(id).map(|thing| Self::Named(&thing.name, Some(&thing.formerly))))
            .or_else(|| shared.processors.get(id).map(|thing| Self::Proper(&thing.name, &thing.formerly)))
            .or_else(|| shared.systems.get(id).map(|thing| Self::Proper(&thing.name, &thing.formerly)))
            .or_else(|| shared.measures.get(id).map(|thing| Self::Named(&thing.what, None)))
            .or_else(|| municipality.units.get(id).map(|thing| Self::Named(&thing.name, None)))
            .or_else(|| municipality.controllers.get(id).map(|thing| Self::Named(&thing.name, None)))
    }

    /// Its name.
    #[must_use]
    pub(crate) fn name(&self) -> &'r Text {
        match self {
            Self::Named(name, _) => name,
            Self::Proper(name, _) => proper(name),
        }
    }
}

fn proper(Name(name): &Name) -> &Text {
    name
}
