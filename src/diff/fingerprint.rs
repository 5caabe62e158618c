//! The fingerprint of a change, by which a decision in `ropa.toml` names it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::diff::matching::said;
use crate::diff::naming::NAMES;
use crate::diff::value::Value;
use crate::diff::{Change, Step};
use crate::source::fingerprint_of;

/// How many hexadecimal digits are shown.
const DIGITS: usize = 12;

/// The fingerprint of each change of a municipality. It depends on the record, the path and the two values only, and
/// not on other changes beside it. Changes that these do not tell apart are told apart by the items that they are in.
pub(super) fn of_all(municipality: &str, changes: &[Change]) -> Vec<String> {
    let mut items = Items::default();
    let own: Vec<Vec<String>> = changes.iter().map(|change| parts(municipality, change, &mut items)).collect();
    let mut count: HashMap<&Vec<String>, usize> = HashMap::new();
    own.iter().for_each(|parts| *count.entry(parts).or_default() += 1);
    let mut met: HashMap<Vec<String>, usize> = HashMap::new();
    let mut fingerprint = |(parts, change): (&Vec<String>, &Change)| {
        let mut parts = parts.clone();
        if count.get(&parts).is_some_and(|count| *count > 1) {
            parts.extend(surroundings(change, &mut items));
            let number = met.entry(parts.clone()).or_default();
            parts.push(number.to_string());
            *number += 1;
        }
        let mut whole = fingerprint_of(parts.iter().map(String::as_str));
        whole.truncate(DIGITS);
        whole
    };
    own.iter().zip(changes).map(&mut fingerprint).collect()
}

fn parts(municipality: &str, change: &Change, items: &mut Items) -> Vec<String> {
    let subject = &change.subject;
    let id = subject.before.as_deref().or(subject.after.as_deref()).unwrap_or_default();
    let mut parts = vec![municipality.to_owned(), subject.room.key().to_owned(), id.to_owned()];
    parts.extend(change.path.iter().map(|step| match step {
        Step::Field(field) => (*field).to_owned(),
        Step::Item(before, _) => items.name(before),
        Step::Key(id) => id.clone(),
        Step::Lang(lang) => lang.to_string(),
    }));
    let value = |value: &Option<Value>| value.as_ref().map(said).unwrap_or_default();
    parts.extend([value(&change.before), value(&change.after)]);
    parts
}

/// The later id of the record, and the items that the value is in.
fn surroundings(change: &Change, items: &mut Items) -> Vec<String> {
    let mut all: Vec<String> = change.subject.after.clone().into_iter().collect();
    for step in &change.path {
        if let Step::Item(before, after) = step {
            all.extend([items.whole(before), items.whole(after)]);
        }
    }
    all
}

/// The items of lists, each put into words once for all changes in it.
#[derive(Default)]
struct Items {
    names: HashMap<*const Value, String>,
    wholes: HashMap<*const Value, String>,
}

impl Items {
    /// What identifies an item of a list: the field that names it, or else all of it.
    fn name(&mut self, item: &Arc<Value>) -> String {
        let name = || NAMES.iter().find_map(|name| item.get(name)).unwrap_or(item);
        self.names.entry(Arc::as_ptr(item)).or_insert_with(|| digest(name())).clone()
    }

    fn whole(&mut self, item: &Arc<Value>) -> String {
        self.wholes.entry(Arc::as_ptr(item)).or_insert_with(|| digest(item)).clone()
    }
}

fn digest(value: &Value) -> String {
    fingerprint_of([said(value).as_str()])
}
