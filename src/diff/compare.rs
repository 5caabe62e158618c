//! The comparison of two registers: from records and trees to changes.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::diff::descend::Walk;
use crate::diff::follow::follow;
use crate::diff::held;
use crate::diff::inner::Renamed;
use crate::diff::matching::said;
use crate::diff::pair::{Named, Pair, pairs};
use crate::diff::reach::Side;
use crate::diff::value::Value;
use crate::diff::{Change, Recognised, RecordKind, Step, Subject};
use crate::model::activity::Activity;
use crate::model::keys;
use crate::model::municipality::Municipality;
use crate::model::record::field;
use crate::model::visit::Visit;
use crate::model::{ById, Id};
use crate::register::Register;
use crate::register::phase::Written;

/// Every difference between two registers of one municipality.
#[must_use]
pub fn registers(before: &Written, after: &Written) -> Vec<Change> {
    if before == after {
        return Vec::new();
    }
    let (held_before, held_after) = (before.clone().complete(), after.clone().complete());
    between(
        Side { written: before.register(), complete: held_before.register() },
        Side { written: after.register(), complete: held_after.register() },
    )
}

/// The same for two registers that are complete. What parts take over is compared in their wholes, unless they take it
/// over in another way.
#[must_use]
pub(super) fn between(before: Side, after: Side) -> Vec<Change> {
    if before.written == after.written {
        return Vec::new();
    }
    let sides = Sides { before, after };
    let mut changes = Vec::new();
    sides.municipality(&mut changes);
    let (before, after) = (before.written, after.written);
    let (one, other) = (&before.municipality, &after.municipality);
    changes.extend(sides.things(RecordKind::Controllers, &one.controllers, &other.controllers));
    changes.extend(sides.things(RecordKind::Units, &one.units, &other.units));
    changes.extend(sides.things(RecordKind::Officers, &one.officers, &other.officers));
    changes.extend(sides.activities());
    changes.extend(sides.records(RecordKind::Notices, (&before.notices, &after.notices), |_| Vec::new(), |_, _| None));
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

struct Sides<'r> {
    before: Side<'r>,
    after: Side<'r>,
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
        let (before, after) = (self.before.written, self.after.written);
        let id = |register: &Register| Some(register.id.clone()).filter(|id| !id.is_empty());
        let subject = Subject {
            room: RecordKind::Municipality,
            before: id(before),
            after: id(after),
            recognised: Recognised::ById,
        };
        let mut walk = Walk { subject, path: Vec::new(), changes };
        match (walk.subject.before.is_some(), walk.subject.after.is_some()) {
            (true, true) => {
                walk.ids(&before.id, &after.id);
                walk.values("", &tree(before), &tree(after));
            }
            (true, false) => walk.put(&tree(before), &Value::Nothing),
            (false, _) => walk.put(&Value::Nothing, &tree(after)),
        }
    }

    fn things<T: Visit + PartialEq>(&self, room: RecordKind, before: &ById<T>, after: &ById<T>) -> Vec<Change> {
        self.records(room, (&before.0, &after.0), |_| Vec::new(), |_, _| None)
    }

    /// The differences between the activities. A part is compared with what it takes over.
    fn activities(&self) -> Vec<Change> {
        let (before, after) = (self.before.written, self.after.written);
        let replaces = |activity: &Activity| activity.replaces.iter().map(|id| id.as_str().to_owned()).collect();
        let held = |side: Side, id: &Id| {
            let part = side.complete.activities.get(id).filter(|activity| activity.part_of.is_some())?;
            Some(Value::of(part, side.written.municipality.main_language()))
        };
        let mut changes = self.records(RecordKind::Activities, (&before.activities, &after.activities), replaces, held);
        let whole = |register: &Register, id: &str| {
            register.activities.get(id)?.part_of.as_ref().map(|whole| whole.id.as_str().to_owned())
        };
        let mut wholes = HashMap::new();
        for Subject { before: old, after: new, .. } in changes.iter().map(|change| &change.subject) {
            let Some((old, new)) = old.clone().zip(new.clone()) else { continue };
            if let Some(above) = whole(before, &old).zip(whole(after, &new)) {
                wholes.insert((old, new), above);
            }
        }
        held::once(&mut changes, &wholes);
        changes
    }

    /// The differences between the records of one kind. Records equal on both sides are skipped.
    fn records<T: Visit + PartialEq>(
        &self,
        room: RecordKind,
        (before, after): (&IndexMap<Id, T>, &IndexMap<Id, T>),
        replaces: impl Fn(&T) -> Vec<String>,
        held: impl Fn(Side, &Id) -> Option<Value>,
    ) -> Vec<Change> {
        let named = |side: Side, records: &IndexMap<Id, T>, others: &IndexMap<Id, T>| -> Vec<Named> {
            let main = side.written.municipality.main_language();
            let differs = |(id, record): &(&Id, &T)| others.get(*id) != Some(*record);
            let named = |(id, record): (&Id, &T)| Named {
                id: id.as_str().to_owned(),
                replaces: replaces(record),
                value: Value::of(record, main),
                held: held(side, id),
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
            if old.value.get(keys::ID).is_none() {
                walk.ids(&old.id, &new.id);
            }
            let (before, after) = held::values(old, new);
            let before = match room {
                RecordKind::Activities => Renamed::of(holding(old), holding(new)).follow(before),
                _ => before,
            };
            walk.values("", &before, &after);
        }
        (old, new) => {
            walk.put(old.map_or(&Value::Nothing, |old| &old.value), new.map_or(&Value::Nothing, |new| &new.value))
        }
    }
}

/// What holds for a record.
fn holding(named: &Named) -> &Value {
    named.held.as_ref().unwrap_or(&named.value)
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
