//! The names of the records that references point to.

use serde::Serialize;

use crate::finding::Place;
use crate::kind::RefKind;
use crate::model::activity::Activity;
use crate::model::record::is_default;
use crate::model::term::{self, DataTerms, Term};
use crate::model::{Id, List, Text};
use crate::register::Register;
use crate::register::facts::named::{Party, name_of};

/// The records of a register, and the activity whose data can be referred to.
pub(super) struct Names<'r> {
    pub register: &'r Register,
    pub activity: Option<&'r Activity>,
}

/// A reference with what its record is called.
#[derive(Serialize)]
pub(super) struct Named<'r> {
    id: Id,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'r Text>,
    /// The items of a category of data without a title.
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<&'r List<Term<DataTerms>>>,
}

impl<'r> Names<'r> {
    /// Whether references are serialized under this name.
    pub(super) fn has(kind: &str) -> bool {
        matches!(kind, term::DATA | term::PARTY) || RefKind::of_name(kind).is_some()
    }

    /// A reference of this kind, explained; `None` if it is no kind of reference.
    pub(super) fn named(&self, kind: &str, id: &str) -> Option<Named<'r>> {
        let id = Id::parse(id, Place::default())?;
        let of_kind = RefKind::of_name(kind);
        let is_data = kind == term::DATA || of_kind == Some(RefKind::DataIds);
        let (name, items) = match (is_data, of_kind) {
            (true, _) => match self.activity.and_then(|activity| self.register.data_of(activity, &id)) {
                Some(data) if data.title.is_none() => (None, Some(&data.items).filter(|items| !is_default(*items))),
                data => (data.and_then(|data| data.title.as_ref()), None),
            },
            (false, Some(of_kind)) => (name_of(self.register, of_kind, &id), None),
            (false, None) if kind == term::PARTY => (Party::of(self.register, &id).map(|party| party.name()), None),
            (false, None) => return None,
        };
        Some(Named { id, name, items })
    }
}
