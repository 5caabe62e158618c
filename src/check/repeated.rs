//! Items of lists that are there twice: texts, codes, references and whole records.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::finding::Place;
use crate::format::key::Key;
use crate::model::activity::Activity;
use crate::model::record::field;
use crate::model::term::{TermKind, Word};
use crate::model::visit::{Fact, TextKind, Visit, Visitor};
use crate::model::{Id, Text, keys};
use crate::register::phase::Complete;

/// An item that its list has before it.
#[derive(Debug)]
pub(crate) struct Repeated {
    /// Where the item stands.
    pub at: Place,
    /// Its first word, text or id; empty if it has none.
    pub words: String,
    /// Whether it is nothing else.
    pub is_alone: bool,
    /// Whether both are the same letter by letter: words in other capitals may be another thing.
    pub is_exact: bool,
}

/// The repeated items of a register, once: inherited lists belong to the parent.
pub(crate) fn repeated(complete: &Complete) -> Vec<Repeated> {
    let register = complete.register();
    let mut finder = Finder::default();
    register.municipality.visit(&mut finder);
    register.shared.visit(&mut finder);
    register.activities.values().for_each(|activity| complete.as_written(activity).visit(&mut finder));
    register.notices.values().for_each(|notice| notice.visit(&mut finder));
    finder.found
}

/// An open item of a list.
#[derive(Default)]
struct Item {
    /// What it says, in small letters.
    content: String,
    /// Its texts, letter by letter.
    exact: String,
    at: Option<Place>,
    words: Option<String>,
    /// How many values it has.
    values: usize,
}

#[derive(Default)]
struct Finder {
    keys: Vec<&'static str>,
    /// The items so far of each open list.
    lists: Vec<HashMap<String, String>>,
    /// How many keys were open where each list began.
    depths: Vec<usize>,
    items: Vec<Item>,
    found: Vec<Repeated>,
}

impl Finder {
    fn value(&mut self, content: &str, words: &str, at: Option<Place>) {
        for item in &mut self.items {
            _ = write!(item.content, "\u{1}{content}");
            item.at = item.at.or(at);
            item.values += 1;
            if item.words.is_none() && !words.is_empty() {
                item.words = Some(words.to_owned());
            }
        }
    }

    fn words(&mut self, text: &Text) {
        // A text is no code with the same letters.
        let mut exact = format!("\u{5}{}", text.plain.as_deref().unwrap_or_default());
        for (lang, words) in &text.by_lang {
            _ = write!(exact, "\u{2}{lang}{words}");
        }
        self.items.iter_mut().for_each(|item| item.exact.push_str(&exact));
        let content = exact.to_lowercase();
        let first = text.plain.as_deref().or_else(|| text.by_lang.first().map(|(_, words)| words.as_str()));
        self.value(&content, first.unwrap_or_default(), Some(text.at));
    }
}

impl<'r> Visitor<'r> for Finder {
    fn enter(&mut self, key: &'static Key, at: Place) {
        for item in &mut self.items {
            _ = write!(item.content, "\u{3}{}", key.name);
            item.at = item.at.or(Some(at));
        }
        self.keys.push(key.name);
    }

    fn leave(&mut self) {
        self.items.iter_mut().for_each(|item| item.content.push('\u{4}'));
        self.keys.pop();
        while self.depths.last().is_some_and(|depth| *depth > self.keys.len()) {
            self.depths.pop();
            self.lists.pop();
        }
    }

    fn text(&mut self, _: TextKind, text: &'r Text) {
        self.words(text);
    }

    fn term(&mut self, _: TermKind, word: &'r Word) {
        match word.key() {
            Some(key) => self.value(key, key, Some(word.text.at)),
            None => self.words(&word.text),
        }
    }

    fn plain(&mut self, text: &'r str) {
        self.value(text, text, None);
    }

    fn fact(&mut self, fact: Fact<'r>) {
        match fact {
            Fact::Id(id) | Fact::Reference(_, id) => self.value(id.as_str(), id.as_str(), Some(id.at)),
            Fact::Code(code) => self.value(code, code, None),
            Fact::Yes => self.value("yes", "", None),
            Fact::Number(number) => self.value(&number.to_string(), &number.to_string(), None),
            Fact::Date(date) => self.value(&date.day.to_string(), "", None),
            Fact::Keep(keep) => self.value(&keep.to_string(), "", None),
            Fact::Country(country) => self.value(&country.code, &country.code, Some(country.at)),
            Fact::Lang(lang) => self.value(lang.code(), lang.code(), None),
        }
    }

    fn list(&mut self, none: bool) {
        if none {
            self.value("none", "", None);
        }
        self.lists.push(HashMap::new());
        self.depths.push(self.keys.len());
    }

    fn item(&mut self, id: Option<&'r Id>) {
        self.items.push(Item::default());
        if let Some(id) = id {
            self.value(id.as_str(), "", Some(id.at));
        }
    }

    fn end_item(&mut self) {
        let Some(item) = self.items.pop() else { return };
        let (Some(list), Some(key)) = (self.lists.last_mut(), self.keys.last()) else { return };
        // Notes and acceptances are no lists for a reader; a controller that is named twice is an error already.
        let is_left = [keys::NOTES, field!(Activity, accept), field!(Activity, controllers)].contains(key);
        if item.values == 0 || is_left {
            return;
        }
        let Some(before) = list.get(&item.content) else {
            list.insert(item.content, item.exact);
            return;
        };
        if let Some(at) = item.at {
            let (words, is_exact) = (item.words.unwrap_or_default(), *before == item.exact);
            self.found.push(Repeated { at, words, is_alone: item.values == 1, is_exact });
        }
    }
}
