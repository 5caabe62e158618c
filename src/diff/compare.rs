//! The comparison itself: two registers to changes, two trees to changes.

use indexmap::IndexMap;

use crate::diff::descend::Walk;
use crate::diff::matching::same;
use crate::diff::pair::{Named, Pair, pairs};
use crate::diff::value::Value;
use crate::diff::{Change, Recognised, Room, Step, Subject};
use crate::draft::look::Look;
use crate::model::{Id, Lang, Things};
use crate::resolve::Register;

/// Every difference between two registers of one municipality. Both must be as they are written
/// ([`resolve::written`](crate::resolve::written)): what parts take over from their whole is compared there.
#[must_use]
pub fn registers(before: &Register, after: &Register) -> Vec<Change> {
    if before == after {
        return Vec::new();
    }
    let sides = Sides { before, after };
    let mut changes = Vec::new();
    sides.municipality(&mut changes);
    let (one, other) = (&before.municipality, &after.municipality);
    changes.extend(sides.things(Room::Controllers, &one.controllers, &other.controllers));
    changes.extend(sides.things(Room::Units, &one.units, &other.units));
    changes.extend(sides.things(Room::Officers, &one.officers, &other.officers));
    let replaces = |activity: &crate::model::activity::Activity| {
        activity.replaces.iter().map(|id| id.as_str().to_owned()).collect()
    };
    changes.extend(sides.records(Room::Activities, &before.activities, &after.activities, replaces));
    changes.extend(sides.records(Room::Notices, &before.notices, &after.notices, |_| Vec::new()));
    let (one, other) = (&before.shared, &after.shared);
    changes.extend(sides.things(Room::Processors, &one.processors, &other.processors));
    changes.extend(sides.things(Room::Systems, &one.systems, &other.systems));
    changes.extend(sides.things(Room::Recipients, &one.recipients, &other.recipients));
    changes.extend(sides.things(Room::Sources, &one.sources, &other.sources));
    changes.extend(sides.things(Room::Texts, &one.texts, &other.texts));
    changes.extend(sides.things(Room::Measures, &one.measures, &other.measures));
    follow(&mut changes);
    changes
}

/// A reference that goes with a record to its new id is no change.
fn follow(changes: &mut Vec<Change>) {
    let renamed: Vec<(String, String)> = changes
        .iter()
        .filter(|change| change.path == [Step::Field("id")])
        .filter_map(|change| Some((change.subject.before.clone()?, change.subject.after.clone()?)))
        .collect();
    if renamed.is_empty() {
        return;
    }
    let refers = |value: &Value| matches!(value, Value::Reference(..) | Value::Free(..));
    let goes = |before: &Value, after: &Value| {
        refers(before)
            && refers(after)
            && renamed.iter().any(|(old, new)| before.key() == Some(old) && after.key() == Some(new))
    };
    let lone: Vec<Change> =
        changes.iter().filter(|change| change.before.is_some() != change.after.is_some()).cloned().collect();
    let follows = |change: &Change| match (&change.before, &change.after) {
        (Some(before), Some(after)) => goes(before, after),
        (before, after) => lone.iter().any(|other| {
            let beside = other.subject == change.subject && other.path == change.path;
            beside
                && match (before, after, &other.before, &other.after) {
                    (Some(before), None, None, Some(after)) | (None, Some(after), Some(before), None) => {
                        goes(before, after)
                    }
                    _ => false,
                }
        }),
    };
    changes.retain(|change| !follows(change));
}

/// The language in which texts are written that name none.
#[must_use]
pub fn main_language(register: &Register) -> Option<Lang> {
    register.municipality.languages.items.first().copied()
}

struct Sides<'r> {
    before: &'r Register,
    after: &'r Register,
}

impl Sides<'_> {
    fn municipality(&self, changes: &mut Vec<Change>) {
        let tree = |register: &Register| {
            let value = Value::of(&register.municipality, main_language(register));
            let Value::Record(mut fields) = value else { return value };
            fields.retain(|(field, _)| !["controllers", "units", "officers"].contains(field));
            let accept = register.accept.iter().map(|entry| Value::of(entry, main_language(register)));
            let accept = Value::List(accept.collect());
            if !accept.is_nothing() {
                fields.push(("accept", accept));
            }
            Value::Record(fields)
        };
        let id = |register: &Register| Some(register.id.clone()).filter(|id| !id.is_empty());
        let subject = Subject {
            room: Room::Municipality,
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

    fn things<T: Look + PartialEq>(&self, room: Room, before: &Things<T>, after: &Things<T>) -> Vec<Change> {
        self.records(room, &before.0, &after.0, |_| Vec::new())
    }

    /// The differences between the records of one room. What is the same on both sides is not looked into.
    fn records<T: Look + PartialEq>(
        &self,
        room: Room,
        before: &IndexMap<Id, T>,
        after: &IndexMap<Id, T>,
        replaces: impl Fn(&T) -> Vec<String>,
    ) -> Vec<Change> {
        let named = |register: &Register, records: &IndexMap<Id, T>, others: &IndexMap<Id, T>| -> Vec<Named> {
            let main = main_language(register);
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

fn one_pair(room: Room, (before, after): (&[Named], &[Named]), pair: Pair, changes: &mut Vec<Change>) {
    let old = pair.before.and_then(|index| before.get(index));
    let new = pair.after.and_then(|index| after.get(index));
    let id = |named: &Named| named.id.clone();
    let subject = Subject { room, before: old.map(id), after: new.map(id), recognised: pair.recognised };
    let mut walk = Walk { subject, path: Vec::new(), changes };
    match (old, new) {
        (Some(old), Some(new)) => {
            if old.id != new.id && old.value.get("id").is_none() {
                walk.path.push(Step::Field("id"));
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

/// Where a record was split or merged, an item that only went from one to another is no change.
fn moved(pairs: &[Pair], (before, after): (&[Named], &[Named]), changes: &mut Vec<Change>) {
    let partners = |change: &Change, is_before: bool| -> Vec<&Value> {
        let (id, side) = if is_before { (&change.subject.after, after) } else { (&change.subject.before, before) };
        let here = |pair: &&Pair| {
            let index = if is_before { pair.after } else { pair.before };
            index.and_then(|index| side.get(index)).is_some_and(|named| Some(&named.id) == id.as_ref())
        };
        let others = pairs.iter().filter(here);
        let other = |pair: &Pair| if is_before { before.get(pair.before?) } else { after.get(pair.after?) };
        others.filter_map(other).map(|named| &named.value).collect()
    };
    changes.retain(|change| {
        let [Step::Field(field)] = change.path[..] else { return true };
        let (value, is_before) = match (&change.before, &change.after) {
            (None, Some(value)) => (value, true),
            (Some(value), None) => (value, false),
            _ => return true,
        };
        !partners(change, is_before).iter().any(|other| other.items_of(field).iter().any(|item| same(item, value)))
    });
}
