//! The comparison of two registers: from records and trees to changes.

use crate::model::keys;
use crate::model::municipality::Municipality;
use crate::model::record::field;
use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::diff::descend::Walk;
use crate::diff::matching::said;
use crate::diff::pair::{Named, Pair, pairs};
use crate::diff::value::Value;
use crate::diff::{Change, Recognised, RecordKind, Step, Subject};
use crate::model::visit::Visit;
use crate::model::{ById, Id};
use crate::register::Register;
use crate::register::phase::Written;

/// Every difference between two registers of one municipality. Inherited fields are compared in the parent only.
#[must_use]
pub fn registers(before: &Written, after: &Written) -> Vec<Change> {
    if before == after {
        return Vec::new();
    }
    let (before, after) = (before.register(), after.register());
    let sides = Sides { before, after };
    let mut changes = Vec::new();
    sides.municipality(&mut changes);
    let (one, other) = (&before.municipality, &after.municipality);
    changes.extend(sides.things(RecordKind::Controllers, &one.controllers, &other.controllers));
    changes.extend(sides.things(RecordKind::Units, &one.units, &other.units));
    changes.extend(sides.things(RecordKind::Officers, &one.officers, &other.officers));
    let replaces = |activity: &crate::model::activity::Activity| {
        activity.replaces.iter().map(|id| id.as_str().to_owned()).collect()
    };
    changes.extend(sides.records(RecordKind::Activities, &before.activities, &after.activities, replaces));
    changes.extend(sides.records(RecordKind::Notices, &before.notices, &after.notices, |_| Vec::new()));
    let (one, other) = (&before.shared, &after.shared);
    changes.extend(sides.things(RecordKind::Processors, &one.processors, &other.processors));
    changes.extend(sides.things(RecordKind::Systems, &one.systems, &other.systems));
    changes.extend(sides.things(RecordKind::Recipients, &one.recipients, &other.recipients));
    changes.extend(sides.things(RecordKind::Sources, &one.sources, &other.sources));
    changes.extend(sides.things(RecordKind::Texts, &one.texts, &other.texts));
    changes.extend(sides.things(RecordKind::Measures, &one.measures, &other.measures));
    follow(&mut changes);
    changes
}

/// Removes changes of references that only follow a record to its new id.
fn follow(changes: &mut Vec<Change>) {
    let renamed = Renamed::of(changes);
    if renamed.later.is_empty() {
        return;
    }
    let mut lone: HashMap<String, HashSet<(bool, String)>> = HashMap::new();
    for change in changes.iter() {
        if let Some((is_before, id)) = alone(change) {
            lone.entry(way(change)).or_default().insert((is_before, id.to_owned()));
        }
    }
    changes.retain(|change| match (&change.before, &change.after) {
        (Some(before), Some(after)) => {
            let ids = referred(before).zip(referred(after));
            !ids.is_some_and(|(before, after)| renamed.others(true, before).iter().any(|id| id == after))
        }
        _ => {
            let Some((is_before, id)) = alone(change) else { return true };
            let Some(beside) = lone.get(&way(change)) else { return true };
            !renamed.others(is_before, id).iter().any(|other| beside.contains(&(!is_before, other.clone())))
        }
    });
}

/// The ids of records whose id changed.
#[derive(Default)]
struct Renamed {
    later: HashMap<String, Vec<String>>,
    earlier: HashMap<String, Vec<String>>,
}

impl Renamed {
    fn of(changes: &[Change]) -> Self {
        let mut renamed = Self::default();
        for change in changes.iter().filter(|change| change.path == [Step::Field(keys::ID)]) {
            if let (Some(old), Some(new)) = (&change.subject.before, &change.subject.after) {
                renamed.later.entry(old.clone()).or_default().push(new.clone());
                renamed.earlier.entry(new.clone()).or_default().push(old.clone());
            }
        }
        renamed
    }

    /// The ids that a record with this id has on the other side.
    fn others(&self, is_before: bool, id: &str) -> &[String] {
        let ids = if is_before { &self.later } else { &self.earlier };
        ids.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The id that a reference points to.
fn referred(value: &Value) -> Option<&str> {
    value.key().filter(|_| matches!(value, Value::Reference(..) | Value::Free(..)))
}

/// The id of a reference that only one side has, and whether that is the side before.
fn alone(change: &Change) -> Option<(bool, &str)> {
    match (&change.before, &change.after) {
        (Some(before), None) => Some((true, referred(before)?)),
        (None, Some(after)) => Some((false, referred(after)?)),
        _ => None,
    }
}

/// A key that is equal for changes with the same subject and path.
fn way(change: &Change) -> String {
    format!("{:?} {:?}", change.subject, change.path)
}

struct Sides<'r> {
    before: &'r Register,
    after: &'r Register,
}

impl Sides<'_> {
    fn municipality(&self, changes: &mut Vec<Change>) {
        let tree = |register: &Register| {
            let value = Value::of(&register.municipality, register.municipality.main_language());
            let Value::Record(mut fields) = value else { return value };
            fields.retain(|(field, _)| {
                ![field!(Municipality, controllers), field!(Municipality, units), field!(Municipality, officers)]
                    .contains(field)
            });
            let accept = register.accept.iter().map(|entry| Value::of(entry, register.municipality.main_language()));
            let accept: Vec<Value> = accept.collect();
            match fields.iter_mut().find(|(field, _)| *field == field!(Municipality, accept)) {
                Some((_, Value::List(own))) => own.extend(accept),
                _ if accept.is_empty() => {}
                _ => fields.push((field!(Municipality, accept), Value::List(accept))),
            }
            Value::Record(fields)
        };
        let id = |register: &Register| Some(register.id.clone()).filter(|id| !id.is_empty());
        let subject = Subject {
            room: RecordKind::Municipality,
            before: id(self.before),
            after: id(self.after),
            recognised: Recognised::ById,
        };
        let mut walk = Walk { subject, path: Vec::new(), changes };
        match (walk.subject.before.is_some(), walk.subject.after.is_some()) {
            (true, true) => walk.values("", &tree(self.before), &tree(self.after)),
            (true, false) => walk.put(&tree(self.before), &Value::Nothing),
            (false, _) => walk.put(&Value::Nothing, &tree(self.after)),
        }
    }

    fn things<T: Visit + PartialEq>(&self, room: RecordKind, before: &ById<T>, after: &ById<T>) -> Vec<Change> {
        self.records(room, &before.0, &after.0, |_| Vec::new())
    }

    /// The differences between the records of one kind. Records equal on both sides are skipped.
    fn records<T: Visit + PartialEq>(
        &self,
        room: RecordKind,
        before: &IndexMap<Id, T>,
        after: &IndexMap<Id, T>,
        replaces: impl Fn(&T) -> Vec<String>,
    ) -> Vec<Change> {
        let named = |register: &Register, records: &IndexMap<Id, T>, others: &IndexMap<Id, T>| -> Vec<Named> {
            let main = register.municipality.main_language();
            let differs = |(id, record): &(&Id, &T)| others.get(*id) != Some(*record);
            let named = |(id, record): (&Id, &T)| Named {
                id: id.as_str().to_owned(),
                replaces: replaces(record),
                value: Value::of(record, main),
            };
            records.iter().filter(differs).map(named).collect()
        };
        let (before, after) = (named(self.before, before, after), named(self.after, after, before));
        let pairs = pairs(&before, &after);
        let mut changes = Vec::new();
        for pair in &pairs {
            one_pair(room, (&before, &after), *pair, &mut changes);
        }
        changes.sort_by(|one, other| one.subject.id().cmp(other.subject.id()));
        if pairs.iter().any(|pair| pair.recognised == Recognised::ByReplaces) {
            moved(&pairs, (&before, &after), &mut changes);
        }
        changes
    }
}

fn one_pair(room: RecordKind, (before, after): (&[Named], &[Named]), pair: Pair, changes: &mut Vec<Change>) {
    let old = pair.before.and_then(|index| before.get(index));
    let new = pair.after.and_then(|index| after.get(index));
    let id = |named: &Named| named.id.clone();
    let subject = Subject { room, before: old.map(id), after: new.map(id), recognised: pair.recognised };
    let mut walk = Walk { subject, path: Vec::new(), changes };
    match (old, new) {
        (Some(old), Some(new)) => {
            if old.id != new.id && old.value.get(keys::ID).is_none() {
                walk.path.push(Step::Field(keys::ID));
                walk.put(&Value::Id(old.id.clone()), &Value::Id(new.id.clone()));
                walk.path.pop();
            }
            walk.values("", &old.value, &new.value);
        }
        (old, new) => {
            walk.put(old.map_or(&Value::Nothing, |old| &old.value), new.map_or(&Value::Nothing, |new| &new.value))
        }
    }
}

/// Removes changes of items that only moved between records when a record was split or merged.
fn moved(pairs: &[Pair], (before, after): (&[Named], &[Named]), changes: &mut Vec<Change>) {
    let mut partners = Partners { by_id: HashMap::new(), items: HashMap::new() };
    for pair in pairs {
        if let (Some(old), Some(new)) =
            (pair.before.and_then(|index| before.get(index)), pair.after.and_then(|index| after.get(index)))
        {
            partners.by_id.entry((true, &new.id)).or_default().push(old);
            partners.by_id.entry((false, &old.id)).or_default().push(new);
        }
    }
    changes.retain(|change| {
        let [Step::Field(field)] = change.path[..] else { return true };
        match (&change.before, &change.after) {
            (None, Some(value)) => !partners.have(true, change.subject.after.as_deref(), field, value),
            (Some(value), None) => !partners.have(false, change.subject.before.as_deref(), field, value),
            _ => true,
        }
    });
}

/// For each record, the records of the other side that it was split into or merged from.
struct Partners<'n> {
    by_id: HashMap<(bool, &'n str), Vec<&'n Named>>,
    /// The content of the items in a field of the partners.
    items: HashMap<(bool, String, &'static str), HashSet<String>>,
}

impl Partners<'_> {
    /// Whether a partner of the record with this id has a value in a field. `is_before` tells on which side the
    /// partners are.
    fn have(&mut self, is_before: bool, id: Option<&str>, field: &'static str, value: &Value) -> bool {
        let Some((id, partners)) = id.and_then(|id| Some((id, self.by_id.get(&(is_before, id))?))) else {
            return false;
        };
        let items = || partners.iter().flat_map(|named| named.value.items_of(field)).map(said).collect();
        self.items.entry((is_before, id.to_owned(), field)).or_insert_with(items).contains(&said(value))
    }
}
