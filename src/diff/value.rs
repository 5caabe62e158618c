//! A record as a tree of comparable values, without source positions.

use std::collections::BTreeMap;

use jiff::civil;

use crate::finding::Place;
use crate::format::key::Key;
use crate::model::period::Keep;
use crate::model::reference::RefKind;
use crate::model::term::{Refers, TermKind, Word};
use crate::model::visit::{Fact, TextKind, Visit, Visitor};
use crate::model::{Gap, Id, Lang, Text};

/// A text by language. A text without a language has the first language of the municipality.
pub(crate) type Words = BTreeMap<Lang, String>;

/// A value of a register.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// The field is absent.
    #[default]
    Nothing,
    /// A record: the fields that are written, in declaration order.
    Record(Vec<(&'static str, Value)>),
    /// A list: its items, then its gaps.
    List(Vec<Value>),
    /// Records by id.
    ById(Vec<(String, Value)>),
    /// `none`: the register states that there is none.
    None,
    /// `unknown`, with the reason and the sentence for the public.
    Gap(Words, Words),
    /// A text.
    Text(Words),
    /// A code of the vocabulary.
    Term(TermKind, String),
    /// Free text, or the id of a record. Which of the two depends on the records of the register, not on this value.
    Free(TermKind, Words),
    /// A number, reference or address, as written.
    Plain(String),
    /// An id.
    Id(String),
    /// A reference.
    Reference(RefKind, String),
    /// A value of a closed list.
    Code(&'static str),
    /// `yes`.
    Yes,
    /// A number.
    Number(u32),
    /// A day.
    Date(civil::Date),
    /// A period.
    Keep(Keep),
    /// A country (ISO 3166-1).
    Country(String),
    /// A language.
    Lang(Lang),
}

impl Value {
    /// The tree of a record. `main` is the language of texts without a language.
    #[must_use]
    pub fn of(record: &dyn Visit, main: Option<Lang>) -> Self {
        let main = main.or_else(|| Lang::parse("en"));
        let mut build = Build { main, stack: vec![Self::Nothing] };
        record.visit(&mut build);
        build.stack.pop().unwrap_or_default()
    }

    /// Whether the value is absent or empty.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Record(fields) => fields.iter().all(|(_, value)| value.is_nothing()),
            Self::List(items) => items.is_empty(),
            Self::ById(things) => things.is_empty(),
            _ => false,
        }
    }

    /// A field of a record.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&Self> {
        let Self::Record(fields) = self else { return None };
        fields.iter().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    /// The items of a list. Any other value is a list of one.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Nothing => &[],
            lone => std::slice::from_ref(lone),
        }
    }

    /// The items of a list in a field of a record.
    #[must_use]
    pub fn items_of(&self, field: &str) -> &[Self] {
        self.get(field).map_or(&[], Self::items)
    }

    /// The code or id, if the value has one.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Code(code) => Some(code),
            Self::Term(_, key) | Self::Reference(_, key) | Self::Id(key) | Self::Country(key) => Some(key),
            Self::Free(_, words) if words.len() == 1 => words.values().next().map(String::as_str),
            _ => None,
        }
    }

    /// The text by language, if the value is a text.
    #[must_use]
    pub fn words(&self) -> Option<&Words> {
        match self {
            Self::Text(words) | Self::Gap(words, _) | Self::Free(_, words) => Some(words),
            _ => None,
        }
    }

    /// Calls `see` for the value and every value inside it.
    pub fn each<'v>(&'v self, see: &mut dyn FnMut(&'v Self)) {
        see(self);
        match self {
            Self::Record(fields) => fields.iter().for_each(|(_, value)| value.each(see)),
            Self::List(items) => items.iter().for_each(|value| value.each(see)),
            Self::ById(things) => things.iter().for_each(|(_, value)| value.each(see)),
            _ => {}
        }
    }

    /// Whether this value or one inside it satisfies `is_such`.
    #[must_use]
    pub fn any(&self, is_such: impl Fn(&Self) -> bool) -> bool {
        let mut found = false;
        self.each(&mut |value| found |= is_such(value));
        found
    }
}

/// Builds the tree while a record is visited.
struct Build {
    main: Option<Lang>,
    stack: Vec<Value>,
}

impl Build {
    fn words(&self, text: &Text) -> Words {
        let one = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        text.each_language(self.main).map(|(lang, words)| (lang, one(words))).collect()
    }

    fn put(&mut self, value: Value) {
        match self.stack.last_mut() {
            Some(Value::List(items)) => items.push(value),
            Some(slot) => *slot = value,
            None => {}
        }
    }
}

impl<'r> Visitor<'r> for Build {
    fn enter(&mut self, key: &'static Key, _: Place) {
        if let Some(record @ Value::Nothing) = self.stack.last_mut() {
            *record = Value::Record(Vec::new());
        }
        self.stack.push(Value::Record(vec![(key.name, Value::Nothing)]));
        self.stack.push(Value::Nothing);
    }

    fn leave(&mut self) {
        let value = self.stack.pop().unwrap_or_default();
        let Some(Value::Record(mut named)) = self.stack.pop() else { return };
        let field = named.pop().map_or("", |(field, _)| field);
        if let (Some(Value::Record(fields)), false) = (self.stack.last_mut(), value.is_nothing()) {
            fields.push((field, value));
        }
    }

    fn text(&mut self, _: TextKind, text: &'r Text) {
        let words = self.words(text);
        // A text without words is one that is internal.
        if !words.is_empty() {
            self.put(Value::Text(words));
        }
    }

    fn gap(&mut self, gap: &'r Gap) {
        let say = gap.say.as_ref().map(|say| self.words(say)).unwrap_or_default();
        let reason = self.words(&gap.reason);
        self.put(Value::Gap(reason, say));
    }

    fn term(&mut self, kind: TermKind, word: &'r Word) {
        let value = match word.refers {
            Refers::Itself | Refers::Register => Value::Free(kind, self.words(&word.text)),
            Refers::Vocabulary(_) => Value::Term(kind, word.text.plain.clone().unwrap_or_default()),
        };
        self.put(value);
    }

    fn plain(&mut self, text: &'r str) {
        self.put(Value::Plain(text.to_owned()));
    }

    fn fact(&mut self, fact: Fact<'r>) {
        self.put(match fact {
            Fact::Id(id) => Value::Id(id.as_str().to_owned()),
            Fact::Reference(kind, id) => Value::Reference(kind, id.as_str().to_owned()),
            Fact::Code(code) => Value::Code(code),
            Fact::Yes => Value::Yes,
            Fact::Number(number) => Value::Number(number),
            Fact::Date(date) => Value::Date(date.day),
            Fact::Keep(keep) => Value::Keep(*keep),
            Fact::Country(country) => Value::Country(country.code.clone()),
            Fact::Lang(lang) => Value::Lang(lang),
        });
    }

    fn list(&mut self, none: bool) {
        if let Some(slot) = self.stack.last_mut() {
            *slot = Value::List(if none { vec![Value::None] } else { Vec::new() });
        }
    }

    fn item(&mut self, id: Option<&'r Id>) {
        if let (Some(slot), Some(id)) = (self.stack.last_mut(), id) {
            if let Value::List(_) = slot {
                *slot = Value::ById(Vec::new());
            }
            if let Value::ById(things) = slot {
                things.push((id.as_str().to_owned(), Value::Nothing));
            }
        }
        self.stack.push(Value::Nothing);
    }

    fn end_item(&mut self) {
        let value = self.stack.pop().unwrap_or_default();
        match self.stack.last_mut() {
            Some(Value::List(items)) => items.push(value),
            Some(Value::ById(things)) => {
                if let Some((_, last)) = things.last_mut() {
                    *last = value;
                }
            }
            _ => {}
        }
    }
}
