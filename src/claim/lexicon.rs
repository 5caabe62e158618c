//! The words of a language and their slots (`templates/claims/<language>.toml`).
//!
//! Words are written in full forms, in lower case, with commas between them. `*uppgift` is also the end of a compound,
//! `hälso*` its beginning, `så länge` several words in a row, whose own meaning counts too unless it is written
//! `=när du vill`. A word can have several slots.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::assets::{Files, Table, missing, unknown, wrong_kind};
use crate::claim::slots::{Role, Slots};
use crate::claim::table;
use crate::error::Error;

/// How many roles the reader sets itself.
const OWN: usize = 3;

/// A file of a language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    /// Words with a dot that ends no sentence.
    abbreviations: String,
    /// Beginnings of words that are no compounds of what they look like.
    false_compounds: String,
    /// Whether a verb of the present tense that ends in s is passive.
    passive_s: bool,
    grammar: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
}

/// Several words in a row.
struct Phrase {
    /// The words after the first.
    rest: Vec<Box<str>>,
    /// Whether its words mean nothing else.
    is_alone: bool,
    slots: Slots,
}

/// Ends or beginnings of compounds by three of their letters.
type Parts = FxHashMap<[u8; 3], Vec<(Box<str>, Slots)>>;

/// What one language knows.
#[derive(Default)]
pub(super) struct Lexicon {
    abbreviations: Vec<Box<str>>,
    false_compounds: Vec<Box<str>>,
    /// Whether a verb that ends in s is passive.
    pub(super) passive_s: bool,
    words: FxHashMap<Box<str>, Slots>,
    ends: Parts,
    beginnings: Parts,
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
    /// The slots of verbs.
    pub(super) verbs: Slots,
}

const LANGUAGES: [&str; 4] = ["da", "en", "no", "sv"];

static TABLES: [Table<Lexicon>; 4] = [
    Table::new(|files| load(files, "da")),
    Table::new(|files| load(files, "en")),
    Table::new(|files| load(files, "no")),
    Table::new(|files| load(files, "sv")),
];

/// The lexicon of a language. Both forms of Norwegian have one.
pub(super) fn of(lang: &str) -> Option<&'static Lexicon> {
    let lang = if matches!(lang, "nb" | "nn") { "no" } else { lang };
    let index = LANGUAGES.iter().position(|known| *known == lang)?;
    TABLES.get(index).map(Table::get)
}

/// Checks that the words of every language can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    TABLES.iter().try_for_each(|table| table.check(files))
}

fn load(files: &Files, lang: &str) -> Result<Lexicon, Error> {
    let file = format!("claims/{lang}.toml");
    let Written { abbreviations, false_compounds, passive_s, grammar, words } = files.read(&file)?;
    let names = table::slots(files)?;
    let fault = |section: &str, name: &str, what| files.fault(&file, &[section, name], what);
    let mut lexicon = Lexicon {
        abbreviations: entries(&abbreviations).map(Box::from).collect(),
        false_compounds: entries(&false_compounds).map(Box::from).collect(),
        passive_s,
        verbs: Slots::from(Role::Verb) | names.verbs,
        ..Lexicon::default()
    };
    let roles = &Role::ALL[..Role::ALL.len() - OWN];
    if let Some(odd) = grammar.keys().find(|name| roles.iter().all(|role| role.to_string() != **name)) {
        return Err(fault("grammar", odd, unknown(odd)));
    }
    if let Some(odd) = words.keys().find(|name| !names.all.contains(name)) {
        return Err(fault("words", odd, unknown(odd)));
    }
    for role in roles {
        let name = role.to_string();
        let list = grammar.get(&name).ok_or_else(|| fault("grammar", &name, missing(&name)))?;
        lexicon.add(list, (*role).into()).map_err(|word| fault("grammar", &name, wrong_kind(&word)))?;
    }
    for (index, name) in names.all.iter().enumerate() {
        let list = words.get(name).ok_or_else(|| fault("words", name, missing(name)))?;
        lexicon.add(list, Slots::nth(index)).map_err(|word| fault("words", name, wrong_kind(&word)))?;
    }
    lexicon.phrases.values_mut().for_each(|all| all.sort_by_key(|phrase| Reverse(phrase.rest.len())));
    Ok(lexicon)
}

/// The entries of a list.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split([',', '\n']).map(str::trim).filter(|entry| !entry.is_empty())
}

impl Lexicon {
    /// Adds the entries of a list to a slot; the entry that is none.
    fn add(&mut self, list: &str, slots: Slots) -> Result<(), String> {
        for entry in entries(list) {
            let (is_end, is_beginning) = (entry.starts_with('*'), entry.ends_with('*'));
            let is_alone = entry.starts_with('=');
            let plain = entry.trim_matches(['*', '=']);
            if plain.is_empty() || plain.contains(['*', '=']) || plain.chars().any(char::is_uppercase) {
                return Err(entry.to_owned());
            }
            let mut words = plain.split(' ');
            let first = words.next().unwrap_or_default();
            let rest: Vec<Box<str>> = words.map(Box::from).collect();
            if !rest.is_empty() {
                let all = self.phrases.entry(first.into()).or_default();
                match all.iter_mut().find(|phrase| phrase.rest == rest) {
                    Some(phrase) => {
                        phrase.slots |= slots;
                        phrase.is_alone |= is_alone;
                    }
                    None => all.push(Phrase { rest, is_alone, slots }),
                }
                continue;
            }
            *self.words.entry(first.into()).or_default() |= slots;
            let parts = match (is_end, is_beginning) {
                (true, false) => Some((&mut self.ends, last_three(first))),
                (false, true) => Some((&mut self.beginnings, first_three(first))),
                _ => None,
            };
            if let Some((parts, key)) = parts {
                parts.entry(key.ok_or_else(|| entry.to_owned())?).or_default().push((first.into(), slots));
            }
        }
        Ok(())
    }

    /// The slots of a word in lower case: its own, and those of the parts of a compound.
    pub(super) fn word(&self, word: &str) -> Slots {
        let own = self.words.get(word).copied().unwrap_or_default();
        let ends = last_three(word).and_then(|key| self.ends.get(&key)).into_iter().flatten();
        let ends = ends.filter(|(part, _)| word.len() > part.len() + 1 && word.ends_with(&**part));
        // The longest end is the head.
        let head = ends.max_by_key(|(part, _)| part.len()).map(|(_, slots)| *slots).unwrap_or_default();
        let beginnings = first_three(word).and_then(|key| self.beginnings.get(&key)).into_iter().flatten();
        let beginnings = beginnings.filter(|(part, _)| word.starts_with(&**part));
        let slots = beginnings.fold(head, |all, (_, slots)| all | *slots);
        let is_false = !slots.is_empty() && self.false_compounds.iter().any(|known| word.starts_with(&**known));
        if is_false { own } else { own | slots }
    }

    /// The longest run of words that begins with `word` and goes on with `next`: how many words follow, its slots, and
    /// whether its words mean nothing else.
    pub(super) fn phrase<'w>(
        &self,
        word: &str,
        next: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, Slots, bool)> {
        let is_here = |phrase: &&Phrase| phrase.rest.iter().enumerate().all(|(at, part)| next(at) == Some(&**part));
        self.phrases.get(word)?.iter().find(is_here).map(|phrase| (phrase.rest.len(), phrase.slots, phrase.is_alone))
    }

    /// Whether a dot after this word ends no sentence.
    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.iter().any(|known| **known == *word)
    }
}

fn last_three(word: &str) -> Option<[u8; 3]> {
    word.as_bytes().last_chunk().copied()
}

fn first_three(word: &str) -> Option<[u8; 3]> {
    word.as_bytes().first_chunk().copied()
}
