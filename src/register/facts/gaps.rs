//! The gaps of a record.

use crate::finding::Place;
use crate::format::key::Key;
use crate::model::term::{TermKind, Word};
use crate::model::visit::{TextKind, Visit, Visitor};
use crate::model::{Gap, Text};

/// The places of the gaps of a record, in order.
#[must_use]
pub(crate) fn places_of(record: &dyn Visit) -> Vec<Place> {
    let mut gather = Gather { places: Vec::new() };
    record.visit(&mut gather);
    gather.places
}

struct Gather {
    places: Vec<Place>,
}

impl<'r> Visitor<'r> for Gather {
    fn enter(&mut self, _: &'static Key, _: Place) {}

    fn leave(&mut self) {}

    fn text(&mut self, _: TextKind, _: &'r Text) {}

    fn gap(&mut self, gap: &'r Gap) {
        self.places.push(gap.reason.at);
    }

    fn term(&mut self, _: TermKind, _: &'r Word) {}

    fn plain(&mut self, _: &'r str) {}
}
