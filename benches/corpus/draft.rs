//! Builds a record key by key; optional keys are left out at random.

use super::pen::Pen;
use super::yaml::Value;

/// A record under construction.
#[derive(Debug)]
pub(crate) struct Draft<'p, 't> {
    pen: &'p mut Pen<'t>,
    record: &'static str,
    entries: Vec<(String, Value)>,
}

impl<'p, 't> Draft<'p, 't> {
    /// An empty record; `record` names its phrases.
    pub(crate) fn new(pen: &'p mut Pen<'t>, record: &'static str) -> Self {
        Self { pen, record, entries: Vec::new() }
    }

    /// Writes a key.
    pub(crate) fn set(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.entries.push((key.to_owned(), value.into()));
        self
    }

    /// Writes a key with a generated value.
    pub(crate) fn with<V: Into<Value>>(self, key: &str, value: impl FnOnce(&mut Pen<'t>) -> V) -> Self {
        let value = value(self.pen);
        self.set(key, value)
    }

    /// Writes or leaves out a key.
    pub(crate) fn may<V: Into<Value>>(self, key: &str, value: impl FnOnce(&mut Pen<'t>) -> V) -> Self {
        let odds = self.pen.odds;
        if self.pen.chance.once_in(odds) { self.with(key, value) } else { self }
    }

    /// Writes or leaves out a key; leaves it out if there is no value.
    pub(crate) fn some<V: Into<Value>>(self, key: &str, value: impl FnOnce(&mut Pen<'t>) -> Option<V>) -> Self {
        let odds = self.pen.odds;
        if !self.pen.chance.once_in(odds) {
            return self;
        }
        match value(self.pen) {
            Some(value) => self.set(key, value),
            None => self,
        }
    }

    /// Writes a key with a phrase.
    pub(crate) fn must(self, key: &str) -> Self {
        let record = self.record;
        self.with(key, |pen| pen.text(record, key))
    }

    /// Writes a key with a phrase, or leaves it out.
    pub(crate) fn text(self, key: &str) -> Self {
        let record = self.record;
        self.may(key, |pen| pen.text(record, key))
    }

    /// Writes a key with a list of phrases, or leaves it out.
    pub(crate) fn texts(self, key: &str) -> Self {
        let record = self.record;
        self.may(key, |pen| pen.texts(record, key))
    }

    /// Writes several keys that belong together, or leaves them all out.
    pub(crate) fn together(self, keys: impl FnOnce(Self) -> Self) -> Self {
        let odds = self.pen.odds;
        if self.pen.chance.once_in(odds) { keys(self) } else { self }
    }

    /// The record.
    pub(crate) fn done(self) -> Value {
        Value::Map(self.entries)
    }

    /// The record in its shortest form: the value of the first key if no other key was written.
    pub(crate) fn shortest(mut self) -> Value {
        if self.entries.len() == 1 { self.entries.remove(0).1 } else { self.done() }
    }
}
