//! Walks two trees at once. Every difference becomes a change with its path.

use crate::model::activity::Activity;
use crate::model::administration::Administration;
use crate::model::keys;
use crate::model::notice::Notice;
use crate::model::record::field;
use std::collections::HashMap;
use std::sync::Arc;

use crate::diff::matching::{differing, is_reordered, shared};
use crate::diff::value::{Value, Words};
use crate::diff::{Change, RecordKind, Step, Subject};
use crate::model::Lang;

/// Records that belong to another record: if one is added or removed, each of its fields is a change.
const OPENED: [&str; 6] = [
    keys::CONTACT,
    keys::OFFICER,
    field!(Activity, administration),
    field!(Administration, information),
    field!(Administration, assessment),
    field!(Administration, class),
];

/// Lists of the municipality whose first item has a special meaning.
const LED: [&str; 1] = [keys::LANGUAGES];

/// Lists whose order is published.
const ORDERED: [(RecordKind, &str); 5] = [
    (RecordKind::Activities, field!(Activity, parts)),
    (RecordKind::Activities, field!(Activity, controllers)),
    (RecordKind::Activities, field!(Activity, texts)),
    (RecordKind::Notices, field!(Notice, activities)),
    (RecordKind::Notices, field!(Notice, texts)),
];

/// A simultaneous walk of two trees.
pub(super) struct Walk<'c> {
    pub(super) subject: Subject,
    pub(super) path: Vec<Step>,
    pub(super) changes: &'c mut Vec<Change>,
}

impl Walk<'_> {
    pub(super) fn put(&mut self, before: &Value, after: &Value) {
        let some = |value: &Value| (*value != Value::Nothing).then(|| value.clone());
        let (before, after) = (some(before), some(after));
        let (subject, path) = (self.subject.clone(), self.path.clone());
        self.changes.push(Change { subject, path, before, after, kept: Vec::new() });
    }

    /// Compares the ids of the record itself.
    pub(super) fn ids(&mut self, before: &str, after: &str) {
        if before != after {
            let id = |id: &str| Value::Id(id.to_owned());
            self.at(Step::Field(keys::ID), |walk| walk.put(&id(before), &id(after)));
        }
    }

    fn at(&mut self, step: Step, go: impl FnOnce(&mut Self)) {
        self.path.push(step);
        go(self);
        self.path.pop();
    }

    /// Compares two values of `field`.
    pub(super) fn values(&mut self, field: &str, before: &Value, after: &Value) {
        let opened = OPENED.contains(&field);
        match (before, after) {
            _ if before == after => {}
            (Value::Record(_), Value::Record(_)) => self.records(before, after),
            (Value::Record(_), Value::Nothing) | (Value::Nothing, Value::Record(_)) if opened => {
                self.records(before, after)
            }
            (Value::ById(some), Value::ById(others)) => self.things(some, others),
            (Value::Text(words), Value::Text(others)) => self.words(words, others, Value::Text),
            (Value::Free(kind, words), Value::Free(other, others)) if kind == other => {
                self.words(words, others, |words| Value::Free(*kind, words));
            }
            (Value::List(_), Value::List(_) | Value::Nothing) | (Value::Nothing, Value::List(_)) => {
                self.lists(field, before, after);
            }
            _ => self.put(before, after),
        }
    }

    fn records(&mut self, before: &Value, after: &Value) {
        let fields = |value: &Value| match value {
            Value::Record(fields) => fields.iter().map(|(field, _)| *field).collect(),
            _ => Vec::new(),
        };
        let own: Vec<&'static str> = fields(before);
        let new = fields(after).into_iter().filter(|field| !own.contains(field));
        let all: Vec<&str> = own.iter().copied().chain(new).collect();
        for field in all {
            let value = |side: &Value| side.get(field).cloned().unwrap_or_default();
            let (before, after) = (value(before), value(after));
            self.at(Step::Field(field), |walk| walk.values(field, &before, &after));
        }
    }

    fn things(&mut self, before: &[(String, Value)], after: &[(String, Value)]) {
        fn by_id(side: &[(String, Value)]) -> HashMap<&str, &Value> {
            side.iter().map(|(id, value)| (id.as_str(), value)).collect()
        }
        let (old, new) = (by_id(before), by_id(after));
        for (id, value) in before {
            let other = new.get(id.as_str()).copied().unwrap_or(&Value::Nothing);
            self.at(Step::Key(id.clone()), |walk| walk.values("", value, other));
        }
        for (id, value) in after.iter().filter(|(id, _)| !old.contains_key(id.as_str())) {
            self.at(Step::Key(id.clone()), |walk| walk.put(&Value::Nothing, value));
        }
    }

    fn lists(&mut self, field: &str, before: &Value, after: &Value) {
        let pairs = differing(field, before.items(), after.items());
        let is_led = self.subject.room == RecordKind::Municipality && LED.contains(&field);
        if pairs.is_empty() && is_led && before.items().first() != after.items().first() {
            return self.put(before, after);
        }
        if ORDERED.contains(&(self.subject.room, field)) && self.path.len() == 1 {
            let (old, new) = (shared(before, after), shared(after, before));
            if is_reordered(&old, &new) {
                self.put(&old, &new);
            }
        }
        for pair in pairs {
            match pair {
                (Some(before @ Value::Gap(..)), Some(after)) | (Some(before), Some(after @ Value::Gap(..))) => {
                    self.put(before, after);
                }
                (Some(before), Some(after)) => {
                    let step = Step::Item(Arc::new(before.clone()), Arc::new(after.clone()));
                    self.at(step, |walk| walk.values("", before, after));
                }
                (before, after) => self.put(before.unwrap_or(&Value::Nothing), after.unwrap_or(&Value::Nothing)),
            }
        }
    }

    /// Compares each language separately, so that translations are separate changes.
    fn words(&mut self, before: &Words, after: &Words, make: impl Fn(Words) -> Value) {
        let langs: Vec<Lang> =
            before.keys().chain(after.keys().filter(|lang| !before.contains_key(lang))).copied().collect();
        let kept: Vec<Lang> =
            before.iter().filter(|(lang, words)| after.get(*lang) == Some(*words)).map(|(lang, _)| *lang).collect();
        for lang in langs {
            let value = |side: &Words| match side.get(&lang) {
                Some(words) => make(Words::from([(lang, words.clone())])),
                None => Value::Nothing,
            };
            let (before, after) = (value(before), value(after));
            if before != after {
                self.at(Step::Lang(lang), |walk| walk.put(&before, &after));
                self.changes.last_mut().into_iter().for_each(|change| change.kept.clone_from(&kept));
            }
        }
    }
}
