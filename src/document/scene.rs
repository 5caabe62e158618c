//! The context of a document: a register and a language.

mod gap;

use jiff::civil;

use crate::audience::Audience;
use crate::check::Checked;
use crate::document::audience::Source;
use crate::document::items::Items;
use crate::document::once::Once;
use crate::language::authority::{self, Authority};
use crate::language::line::Line;
use crate::language::{self, Language};
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::law::Law;
use crate::model::term::{Refers, Term, TermKind, Vocabulary, Word};
use crate::model::{Id, Lang, List, Name, Text};
use crate::register::Register;
use crate::register::facts::named::Party;
use crate::vocabulary::{self, Form, ListName};

/// A register, and the language of the documents.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'r> {
    /// The register.
    pub register: &'r Register,
    /// The language of the output.
    pub language: &'static Language,
    /// The main language of the municipality.
    pub main: Lang,
    /// The day of the documents, if it matters to them.
    today: Option<civil::Date>,
    source: Source<'r>,
    /// Whether lists are written as running text.
    is_prose: bool,
    /// What the document says once.
    once: Option<&'r Once<'r>>,
}

impl<'r> Scene<'r> {
    /// The scene for a register in a language; `None` if there is no language file, or the municipality has no
    /// language.
    #[must_use]
    pub(crate) fn new(source: Source<'r>, lang: Lang) -> Option<Self> {
        let register = source.register();
        let main = register.municipality.main_language()?;
        let language = language::language(lang)?;
        Some(Self { register, language, main, today: None, source, is_prose: false, once: None })
    }

    /// The same scene for documents of this day.
    #[must_use]
    pub(crate) fn as_of(self, today: civil::Date) -> Self {
        Self { today: Some(today), ..self }
    }

    /// The day of the documents, if it matters to them.
    #[must_use]
    pub(crate) fn today(&self) -> Option<civil::Date> {
        self.today
    }

    /// Whether a day is still to come.
    #[must_use]
    pub(crate) fn is_coming(&self, day: civil::Date) -> bool {
        self.today.is_some_and(|today| day > today)
    }

    /// The same scene for a document in running text.
    #[must_use]
    pub(crate) fn in_prose(self) -> Self {
        Self { is_prose: true, ..self }
    }

    /// The same scene for a document that says something once.
    #[must_use]
    pub(crate) fn saying(self, once: &'r Once<'r>) -> Self {
        Self { once: Some(once), ..self }
    }

    /// Whether an activity is in the document.
    #[must_use]
    pub(crate) fn has(&self, activity: &Activity) -> bool {
        self.once.is_some_and(|once| once.activities.contains(&activity.id))
    }

    /// Whether the document names this unit once, for all its activities.
    #[must_use]
    pub(crate) fn names_unit(&self, unit: &Id) -> bool {
        self.once.is_some_and(|once| once.unit == Some(unit))
    }

    /// Whether the document lists the details of a processor or system once, for all its activities.
    #[must_use]
    pub(crate) fn lists(&self, id: &Id) -> bool {
        self.once.is_some_and(|once| once.records.contains(id))
    }

    /// Whether lists are written as running text.
    #[must_use]
    pub(crate) fn is_prose(&self) -> bool {
        self.is_prose
    }

    /// The audience of the document.
    #[must_use]
    pub(crate) fn audience(&self) -> Audience {
        self.source.audience()
    }

    /// The checked register, if the document is internal.
    #[must_use]
    pub(crate) fn internal(&self) -> Option<&'r Checked> {
        match self.source {
            Source::Public(_) => None,
            Source::Internal(checked) => Some(checked),
        }
    }

    /// The language of the document.
    #[must_use]
    pub(crate) fn lang(&self) -> Lang {
        self.language.lang
    }

    /// The supervisory authority (Article 51): the municipality's choice, or else that of its country.
    #[must_use]
    pub(crate) fn authority(&self) -> Option<&'static Authority> {
        let municipality = &self.register.municipality;
        match &municipality.authority {
            Some(id) => authority::authority(id.as_str()),
            None => authority::of_country(self.country()),
        }
    }

    /// The country of the municipality (ISO 3166-1).
    #[must_use]
    pub(crate) fn country(&self) -> &'r str {
        self.register.municipality.country_code().unwrap_or_default()
    }

    /// Whether the check takes data of an activity for a special category although they are not marked (Article 9).
    #[must_use]
    pub(crate) fn is_likely_special(&self, activity: &Activity) -> bool {
        match self.source {
            Source::Public(public) => public.likely_special().contains(&activity.id),
            Source::Internal(_) => false,
        }
    }

    /// Whether an activity has a page in the language of the document. One that need not be told has none.
    #[must_use]
    pub(crate) fn is_told(&self, activity: &Activity) -> bool {
        activity.no_notice.is_none() && self.register.languages_of(activity).contains(&self.lang())
    }

    /// A sentence of the language file.
    #[must_use]
    pub(crate) fn say(&self, key: &str, places: &[(&str, Line)]) -> Line {
        self.language.say(key, places)
    }

    /// A sentence of the language file, in the form for the country of the municipality if there is one.
    #[must_use]
    pub(crate) fn of_country(&self, key: &str, places: &[(&str, Line)]) -> Line {
        self.language.say_of(key, self.country(), places)
    }

    /// A text in the language of the document, or else in its own language, marked as such.
    #[must_use]
    pub(crate) fn text(&self, text: &Text) -> Line {
        text.say(self.lang(), self.main).map(|said| Line::said(said, self.lang())).unwrap_or_default()
    }

    /// The texts of a list as lines.
    #[must_use]
    pub(crate) fn texts(&self, texts: &List<Text>) -> Vec<Line> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// A detail `Label: value`, in running text with the phrase that continues a sentence, if there is one.
    #[must_use]
    pub(crate) fn detail(&self, key: &str, value: Line) -> Line {
        let phrase = self.is_prose.then(|| key.replacen("label.", "prose.", 1)).filter(|key| self.language.has(key));
        match phrase {
            Some(phrase) => self.say(&phrase, &[("value", value)]),
            None => self.say(key, &[("value", value)]),
        }
    }

    /// A word of a term of `activity`, in the given form.
    #[must_use]
    pub(crate) fn word(&self, kind: TermKind, word: &Word, form: Form, activity: Option<&Activity>) -> Line {
        match word.refers {
            Refers::Itself => self.text(&word.text),
            Refers::Vocabulary(list) => self.label(list, word.key().unwrap_or_default(), form),
            Refers::Register => self.thing(kind, word.key().unwrap_or_default(), activity),
        }
    }

    /// A term as a label.
    #[must_use]
    pub(crate) fn term<K: Vocabulary>(&self, term: &Term<K>, activity: &Activity) -> Line {
        self.word(K::KIND, &term.word, Form::Label, Some(activity))
    }

    /// The terms of a list as lines.
    #[must_use]
    pub(crate) fn terms<K: Vocabulary>(&self, terms: &List<Term<K>>, activity: &Activity) -> Vec<Line> {
        terms.iter().map(|term| self.term(term, activity)).collect()
    }

    /// The label of a code of the vocabulary.
    #[must_use]
    pub(crate) fn label(&self, list: ListName, code: &str, form: Form) -> Line {
        let entry = vocabulary::entry(list, code);
        entry.and_then(|entry| entry.label(self.lang(), form)).map(Line::words).unwrap_or_default().kept()
    }

    /// The name of a country.
    #[must_use]
    pub(crate) fn country_name(&self, code: &str) -> Line {
        self.label(ListName::Countries, code, Form::Label)
    }

    /// The name of the record that a term of this kind names.
    fn thing(&self, kind: TermKind, id: &str, activity: Option<&Activity>) -> Line {
        let Some(id) = Id::parse(id, crate::finding::Place::default()) else { return Line::default() };
        if matches!(kind, TermKind::DataTerms | TermKind::Records) {
            let data = activity.and_then(|activity| Some((self.register.data_of(activity, &id)?, activity)));
            return data.map(|(data, activity)| self.data_name(data, activity)).unwrap_or_default();
        }
        Party::of(self.register, &id).map(|party| self.party(party)).unwrap_or_default()
    }

    /// The name of a record, with its former names.
    #[must_use]
    pub(crate) fn party(&self, party: Party) -> Line {
        match party {
            Party::Named(name, formerly) => self.named(name, formerly.unwrap_or(&List::default())),
            Party::Proper(name, formerly) => self.proper(name, formerly),
        }
    }

    /// A name with former names.
    #[must_use]
    pub(crate) fn named(&self, name: &Text, formerly: &List<Text>) -> Line {
        self.with_former(self.text(name), self.texts(formerly))
    }

    /// A proper name. It has no language, unless it is written by language.
    #[must_use]
    pub(crate) fn name(&self, name: &Name) -> Line {
        let Name(text) = name;
        text.plain.as_deref().map_or_else(|| self.text(text), |name| Line::words(name).kept())
    }

    /// A proper name with former names.
    #[must_use]
    pub(crate) fn proper(&self, name: &Name, formerly: &List<Name>) -> Line {
        self.with_former(self.name(name), formerly.iter().map(|name| self.name(name)).collect())
    }

    fn with_former(&self, name: Line, former: Vec<Line>) -> Line {
        self.say("say.named", &[("name", name), ("formerly", self.language.list(former))])
    }

    /// The name of a category of data: its title, or else its items.
    #[must_use]
    pub(crate) fn data_name(&self, data: &Data, activity: &Activity) -> Line {
        match &data.title {
            Some(title) => self.text(title),
            None => self.language.list(self.terms(&data.items, activity)),
        }
    }

    /// Provisions on one line.
    #[must_use]
    pub(crate) fn laws(&self, laws: &List<Law>) -> Line {
        let cite = |law: &Law| {
            let line = self.text(&law.cite.0);
            match &law.url {
                Some(url) => line.linked(&url.0),
                None => line,
            }
        };
        self.language.list(laws.iter().map(cite).collect())
    }

    /// A builder for the lines of a list.
    #[must_use]
    pub(crate) fn items(&self) -> Items<'_, 'r> {
        Items::new(self)
    }
}
