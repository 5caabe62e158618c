//! A walk over every text, term and reference of a record: no field can be forgotten.

use crate::finding::Place;
use crate::model::address::{Email, Url};
use crate::model::country::Country;
use crate::model::period::{Date, Keep};
use crate::model::reference::{Ref, RefKind, Target};
use crate::model::term::{Term, TermKind, Word};
use crate::model::{Aside, Id, Known, Lang, List, Name, Reason, Text, Things, YesNo};

/// What a walk does at each stop.
pub trait Visit {
    /// A text for people.
    fn text(&mut self, text: &mut Text);
    /// The reason of a gap.
    fn gap(&mut self, reason: &mut Text) {
        self.text(reason);
    }
    /// A term that may be a code of `kind`.
    fn term(&mut self, kind: TermKind, word: &mut Word);
    /// A reference to a record of `kind`.
    fn reference(&mut self, kind: RefKind, id: &Id);
    /// A country.
    fn country(&mut self, code: &str, at: Place);
}

/// A type that can be walked.
pub trait Walk {
    /// Shows every text, term and reference inside to the visitor, in the order of the type.
    fn walk(&mut self, visitor: &mut dyn Visit);
}

macro_rules! nothing_inside {
    ($($type:ty),*) => {
        $(impl Walk for $type {
            fn walk(&mut self, _: &mut dyn Visit) {}
        })*
    };
}

nothing_inside!(String, YesNo, u32, Lang, Date, Keep, Id, Aside, Name, Url, Email);

impl Walk for Text {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        visitor.text(self);
    }
}

impl Walk for Reason {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        visitor.gap(&mut self.0);
    }
}

impl<K: crate::model::term::Vocabulary> Walk for Term<K> {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        visitor.term(K::KIND, &mut self.word);
    }
}

impl<K: Target> Walk for Ref<K> {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        visitor.reference(K::KIND, &self.id);
    }
}

impl Walk for Country {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        visitor.country(&self.code, self.at);
    }
}

impl<T: Walk> Walk for Option<T> {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        if let Some(inside) = self {
            inside.walk(visitor);
        }
    }
}

impl<T: Walk> Walk for List<T> {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        self.items.iter_mut().for_each(|item| item.walk(visitor));
        self.gaps.iter_mut().for_each(|reason| visitor.gap(reason));
    }
}

impl<T: Walk> Walk for Known<T> {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        match self {
            Self::Unwritten => {}
            Self::Value(value) => value.walk(visitor),
            Self::Gap(reason) => visitor.gap(reason),
        }
    }
}

impl<T: Walk> Walk for Things<T> {
    fn walk(&mut self, visitor: &mut dyn Visit) {
        self.0.values_mut().for_each(|thing| thing.walk(visitor));
    }
}
