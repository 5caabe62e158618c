//! Visits every text, term, reference and other value of a record with the keys that lead to it, or changes it.
//! `record!` implements this for each record from its fields, so that no field can be forgotten.

use crate::finding::Place;
use crate::format::key::Key;
use crate::model::address::{Email, Url};
use crate::model::country::Country;
use crate::model::kle::Kle;
use crate::model::period::{Date, Keep};
use crate::model::reference::{Ref, RefKind, Target};
use crate::model::term::{Term, TermKind, Vocabulary, Word};
use crate::model::{Aside, ById, Gap, Id, Known, Lang, List, Name, Text, YesNo};

/// A type whose values can be visited or changed, in the order of its fields.
pub trait Visit {
    /// Passes every value inside to the visitor.
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>);
    /// Passes every text, term, reference and country inside to the visitor.
    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut);
}

/// The kind of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A text for the reader.
    Text,
    /// The reason of a gap.
    Gap,
    /// An internal text.
    Aside,
    /// A proper name.
    Name,
}

/// A value that is neither a text nor a term.
#[derive(Debug, Clone, Copy)]
pub enum Fact<'r> {
    /// The id of the record itself, or a former one.
    Id(&'r Id),
    /// A reference to a record.
    Reference(RefKind, &'r Id),
    /// A code of a closed list.
    Code(&'static str),
    /// Yes. `no` is the default, and not passed.
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

/// Visits every text, term and reference of a record with the keys that lead to it. The methods for facts and lists do
/// nothing by default.
pub trait Visitor<'r> {
    /// Enters a field of the record at `at`.
    fn enter(&mut self, key: &'static Key, at: Place);
    /// Leaves the field.
    fn leave(&mut self);
    /// A text.
    fn text(&mut self, kind: TextKind, text: &'r Text);
    /// A gap: its reason, and the sentence for the public.
    fn gap(&mut self, gap: &'r Gap) {
        self.text(TextKind::Gap, &gap.reason);
        gap.say.iter().for_each(|say| self.text(TextKind::Text, say));
    }
    /// A term.
    fn term(&mut self, kind: TermKind, word: &'r Word);
    /// A text that is the same in every language and has no source position: a number, a reference, an address.
    fn plain(&mut self, text: &'r str);
    /// A value that is neither a text nor a term.
    fn fact(&mut self, _: Fact<'r>) {}
    /// A list or a mapping begins, with whether it is `none`.
    fn list(&mut self, _none: bool) {}
    /// An item of the list begins, with its id in a mapping. Gaps of a list are not items; they follow them.
    fn item(&mut self, _id: Option<&'r Id>) {}
    /// The item ends.
    fn end_item(&mut self) {}
}

/// Changes texts and terms, and visits references and countries.
pub trait VisitorMut {
    /// A text for people.
    fn text(&mut self, text: &mut Text);
    /// A gap.
    fn gap(&mut self, gap: &mut Gap) {
        self.text(&mut gap.reason);
        gap.say.iter_mut().for_each(|say| self.text(say));
    }
    /// A term that may be a code of `kind`.
    fn term(&mut self, kind: TermKind, word: &mut Word);
    /// A reference to a record of `kind`.
    fn reference(&mut self, kind: RefKind, id: &Id);
    /// A country.
    fn country(&mut self, code: &str, at: Place);
}

macro_rules! facts {
    ($($type:ty: $value:ident => $fact:expr),* $(,)?) => {
        $(impl Visit for $type {
            fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
                let $value = self;
                visitor.fact($fact);
            }

            fn visit_mut(&mut self, _: &mut dyn VisitorMut) {}
        })*
    };
}

facts! {
    u32: number => Fact::Number(*number),
    Lang: lang => Fact::Lang(*lang),
    Date: date => Fact::Date(*date),
    Keep: keep => Fact::Keep(keep),
    Id: id => Fact::Id(id),
}

macro_rules! texts {
    ($($type:ty: $value:ident, $visitor:ident => $show:expr),* $(,)?) => {
        $(impl Visit for $type {
            fn visit<'r>(&'r self, $visitor: &mut dyn Visitor<'r>) {
                let $value = self;
                $show;
            }

            fn visit_mut(&mut self, _: &mut dyn VisitorMut) {}
        })*
    };
}

texts! {
    String: text, visitor => visitor.plain(text),
    Url: url, visitor => visitor.plain(&url.0),
    Kle: kle, visitor => visitor.plain(&kle.0),
    Email: email, visitor => visitor.plain(&email.0),
    Aside: aside, visitor => visitor.text(TextKind::Aside, &aside.0),
    Name: name, visitor => visitor.text(TextKind::Name, &name.0),
}

impl Visit for YesNo {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        if self.0 {
            visitor.fact(Fact::Yes);
        }
    }

    fn visit_mut(&mut self, _: &mut dyn VisitorMut) {}
}

impl Visit for Country {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.fact(Fact::Country(self));
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        visitor.country(&self.code, self.at);
    }
}

impl Visit for Text {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.text(TextKind::Text, self);
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        visitor.text(self);
    }
}

impl<K: Vocabulary> Visit for Term<K> {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.term(K::KIND, &self.word);
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        visitor.term(K::KIND, &mut self.word);
    }
}

impl<K: Target> Visit for Ref<K> {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.fact(Fact::Reference(K::KIND, &self.id));
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        visitor.reference(K::KIND, &self.id);
    }
}

impl<T: Visit> Visit for Option<T> {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        self.iter().for_each(|inside| inside.visit(visitor));
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        self.iter_mut().for_each(|inside| inside.visit_mut(visitor));
    }
}

impl<T: Visit> Visit for List<T> {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.list(self.none);
        for item in &self.items {
            visitor.item(None);
            item.visit(visitor);
            visitor.end_item();
        }
        self.gaps.iter().for_each(|gap| visitor.gap(gap));
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        self.items.iter_mut().for_each(|item| item.visit_mut(visitor));
        self.gaps.iter_mut().for_each(|gap| visitor.gap(gap));
    }
}

impl<T: Visit> Visit for Known<T> {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        match self {
            Self::Unwritten => {}
            Self::Value(value) => value.visit(visitor),
            Self::Gap(gap) => gap.visit(visitor),
        }
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        match self {
            Self::Unwritten => {}
            Self::Value(value) => value.visit_mut(visitor),
            Self::Gap(gap) => visitor.gap(gap),
        }
    }
}

impl<T: Visit> Visit for ById<T> {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.list(false);
        for (id, thing) in self.iter() {
            visitor.item(Some(id));
            thing.visit(visitor);
            visitor.end_item();
        }
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        self.0.values_mut().for_each(|thing| thing.visit_mut(visitor));
    }
}
