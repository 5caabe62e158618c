//! What a change affects: the activities that use what changed, and the notices that cover them.

use crate::model::municipality::Municipality;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::diff::value::Value;
use crate::diff::{Change, RecordKind};
use crate::format::read::Record;
use crate::register::Register;
use crate::register::facts::covered::activities_of;
use crate::register::facts::usage;
use crate::steps;

/// A record, by kind and id.
type Thing = (RecordKind, String);

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Side<'r> {
    /// The register as written.
    pub written: &'r Register,
    /// The register with inherited fields.
    pub complete: &'r Register,
}

/// What a change affects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Ids of activities.
    pub activities: BTreeSet<String>,
    /// Ids of notices.
    pub notices: BTreeSet<String>,
}

/// Finds what changes affect.
pub(crate) struct Reach<'r> {
    sides: [(Side<'r>, Uses); 2],
    known: RefCell<HashMap<Field, Arc<Touched>>>,
}

/// A field of a record on both sides: all changes in it affect the same activities and notices.
pub(super) type Field = (RecordKind, [Option<String>; 2], &'static str);

/// What the activities and notices of a side use.
struct Uses {
    /// For each record, the activities that use it and the notices that name it.
    users: HashMap<Thing, Touched>,
    /// For each activity, the notices that cover it.
    telling: HashMap<String, BTreeSet<String>>,
    /// Every notice.
    notices: BTreeSet<String>,
}

impl<'r> Reach<'r> {
    /// Prepares the comparison of two sides.
    #[must_use]
    pub(crate) fn new(before: Side<'r>, after: Side<'r>) -> Self {
        Self { sides: [before, after].map(|side| (side, Uses::of(side.complete))), known: RefCell::default() }
    }

    /// The activities and notices that a change affects, on either side.
    #[must_use]
    pub(crate) fn of(&self, change: &Change) -> Arc<Touched> {
        Arc::clone(self.known.borrow_mut().entry(field_of(change)).or_insert_with(|| Arc::new(self.find(change))))
    }

    fn find(&self, change: &Change) -> Touched {
        let mut touched = Touched::default();
        for (index, (side, uses)) in self.sides.iter().enumerate() {
            let subject = &change.subject;
            let id = if index == 0 { &subject.before } else { &subject.after };
            let Some(id) = id.as_deref() else { continue };
            let field = change.fields().first().copied().unwrap_or_default();
            let (mut activities, mut notices) = match subject.room {
                RecordKind::Municipality => uses.of_municipality(field),
                RecordKind::Activities => (own(*side, id, field), BTreeSet::new()),
                RecordKind::Notices => (BTreeSet::new(), BTreeSet::from([id.to_owned()])),
                room => uses.users(&(room, id.to_owned())),
            };
            notices.extend(uses.telling(&activities));
            touched.activities.append(&mut activities);
            touched.notices.append(&mut notices);
        }
        touched
    }
}

/// The field that a change is in.
pub(super) fn field_of(change: &Change) -> Field {
    let subject = &change.subject;
    let field = change.fields().first().copied().unwrap_or_default();
    (subject.room, [subject.before.clone(), subject.after.clone()], field)
}

/// The activity, and the children that inherit the field from it.
fn own(side: Side, id: &str, field: &str) -> BTreeSet<String> {
    let mut own = BTreeSet::from([id.to_owned()]);
    let complete = side.complete;
    let whole = complete.activities.get(id);
    for part in whole.into_iter().flat_map(|whole| complete.parts_of(whole)) {
        let value = |register: &Register| {
            steps::count(1);
            let part = register.activities.get(&part.id)?;
            Value::of(part, register.municipality.main_language()).get(field).cloned()
        };
        if value(side.written) != value(complete) {
            own.insert(part.id.as_str().to_owned());
        }
    }
    own
}

impl Uses {
    fn of(register: &Register) -> Self {
        let mut all = Self { users: HashMap::new(), telling: HashMap::new(), notices: BTreeSet::new() };
        for ((kind, id), users) in usage::users(register) {
            let ids = users.into_iter().map(|(activity, _)| activity.id.as_str().to_owned());
            all.users.entry((kind, id.to_owned())).or_default().activities.extend(ids);
        }
        for notice in register.notices.values() {
            let id = notice.id.as_str();
            for told in activities_of(register, notice) {
                all.telling.entry(told.id.as_str().to_owned()).or_default().insert(id.to_owned());
            }
            for (kind, used) in usage::of_notice(register, notice).into_keys() {
                all.users.entry((kind, used.to_owned())).or_default().notices.insert(id.to_owned());
            }
            all.notices.insert(id.to_owned());
        }
        all
    }

    /// What a field of the municipality affects: every notice, or nothing if the field is internal.
    fn of_municipality(&self, field: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let is_internal = Municipality::KEYS.iter().any(|key| key.name == field && key.internal);
        let notices = if is_internal { BTreeSet::new() } else { self.notices.clone() };
        (BTreeSet::new(), notices)
    }

    /// The activities that use a record, and the notices that name it.
    fn users(&self, thing: &Thing) -> (BTreeSet<String>, BTreeSet<String>) {
        let Touched { activities, notices } = self.users.get(thing).cloned().unwrap_or_default();
        (activities, notices)
    }

    fn telling(&self, activities: &BTreeSet<String>) -> BTreeSet<String> {
        activities.iter().filter_map(|id| self.telling.get(id)).flatten().cloned().collect()
    }
}
