//! An entry of the vocabulary.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::assets::{LanguageCode, languages, missing, unknown, wrong_kind};
use crate::error::Cause;
use crate::lang::Lang;

/// Keys for other programs and readers: Data Privacy Vocabulary terms and the kind of a recipient. Not used here.
const FOR_OTHERS: [&str; 2] = ["dpv", "kind"];

/// An entry of the vocabulary.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    /// The label by language, if it has one form.
    labels: BTreeMap<String, String>,
    /// The label by form and language, if it has several.
    forms: BTreeMap<Form, BTreeMap<String, String>>,
    /// Synonyms by language.
    also: BTreeMap<String, Vec<String>>,
    /// The country to which it belongs (ISO 3166-1), if not to all.
    pub(crate) country: Option<String>,
    /// Its code in format 1, where that is another one.
    pub(super) formerly: Option<String>,
    /// The sensitivity of a category of data, by its code.
    pub(crate) sensitivity: Option<String>,
    /// Its special categories (Article 9(1)), by their codes.
    pub(crate) special: Vec<String>,
    /// The special categories that the data may reveal without naming them, by their codes.
    pub(crate) reveals: Vec<String>,
    /// Whether these data subjects are or may be under 18.
    pub(crate) child: bool,
    /// Whether they are or may be below the age of consent.
    pub(crate) young: bool,
    /// Whether they are under 18 and can read a notice themselves.
    pub(crate) reader: bool,
    /// Whether these data subjects are vulnerable or dependent.
    pub(crate) vulnerable: bool,
    /// Whether these are the data subjects, or those who act for a child.
    pub(crate) person: bool,
    /// Whether the country is in the EU or the EEA.
    pub eea: bool,
}

/// The grammatical form of a label. Only events have more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// On its own.
    Label,
    /// After “from”.
    From,
    /// After “until”.
    Until,
}

impl Entry {
    /// Reads an entry. The error has the key and the cause.
    pub(super) fn read(fields: Table) -> Result<Self, (String, Cause)> {
        let mut entry = Self::default();
        for (key, value) in fields {
            entry.set(&key, value).map_err(|what| (key, what))?;
        }
        let lacks = |labels: &BTreeMap<String, String>| languages().find(|lang| !labels.contains_key(lang.as_str()));
        let lacking = if entry.forms.is_empty() { lacks(&entry.labels) } else { entry.forms.values().find_map(lacks) };
        lacking.map_or(Ok(entry), |lang| Err((String::new(), missing(lang.as_str()).into())))
    }

    fn set(&mut self, key: &str, value: Value) -> Result<(), Cause> {
        match (key, value) {
            ("label", Value::Table(labels)) => self.add_form(Form::Label, labels)?,
            ("from", Value::Table(labels)) => self.add_form(Form::From, labels)?,
            ("until", Value::Table(labels)) => self.add_form(Form::Until, labels)?,
            ("also", Value::Table(words)) => self.also = by_language(words)?,
            ("country", Value::String(code)) => self.country = Some(code),
            ("formerly", Value::String(code)) => self.formerly = Some(code),
            ("sensitivity", Value::String(code)) => self.sensitivity = Some(code),
            ("special", codes @ Value::Array(_)) => {
                self.special = codes.try_into().map_err(|fault: toml::de::Error| fault.message().to_owned())?;
            }
            ("reveals", codes @ Value::Array(_)) => {
                self.reveals = codes.try_into().map_err(|fault: toml::de::Error| fault.message().to_owned())?;
            }
            ("child", Value::Boolean(child)) => self.child = child,
            ("young", Value::Boolean(young)) => self.young = young,
            ("reader", Value::Boolean(reader)) => self.reader = reader,
            ("person", Value::Boolean(person)) => self.person = person,
            ("vulnerable", Value::Boolean(vulnerable)) => self.vulnerable = vulnerable,
            ("eea", Value::Boolean(eea)) => self.eea = eea,
            (lang, Value::String(label)) if is_language(lang) => {
                self.labels.insert(lang.to_owned(), label);
            }
            (key, Value::String(_)) if FOR_OTHERS.contains(&key) => {}
            _ => return Err(wrong_kind(key).into()),
        }
        Ok(())
    }

    fn add_form(&mut self, form: Form, labels: Table) -> Result<(), Cause> {
        self.forms.insert(form, by_language(labels)?);
        Ok(())
    }

    /// The label in `lang`, in the given form if the entry has forms.
    #[must_use]
    pub(crate) fn label(&self, lang: Lang, form: Form) -> Option<&str> {
        let labels = if self.forms.is_empty() { &self.labels } else { self.forms.get(&form)? };
        labels.get(lang.code()).map(String::as_str)
    }

    /// The label on its own, by language.
    #[must_use]
    pub(crate) fn labels(&self) -> &BTreeMap<String, String> {
        self.forms.get(&Form::Label).unwrap_or(&self.labels)
    }

    /// Every word for the entry, its labels and synonyms, each with its keys; the last key is the language.
    pub(super) fn words(&self) -> impl Iterator<Item = (Vec<&str>, &str)> {
        let labels = self.labels.iter().map(|(lang, label)| (vec![lang.as_str()], label.as_str()));
        let also = self
            .also
            .iter()
            .flat_map(|(lang, words)| words.iter().map(move |word| (vec!["also", lang.as_str()], word.as_str())));
        labels.chain(also)
    }

    /// Whether a register of this country may be offered the entry.
    #[must_use]
    pub(crate) fn is_of(&self, country: Option<&str>) -> bool {
        self.country.is_none() || self.country.as_deref() == country
    }
}

fn is_language(code: &str) -> bool {
    LanguageCode::of(code).is_some()
}

fn by_language<T: DeserializeOwned>(values: Table) -> Result<BTreeMap<String, T>, Cause> {
    let read = |(lang, value): (String, Value)| match is_language(&lang) {
        true => value.try_into().map(|value| (lang, value)).map_err(|fault| fault.message().into()),
        false => Err(unknown(&lang).into()),
    };
    values.into_iter().map(read).collect()
}
