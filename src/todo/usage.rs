//! Which activities use a shared record, so that its fault is one item for all of them.

use std::collections::{HashMap, HashSet};

use crate::kind::RecordKind;
use crate::model::Id;
use crate::register::Register;
use crate::register::facts::usage::{self, Users};
use crate::todo::owner::Thing;

/// The activities that use each record.
pub(crate) struct Usage<'r>(HashMap<(RecordKind, &'r str), Users<'r>>);

impl<'r> Usage<'r> {
    /// Searches every activity.
    pub(crate) fn of(register: &'r Register) -> Self {
        Self(usage::users(register))
    }

    /// The activities that use a shared record. Children are left out if their parent uses it.
    pub(crate) fn users(&self, thing: &Thing) -> Vec<&'r Id> {
        let all = self.0.get(&(thing.kind, thing.id.as_str())).map(Vec::as_slice).unwrap_or_default();
        let ids: HashSet<&str> = all.iter().map(|(activity, _)| activity.id.as_str()).collect();
        let is_told = |id: &&Id| id.whole().is_some_and(|whole| ids.contains(whole));
        all.iter().map(|(activity, _)| &activity.id).filter(|id| !is_told(id)).collect()
    }
}
