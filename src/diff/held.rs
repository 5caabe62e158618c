//! What holds for a part of an activity: what it writes, and what it takes over from its whole.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::diff::condition::Context;
use crate::diff::matching::said;
use crate::diff::pair::Named;
use crate::diff::value::Value;
use crate::diff::{Change, RecordKind, Step};
use crate::model::activity::Activity;
use crate::model::keys;
use crate::model::record::field;

/// The fields that decide what a part takes over. They are compared as written: what follows from them is compared in
/// the other fields.
const DECIDING: [&str; 3] = [field!(Activity, part_of), field!(Activity, adds_to), field!(Activity, same_as_parent)];

/// The two values of an activity to compare. If one of them is a part, a field that differs as written, or may be taken
/// over otherwise, has what holds on each side. A field that only differs because the whole does is compared there.
pub(super) fn values<'n>(old: &'n Named, new: &'n Named) -> (Cow<'n, Value>, Cow<'n, Value>) {
    if old.held.is_none() && new.held.is_none() {
        return (Cow::Borrowed(&old.value), Cow::Borrowed(&new.value));
    }
    let is_taken_over_alike = DECIDING.iter().all(|field| old.value.get(field) == new.value.get(field));
    let all = [&old.value, &new.value].into_iter().chain(&old.held).chain(&new.held);
    let mut seen = HashSet::new();
    let fields: Vec<&'static str> = all.flat_map(names).filter(|field| seen.insert(*field)).collect();
    let differs = |field: &&'static str| {
        DECIDING.contains(field) || !is_taken_over_alike || old.value.get(field) != new.value.get(field)
    };
    let side = |named: &Named| {
        let held = named.held.as_ref().unwrap_or(&named.value);
        let value = |field: &'static str| {
            let from = if DECIDING.contains(&field) { &named.value } else { held };
            Some((field, from.get(field)?.clone()))
        };
        Value::Record(fields.iter().filter(|field| differs(field)).filter_map(|field| value(field)).collect())
    };
    (Cow::Owned(side(old)), Cow::Owned(side(new)))
}

fn names(value: &Value) -> Vec<&'static str> {
    match value {
        Value::Record(fields) => fields.iter().map(|(field, _)| *field).collect(),
        _ => Vec::new(),
    }
}

/// Removes the changes of parts that are those of their wholes: they are reported there, with the parts that they touch.
pub(super) fn once(changes: &mut Vec<Change>, wholes: &HashMap<(String, String), (String, String)>) {
    type Ids<'c> = (&'c str, &'c str);
    fn ids(change: &Change) -> Option<Ids<'_>> {
        change.subject.before.as_deref().zip(change.subject.after.as_deref())
    }
    let what = |change: &Change| format!("{:?} {:?} {:?}", change.path, change.before, change.after);
    let above: HashSet<Ids> = wholes.values().map(|(before, after)| (before.as_str(), after.as_str())).collect();
    let mut reported: HashSet<(String, String, String)> = HashSet::new();
    for change in changes.iter().filter(|change| change.subject.room == RecordKind::Activities) {
        if let Some((before, after)) = ids(change).filter(|ids| above.contains(ids)) {
            reported.insert((before.to_owned(), after.to_owned(), what(change)));
        }
    }
    changes.retain(|change| {
        let own = ids(change).map(|(before, after)| (before.to_owned(), after.to_owned()));
        let Some((before, after)) = own.and_then(|own| wholes.get(&own)) else { return true };
        change.fields().first() == Some(&keys::ID) || !reported.contains(&(before.clone(), after.clone(), what(change)))
    });
}

/// Whether a value that a whole gains or loses holds for each of its parts before and after: the parts write it
/// themselves on the other side.
pub(super) fn by_parts(case: &Context) -> bool {
    let change = case.change;
    let [Step::Field(field)] = change.path[..] else { return false };
    let (side, id, value) = match (&change.before, &change.after) {
        (Some(gone), None) => (case.after, change.subject.after.as_deref(), gone),
        (None, Some(come)) => (case.before, change.subject.before.as_deref(), come),
        _ => return false,
    };
    if change.subject.room != RecordKind::Activities || DECIDING.contains(&field) {
        return false;
    }
    let Some(whole) = id.and_then(|id| side.complete.activities.get(id)) else { return false };
    let wanted = said(value);
    let holds = |part: &Activity| {
        let held = Value::of(part, case.main);
        held.items_of(field).iter().any(|item| said(item) == wanted)
    };
    let mut parts = side.complete.parts_of(whole).peekable();
    parts.peek().is_some() && parts.all(holds)
}
