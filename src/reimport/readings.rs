//! What the words of a cell can mean in a file: a code, the id of a record, a day, a period, or the words themselves.

use std::collections::BTreeMap;

use crate::draft::folder::Draft;
use crate::language::Language;
use crate::language::sheet::style_of;
use crate::model::Id;
use crate::model::period::Keep;
use crate::vocabulary::{self, ListName};

/// The records that files name by their ids: by list, each id with its names.
#[derive(Debug, Default)]
pub(super) struct Records(BTreeMap<&'static str, Vec<(String, Vec<String>)>>);

impl Records {
    /// The records of a municipality.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut records = Self::default();
        let mut add = |list: &'static str, id: &Id, names: Vec<String>| {
            records.0.entry(list).or_default().push((id.as_str().to_owned(), names));
        };
        let words = |words: &mut dyn Iterator<Item = &str>| words.map(str::to_owned).collect::<Vec<_>>();
        if let Some(municipality) = &draft.municipality {
            municipality.controllers.iter().for_each(|(id, one)| add("controllers", id, words(&mut one.name.words())));
            municipality.units.iter().for_each(|(id, one)| add("units", id, words(&mut one.name.words())));
        }
        for shared in &draft.shared {
            shared.systems.iter().for_each(|(id, one)| add("systems", id, words(&mut one.name.0.words())));
            shared.processors.iter().for_each(|(id, one)| add("processors", id, words(&mut one.name.0.words())));
            shared.recipients.iter().for_each(|(id, one)| add("recipients", id, words(&mut one.name.words())));
        }
        draft.activities.iter().for_each(|one| add("activities", &one.id, words(&mut one.title.words())));
        records
    }

    /// For an id: its names, and the other records of its lists.
    pub(super) fn named<'r>(
        &'r self,
        id: &'r str,
    ) -> impl Iterator<Item = (&'r [String], &'r [(String, Vec<String>)])> {
        self.0.values().filter_map(move |list| {
            let (_, names) = list.iter().find(|(own, _)| own == id)?;
            Some((names.as_slice(), list.as_slice()))
        })
    }

    /// The ids of the records with a name.
    pub(super) fn ids<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r str> {
        let all = self.0.values().flatten();
        all.filter(move |(_, names)| names.iter().any(|own| own == name)).map(|(id, _)| id.as_str())
    }
}

/// What words are read with.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r> {
    pub(super) language: &'static Language,
    pub(super) country: &'r str,
    pub(super) records: &'r Records,
}

impl Reader<'_> {
    /// What words can mean; the words themselves are last.
    pub(super) fn readings(&self, words: &str) -> Vec<String> {
        let words = words.trim();
        let mut all: Vec<String> = Vec::new();
        let codes = ListName::ALL.into_iter().filter_map(|list| self.code(list, words)).map(str::to_owned);
        let said = self.language.codes_said(words).into_iter().map(|(_, code)| code);
        let ids = self.records.ids(words).map(str::to_owned);
        let found = codes.chain(said).chain(ids).chain(day(words)).chain(Keep::spelled(words));
        for reading in found.chain([words.to_owned()]) {
            if !reading.is_empty() && !all.contains(&reading) {
                all.push(reading);
            }
        }
        all
    }

    /// The code of a list that words are the label of.
    pub(super) fn code(&self, list: ListName, words: &str) -> Option<&'static str> {
        vocabulary::meaning(list, words, Some(self.country), |lang| lang == self.language.lang)
    }

    /// How a text of a file can stand in a cell, each with how to write it back.
    pub(super) fn forms(&self, text: &str) -> Vec<Form> {
        let mut all = vec![Form { shown: text.to_owned(), end: "", is_capital: false, turn: Turn::Words }];
        let stopped = text.strip_suffix('.');
        all.extend(stopped.map(|text| Form { shown: text.to_owned(), end: ".", is_capital: false, turn: Turn::Words }));
        let capitals: Vec<Form> = all
            .iter()
            .filter(|form| form.shown.starts_with(char::is_lowercase))
            .map(|form| Form { shown: capital(&form.shown), is_capital: true, ..form.clone() })
            .collect();
        all.extend(capitals);
        if let Ok(date) = text.parse::<jiff::civil::Date>() {
            for shown in [self.language.date(date).plain(), style_of(self.country).day(date)] {
                all.push(Form { shown, end: "", is_capital: false, turn: Turn::Other });
            }
        }
        for list in ListName::ALL {
            let labels = vocabulary::entry(list, text).and_then(|entry| entry.labels().get(self.language.lang.code()));
            all.extend(labels.into_iter().flat_map(|label| both(label)));
        }
        all.extend(self.language.said_of(text).into_iter().flat_map(|label| both(&label)));
        for (names, _) in self.records.named(text) {
            all.extend(names.iter().map(|name| Form {
                shown: name.clone(),
                end: "",
                is_capital: false,
                turn: Turn::Other,
            }));
        }
        all.retain(|form| !form.shown.is_empty());
        all
    }

    /// What stands in a file for the words that replaced a form.
    pub(super) fn back(&self, form: &Form, words: &str) -> Vec<String> {
        match form.turn {
            Turn::Other => {
                // The words themselves are last: the reader of registers refuses them where only a code can stand.
                self.readings(words)
            }
            Turn::Words => {
                let end = if words.ends_with(['.', '!', '?', ':']) { "" } else { form.end };
                let whole = format!("{words}{end}");
                let mut all = if form.is_capital { vec![small(&whole), whole] } else { vec![whole] };
                let codes: Vec<String> = self.readings(words).into_iter().filter(|reading| reading != words).collect();
                all.splice(0..0, codes);
                all
            }
        }
    }
}

/// How words in a cell become those in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// They are the same.
    Words,
    /// They stand for a code, an id or a day.
    Other,
}

/// A text of a file as it stands in a cell.
#[derive(Debug, Clone)]
pub(super) struct Form {
    /// As it stands there.
    pub(super) shown: String,
    end: &'static str,
    is_capital: bool,
    turn: Turn,
}

fn both(label: &str) -> [Form; 2] {
    [label.to_owned(), capital(label)].map(|shown| Form { shown, end: "", is_capital: false, turn: Turn::Other })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    let is_name = letters.clone().next().is_some_and(char::is_uppercase);
    match first.filter(|_| !is_name) {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => text.to_owned(),
    }
}

/// A day as people write it, by ISO 8601.
fn day(words: &str) -> Option<String> {
    crate::import::day(words)
}
