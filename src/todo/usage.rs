//! Which activities use a shared record, so that its fault is one item for all of them.

use std::collections::{HashMap, HashSet};

use crate::kind::RecordKind;
use crate::model::Id;
use crate::register::Register;
use crate::register::facts::usage;
use crate::todo::owner::Thing;

/// The activities that use a shared record, in order of id.
pub(super) struct Usage<'r>(HashMap<(RecordKind, &'r str), Vec<&'r Id>>);

impl<'r> Usage<'r> {
    /// Searches every activity.
    pub(super) fn of(register: &'r Register) -> Self {
        let mut users: HashMap<_, Vec<&Id>> = HashMap::new();
        for activity in register.activities.values() {
            for record in usage::of_activity(register, activity).into_keys() {
                users.entry(record).or_default().push(&activity.id);
            }
        }
        Self(users)
    }

    /// The activities that use a shared record. Children are left out if their parent uses it.
    pub(super) fn users(&self, thing: &Thing) -> Vec<&'r Id> {
        let all = self.0.get(&(thing.kind, thing.id.as_str())).map(Vec::as_slice).unwrap_or_default();
        let ids: HashSet<&str> = all.iter().map(|id| id.as_str()).collect();
        let is_told = |id: &&Id| id.whole().is_some_and(|whole| ids.contains(whole));
        all.iter().copied().filter(|id| !is_told(id)).collect()
    }
}
