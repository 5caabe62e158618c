//! A look at every text, term and reference of a record with the keys that lead to it: no field can be forgotten.

use crate::finding::Place;
use crate::model::address::{Email, Url};
use crate::model::country::Country;
use crate::model::period::{Date, Keep};
use crate::model::reference::Ref;
use crate::model::term::{Term, TermKind, Vocabulary, Word};
use crate::model::{Aside, Id, Known, Lang, List, Name, Reason, Text, Things, YesNo};

/// What kind of text is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A text for the reader.
    Text,
    /// The reason of a gap.
    Gap,
    /// A text for the office.
    Aside,
    /// A proper name.
    Name,
}

/// What a look does at each stop.
pub trait See<'r> {
    /// Goes into a field of the record that stands at `at`.
    fn enter(&mut self, field: &'static str, at: Place);
    /// Comes out of the field.
    fn leave(&mut self);
    /// A text.
    fn text(&mut self, kind: TextKind, text: &'r Text);
    /// A term.
    fn term(&mut self, kind: TermKind, word: &'r Word);
    /// A text that is the same in every language and has no place of its own: a number, a reference, an address.
    fn plain(&mut self, text: &'r str);
}

/// A type that can be looked at.
pub trait Look {
    /// Shows every text and term inside, in the order of the type.
    fn look<'r>(&'r self, see: &mut dyn See<'r>);
}

macro_rules! nothing_inside {
    ($($type:ty),*) => {
        $(impl Look for $type {
            fn look<'r>(&'r self, _: &mut dyn See<'r>) {}
        })*
    };
}

nothing_inside!(YesNo, u32, Lang, Date, Keep, Id, Country);

impl Look for String {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.plain(self);
    }
}

impl Look for Url {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.plain(&self.0);
    }
}

impl Look for Email {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.plain(&self.0);
    }
}

impl Look for Text {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.text(TextKind::Text, self);
    }
}

impl Look for Reason {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.text(TextKind::Gap, &self.0);
    }
}

impl Look for Aside {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.text(TextKind::Aside, &self.0);
    }
}

impl Look for Name {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.text(TextKind::Name, &self.0);
    }
}

impl<K: Vocabulary> Look for Term<K> {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.term(K::KIND, &self.word);
    }
}

impl<K> Look for Ref<K> {
    fn look<'r>(&'r self, _: &mut dyn See<'r>) {}
}

impl<T: Look> Look for Option<T> {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        if let Some(inside) = self {
            inside.look(see);
        }
    }
}

impl<T: Look> Look for List<T> {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        self.items.iter().for_each(|item| item.look(see));
        self.gaps.iter().for_each(|reason| see.text(TextKind::Gap, reason));
    }
}

impl<T: Look> Look for Known<T> {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        match self {
            Self::Unwritten => {}
            Self::Value(value) => value.look(see),
            Self::Gap(reason) => see.text(TextKind::Gap, reason),
        }
    }
}

impl<T: Look> Look for Things<T> {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        self.iter().for_each(|(_, thing)| thing.look(see));
    }
}
