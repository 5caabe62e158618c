//! Collects the gaps of a record with their key paths.

use crate::finding::Place;
use crate::format::key::Key;
use crate::model::Text;
use crate::model::term::{TermKind, Word};
use crate::model::visit::{TextKind, Visit, Visitor};

/// A gap.
pub(crate) struct Gap<'r> {
    /// The keys from the record to the gap, in their Rust spelling.
    pub(crate) path: Vec<&'static str>,
    /// Why the value is unknown.
    pub(crate) reason: &'r Text,
}

/// The gaps of a record, in field order.
pub(crate) fn gaps_in<'r>(record: &'r dyn Visit) -> Vec<Gap<'r>> {
    let mut gather = Gather { path: Vec::new(), found: Vec::new() };
    record.visit(&mut gather);
    gather.found
}

struct Gather<'r> {
    path: Vec<&'static str>,
    found: Vec<Gap<'r>>,
}

impl<'r> Visitor<'r> for Gather<'r> {
    fn enter(&mut self, key: &'static Key, _: Place) {
        self.path.push(key.name);
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn text(&mut self, kind: TextKind, text: &'r Text) {
        if kind == TextKind::Gap {
            self.found.push(Gap { path: self.path.clone(), reason: text });
        }
    }

    fn term(&mut self, _: TermKind, _: &'r Word) {}

    fn plain(&mut self, _: &'r str) {}
}
