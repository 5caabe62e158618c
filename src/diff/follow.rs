//! Changes that only follow a record to its new id are no changes.

use std::collections::HashMap;

use crate::diff::matching::said;
use crate::diff::value::Value;
use crate::diff::{Change, RecordKind, Step};
use crate::model::keys;
use crate::model::term::TermKind;

/// The kinds of records that a word for a party may name.
pub(super) const PARTIES: [RecordKind; 6] = [
    RecordKind::Recipients,
    RecordKind::Sources,
    RecordKind::Processors,
    RecordKind::Systems,
    RecordKind::Units,
    RecordKind::Controllers,
];

/// Removes changes whose two values are the same if a renamed record has one id: of one value, or of an item that one
/// list lost and that it has again under the new id.
pub(super) fn follow(changes: &mut Vec<Change>) {
    let renamed = Renamed::of(changes);
    if renamed.0.is_empty() {
        return;
    }
    let key = |change: &Change, value: &Value| {
        let Change { subject, path, .. } = change;
        (format!("{subject:?} {path:?}"), said(&renamed.canonical(value)))
    };
    let mut lone: HashMap<(String, String), [usize; 2]> = HashMap::new();
    for change in changes.iter() {
        match (&change.before, &change.after) {
            (Some(gone), None) if !change.path.is_empty() => lone.entry(key(change, gone)).or_default()[0] += 1,
            (None, Some(come)) if !change.path.is_empty() => lone.entry(key(change, come)).or_default()[1] += 1,
            _ => {}
        }
    }
    let mut left: HashMap<(String, String), [usize; 2]> =
        lone.into_iter().map(|(key, [gone, come])| (key, [gone.min(come); 2])).collect();
    changes.retain(|change| {
        let (value, side) = match (&change.before, &change.after) {
            (Some(before), Some(after)) => {
                return change.path.last() == Some(&Step::Field(keys::ID))
                    || said(&renamed.canonical(before)) != said(&renamed.canonical(after));
            }
            (Some(gone), None) => (gone, 0),
            (None, Some(come)) => (come, 1),
            (None, None) => return true,
        };
        let Some(count) = left.get_mut(&key(change, value)).filter(|count| count[side] > 0) else { return true };
        count[side] -= 1;
        false
    });
}

/// For each renamed record, the id by which both sides are compared. A record that was split or merged has one id for
/// all its parts.
struct Renamed(HashMap<(RecordKind, String), String>);

impl Renamed {
    fn of(changes: &[Change]) -> Self {
        let mut renamed: HashMap<(RecordKind, String), String> = HashMap::new();
        let is_id = |change: &&Change| change.path == [Step::Field(keys::ID)];
        for change in changes.iter().filter(is_id) {
            let (room, subject) = (change.subject.room, &change.subject);
            let Some((old, new)) = subject.before.clone().zip(subject.after.clone()) else { continue };
            if room == RecordKind::Municipality {
                continue;
            }
            let one = renamed.get(&(room, old.clone())).cloned().unwrap_or_else(|| old.clone());
            let other = renamed.get(&(room, new.clone())).cloned().unwrap_or_else(|| new.clone());
            let (least, most) = if one < other { (one, other) } else { (other, one) };
            for ((kind, _), id) in &mut renamed {
                if *kind == room && *id == most {
                    id.clone_from(&least);
                }
            }
            renamed.insert((room, old), least.clone());
            renamed.insert((room, new), least);
        }
        Self(renamed)
    }

    fn id(&self, rooms: &[RecordKind], id: &str) -> Option<&String> {
        rooms.iter().find_map(|room| self.0.get(&(*room, id.to_owned())))
    }

    /// A value in which renamed records have one id on both sides.
    fn canonical(&self, value: &Value) -> Value {
        match value {
            Value::Record(fields) => {
                Value::Record(fields.iter().map(|(field, value)| (*field, self.canonical(value))).collect())
            }
            Value::List(items) => Value::List(items.iter().map(|item| self.canonical(item)).collect()),
            Value::ById(things) => {
                Value::ById(things.iter().map(|(id, value)| (id.clone(), self.canonical(value))).collect())
            }
            Value::Reference(kind, id) => {
                let known = RecordKind::of(*kind).and_then(|room| self.id(&[room], id));
                Value::Reference(*kind, known.unwrap_or(id).clone())
            }
            Value::Free(kind, words) => {
                let rooms: &[RecordKind] = match kind {
                    TermKind::Parties => &PARTIES,
                    TermKind::Measures => &[RecordKind::Measures],
                    _ => &[],
                };
                let id = |words: &String| self.id(rooms, words).unwrap_or(words).clone();
                Value::Free(*kind, words.iter().map(|(lang, words)| (*lang, id(words))).collect())
            }
            other => other.clone(),
        }
    }
}
