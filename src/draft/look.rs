//! A look at every text, term and reference of a record with the keys that lead to it: no field can be forgotten.

use crate::draft::read::Key;
use crate::finding::Place;
use crate::model::address::{Email, Url};
use crate::model::country::Country;
use crate::model::period::{Date, Keep};
use crate::model::reference::{Ref, RefKind, Target};
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

/// A value that is neither a text nor a term.
#[derive(Debug, Clone, Copy)]
pub enum Fact<'r> {
    /// The id of the record itself, or one it had.
    Id(&'r Id),
    /// A reference to a record.
    Reference(RefKind, &'r Id),
    /// A word of a closed list.
    Code(&'static str),
    /// Yes; `no` is what is meant when nothing is written.
    Yes,
    /// A number.
    Number(u32),
    /// A day.
    Date(Date),
    /// A period.
    Keep(&'r Keep),
    /// A country.
    Country(&'r Country),
    /// A language.
    Lang(Lang),
}

/// What a look does at each stop. Who asks for texts alone need not know of facts and lists.
pub trait See<'r> {
    /// Goes into a field of the record that stands at `at`.
    fn enter(&mut self, key: &'static Key, at: Place);
    /// Comes out of the field.
    fn leave(&mut self);
    /// A text.
    fn text(&mut self, kind: TextKind, text: &'r Text);
    /// A term.
    fn term(&mut self, kind: TermKind, word: &'r Word);
    /// A text that is the same in every language and has no place of its own: a number, a reference, an address.
    fn plain(&mut self, text: &'r str);
    /// A value that is neither a text nor a term.
    fn fact(&mut self, _: Fact<'r>) {}
    /// A list or a mapping begins; whether it says that there is none.
    fn list(&mut self, _none: bool) {}
    /// An item of the list begins, with its id in a mapping. Gaps of a list stand beside its items.
    fn item(&mut self, _id: Option<&'r Id>) {}
    /// The item ends.
    fn end_item(&mut self) {}
}

/// A type that can be looked at.
pub trait Look {
    /// Shows every text and term inside, in the order of the type.
    fn look<'r>(&'r self, see: &mut dyn See<'r>);
}

macro_rules! facts {
    ($($type:ty: $value:ident => $fact:expr),* $(,)?) => {
        $(impl Look for $type {
            fn look<'r>(&'r self, see: &mut dyn See<'r>) {
                let $value = self;
                see.fact($fact);
            }
        })*
    };
}

facts! {
    u32: number => Fact::Number(*number),
    Lang: lang => Fact::Lang(*lang),
    Date: date => Fact::Date(*date),
    Keep: keep => Fact::Keep(keep),
    Id: id => Fact::Id(id),
    Country: country => Fact::Country(country),
}

impl Look for YesNo {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        if self.0 {
            see.fact(Fact::Yes);
        }
    }
}

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

impl<K: Target> Look for Ref<K> {
    fn look<'r>(&'r self, see: &mut dyn See<'r>) {
        see.fact(Fact::Reference(K::KIND, &self.id));
    }
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
        see.list(self.none);
        for item in &self.items {
            see.item(None);
            item.look(see);
            see.end_item();
        }
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
        see.list(false);
        for (id, thing) in self.iter() {
            see.item(Some(id));
            thing.look(see);
            see.end_item();
        }
    }
}
