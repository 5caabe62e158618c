//! What a section is written from: a register, a language, and the activity it is about.

use crate::check::Checked;
use crate::check::accept::Accepted;
use crate::document::Item;
use crate::document::authority::{self, Authority};
use crate::document::kept::Kept;
use crate::document::language::{self, Language};
use crate::document::line::Line;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::law::Law;
use crate::model::term::{Refers, Term, Word};
use crate::model::{Id, Lang, List, Name, Text};
use crate::resolve::Register;
use crate::vocabulary::{self, Form, ListName};

/// Stands for the way to the root of the output until the document is known.
pub const ROOT: &str = "@root@/";

/// The register as it is told in one language. Only a checked register can be told.
#[expect(clippy::manual_non_exhaustive, reason = "the private field holds the gate inside the crate too")]
#[derive(Clone, Copy)]
pub struct Scene<'r> {
    /// The register.
    pub register: &'r Register,
    /// The language in which it is told.
    pub language: &'static Language,
    /// The language in which the municipality writes.
    pub main: Lang,
    /// Whether internal fields are shown.
    pub internal: bool,
    /// What is accepted for a reason; internal.
    pub accepted: &'r [Accepted],
    /// The sections that were written before.
    pub kept: &'r Kept,
    _checked: (),
}

impl<'r> Scene<'r> {
    /// The scene for a register in a language; nothing when there is no file for the language.
    #[must_use]
    pub fn new(checked: &'r Checked, kept: &'r Kept, lang: Lang, internal: bool) -> Option<Self> {
        let register = checked.register();
        let main = register.municipality.languages.items.first().copied()?;
        let accepted = checked.accepted();
        Some(Self { register, language: language::language(lang)?, main, internal, accepted, kept, _checked: () })
    }

    /// The language of the document.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.language.lang
    }

    /// The supervisory authority (Article 51): the municipality's own choice or its country's.
    #[must_use]
    pub fn authority(&self) -> Option<&'static Authority> {
        let municipality = &self.register.municipality;
        match &municipality.authority {
            Some(id) => authority::authority(id.as_str()),
            None => authority::of_country(self.country()),
        }
    }

    /// The country of the municipality (ISO 3166-1).
    #[must_use]
    pub fn country(&self) -> &'r str {
        self.register.municipality.country.as_ref().map_or("", |country| country.code.as_str())
    }

    /// Whether an activity has a page in the language of the document.
    #[must_use]
    pub fn is_told(&self, activity: &Activity) -> bool {
        self.kept.is_told(activity, || self.register.languages_of(activity).contains(&self.lang()))
    }

    /// A sentence of the language.
    #[must_use]
    pub fn say(&self, key: &str, places: &[(&str, Line)]) -> Line {
        self.language.say(key, places)
    }

    /// A text in the language of the document, or in the one it is written in, marked as such.
    #[must_use]
    pub fn text(&self, text: &Text) -> Line {
        text.say(self.lang(), self.main).map(|said| Line::said(said, self.lang())).unwrap_or_default()
    }

    /// The texts of a list as lines.
    #[must_use]
    pub fn texts(&self, texts: &List<Text>) -> Vec<Line> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// A gap: what is not known, and why.
    #[must_use]
    pub fn gap(&self, reason: &Text) -> Line {
        self.say("say.gap", &[("reason", self.text(reason).unstopped())])
    }

    /// A gap where a label stands before it.
    #[must_use]
    pub fn gap_value(&self, reason: &Text) -> Line {
        self.say("say.gap-value", &[("reason", self.text(reason).unstopped())])
    }

    /// A word of a term in the form that fits, for a term of `activity`.
    #[must_use]
    pub fn word(&self, word: &Word, form: Form, activity: Option<&Activity>) -> Line {
        match word.refers {
            Refers::ToItself => self.text(&word.text),
            Refers::ToVocabulary(list) => self.label(list, word.key().unwrap_or_default(), form),
            Refers::ToRegister => self.thing(word.key().unwrap_or_default(), activity),
        }
    }

    /// A term standing alone.
    #[must_use]
    pub fn term<K>(&self, term: &Term<K>, activity: &Activity) -> Line {
        self.word(&term.word, Form::Label, Some(activity))
    }

    /// The terms of a list as lines.
    #[must_use]
    pub fn terms<K>(&self, terms: &List<Term<K>>, activity: &Activity) -> Vec<Line> {
        terms.iter().map(|term| self.term(term, activity)).collect()
    }

    /// The label of a code of the vocabulary.
    #[must_use]
    pub fn label(&self, list: ListName, code: &str, form: Form) -> Line {
        let entry = vocabulary::entry(list, code);
        entry.and_then(|entry| entry.label(self.lang(), form)).map(Line::words).unwrap_or_default()
    }

    /// The name of a country.
    #[must_use]
    pub fn country_name(&self, code: &str) -> Line {
        self.label(ListName::Countries, code, Form::Label)
    }

    /// The name of a thing of the register.
    fn thing(&self, id: &str, activity: Option<&Activity>) -> Line {
        let Some(id) = Id::parse(id, crate::finding::Place::default()) else { return Line::default() };
        if let Some(activity) = activity
            && let Some(data) = self.kept.data_of(activity, &id)
        {
            return self.data_name(data, activity);
        }
        let shared = &self.register.shared;
        let municipality = &self.register.municipality;
        let named = |name: &Text, formerly: &List<Text>| self.named(name, formerly);
        let none = List::default();
        None.or_else(|| shared.recipients.get(&id).map(|thing| named(&thing.name, &thing.formerly)))
            .or_else(|| shared.sources.get(&id).map(|thing| named(&thing.name, &thing.formerly)))
            .or_else(|| shared.processors.get(&id).map(|thing| self.proper(&thing.name, &thing.formerly)))
            .or_else(|| shared.systems.get(&id).map(|thing| self.proper(&thing.name, &thing.formerly)))
            .or_else(|| shared.measures.get(&id).map(|thing| named(&thing.what, &none)))
            .or_else(|| municipality.units.get(&id).map(|thing| named(&thing.name, &none)))
            .or_else(|| municipality.controllers.get(&id).map(|thing| named(&thing.name, &none)))
            .unwrap_or_default()
    }

    /// A name with the names it had before.
    #[must_use]
    pub fn named(&self, name: &Text, formerly: &List<Text>) -> Line {
        self.with_former(self.text(name), self.texts(formerly))
    }

    /// A proper name: it is of no language unless it is written for each.
    #[must_use]
    pub fn name(&self, name: &Name) -> Line {
        let Name(text) = name;
        text.plain.as_deref().map_or_else(|| self.text(text), Line::words)
    }

    /// A proper name with the names it had before.
    #[must_use]
    pub fn proper(&self, name: &Name, formerly: &List<Name>) -> Line {
        self.with_former(self.name(name), formerly.iter().map(|name| self.name(name)).collect())
    }

    fn with_former(&self, name: Line, former: Vec<Line>) -> Line {
        self.say("say.named", &[("name", name), ("formerly", self.language.list(former))])
    }

    /// What a category of data is called: its title or its items.
    #[must_use]
    pub fn data_name(&self, data: &Data, activity: &Activity) -> Line {
        match &data.title {
            Some(title) => self.text(title),
            None => self.language.list(self.terms(&data.items, activity)),
        }
    }

    /// Provisions as one line.
    #[must_use]
    pub fn laws(&self, laws: &List<Law>) -> Line {
        let cite = |law: &Law| {
            let line = self.text(&law.cite);
            match &law.url {
                Some(url) => line.linked(&url.0),
                None => line,
            }
        };
        self.language.list(laws.iter().map(cite).collect())
    }

    /// Writes the lines of a list.
    #[must_use]
    pub fn items(&self) -> Items<'_, 'r> {
        Items { scene: self, items: Vec::new() }
    }
}

/// The lines of a list while it is written. What is empty is left out.
pub struct Items<'s, 'r> {
    scene: &'s Scene<'r>,
    items: Vec<Item>,
}

impl Items<'_, '_> {
    /// Adds a line as it stands.
    pub fn line(&mut self, line: Line) -> &mut Self {
        self.item(Item::new(line))
    }

    /// Adds an item.
    pub fn item(&mut self, item: Item) -> &mut Self {
        if item.line.is_empty() {
            self.items.extend(item.inside);
        } else {
            self.items.push(Item { line: item.line.capital(), inside: item.inside });
        }
        self
    }

    /// Adds a line `Label: value`.
    pub fn value(&mut self, key: &str, value: Line) -> &mut Self {
        if !value.is_empty() {
            self.items.push(Item::new(self.scene.say(key, &[("value", value)])));
        }
        self
    }

    /// Adds a line `Label: text`.
    pub fn text(&mut self, key: &str, text: Option<&Text>) -> &mut Self {
        let value = text.map(|text| self.scene.text(text)).unwrap_or_default();
        self.value(key, value)
    }

    /// Adds a line `Label: a, b and c`, and one for each gap.
    pub fn list(&mut self, key: &str, texts: &List<Text>) -> &mut Self {
        let value = self.scene.language.list(self.scene.texts(texts));
        self.value(key, value).gaps(texts)
    }

    /// Adds a line for each text, which is a sentence of its own.
    pub fn sentences(&mut self, texts: &List<Text>) -> &mut Self {
        for line in self.scene.texts(texts) {
            self.line(line);
        }
        self.gaps(texts)
    }

    /// Adds the provisions, and a line for each gap.
    pub fn laws(&mut self, laws: &List<Law>) -> &mut Self {
        let value = self.scene.laws(laws);
        self.value("label.law", value);
        for reason in &laws.gaps {
            let gap = self.scene.gap_value(reason);
            self.value("label.law", gap);
        }
        self
    }

    /// Adds a line for each gap of a list.
    pub fn gaps<T>(&mut self, list: &List<T>) -> &mut Self {
        for reason in &list.gaps {
            let gap = self.scene.gap(reason);
            self.line(gap);
        }
        self
    }

    /// Adds items that are complete.
    pub fn extend(&mut self, items: Vec<Item>) -> &mut Self {
        self.items.extend(items);
        self
    }

    /// The lines.
    #[must_use]
    pub fn done(&mut self) -> Vec<Item> {
        std::mem::take(&mut self.items)
    }
}
