//! The shared vocabulary: codes with labels in each language.

mod entry;

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::assets::{Files, Table, unknown};
use crate::error::Error;

pub(crate) use entry::{Entry, Form};

/// A list of the vocabulary: a file in `templates/vocabulary/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListName {
    /// Categories of data.
    Data,
    /// Data subjects.
    Subjects,
    /// Sources and recipients.
    Recipients,
    /// Events.
    Events,
    /// Documents.
    Records,
    /// Countries.
    Countries,
}

impl ListName {
    const ALL: [Self; 6] = [Self::Data, Self::Subjects, Self::Recipients, Self::Events, Self::Records, Self::Countries];

    fn file(self) -> &'static str {
        match self {
            Self::Data => "vocabulary/data.toml",
            Self::Subjects => "vocabulary/subjects.toml",
            Self::Recipients => "vocabulary/recipients.toml",
            Self::Events => "vocabulary/events.toml",
            Self::Records => "vocabulary/records.toml",
            Self::Countries => "vocabulary/countries.toml",
        }
    }
}

/// A list with its codes and their words.
#[derive(Default)]
struct Loaded {
    entries: IndexMap<String, Entry, FxBuildHasher>,
    by_word: FxHashMap<String, usize>,
    /// The words that are not codes, by length in bytes.
    words_by_length: BTreeMap<usize, Vec<String>>,
}

static LISTS: Table<BTreeMap<ListName, Loaded>> =
    Table::new(|files| ListName::ALL.into_iter().map(|name| Ok((name, load(files, name)?))).collect());

/// Checks that the table can be read, and that each code of sensitivity and of a special category is known.
pub(crate) fn check(
    files: &Files,
    is_sensitivity: fn(&str) -> bool,
    is_special: fn(&str) -> bool,
) -> Result<(), Error> {
    LISTS.check_with(files, |lists| {
        for (name, list) in lists {
            for (word, entry) in &list.entries {
                let sensitivity = entry.sensitivity.iter().filter(|code| !is_sensitivity(code));
                let special = entry.special.iter().filter(|code| !is_special(code));
                let mut strangers =
                    sensitivity.map(|code| ("sensitivity", code)).chain(special.map(|code| ("special", code)));
                if let Some((key, code)) = strangers.next() {
                    return Err(files.fault(name.file(), &[word, key], unknown(code)));
                }
            }
        }
        Ok(())
    })
}

fn load(files: &Files, name: ListName) -> Result<Loaded, Error> {
    let written: IndexMap<String, toml::Table, FxBuildHasher> = files.read(name.file())?;
    let read = |(code, fields): (String, toml::Table)| match Entry::read(fields) {
        Ok(entry) => Ok((code, entry)),
        Err((key, what)) => Err(files.fault(name.file(), &[&code, &key], what)),
    };
    let entries: IndexMap<String, Entry, FxBuildHasher> = written.into_iter().map(read).collect::<Result<_, _>>()?;
    let mut by_word = FxHashMap::default();
    for (index, (code, entry)) in entries.iter().enumerate() {
        by_word.insert(code.clone(), index);
        for word in entry.words() {
            by_word.entry(word.to_lowercase()).or_insert(index);
        }
    }
    let labels = entries.values().flat_map(Entry::words).map(str::to_lowercase);
    let mut words_by_length: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for word in labels.collect::<BTreeSet<String>>() {
        words_by_length.entry(word.len()).or_default().push(word);
    }
    Ok(Loaded { entries, by_word, words_by_length })
}

fn list(name: ListName) -> Option<&'static Loaded> {
    LISTS.get().get(&name)
}

/// The codes of a list, in order.
pub(crate) fn codes(name: ListName) -> impl Iterator<Item = &'static str> {
    list(name).into_iter().flat_map(|list| list.entries.keys().map(String::as_str))
}

/// The word of a list, in lower case, that differs from `word` by one letter.
#[must_use]
pub(crate) fn nearly(name: ListName, word: &str) -> Option<&'static str> {
    let lengths = word.len().saturating_sub(2)..=word.len() + 2;
    let words = list(name)?.words_by_length.range(lengths).flat_map(|(_, words)| words.iter().map(String::as_str));
    words.filter(|known| shares_its_ends(known, word)).find(|known| strsim::damerau_levenshtein(known, word) == 1)
}

/// Whether two words differ by a few bytes in the middle only. Far cheaper than the edit distance.
fn shares_its_ends(one: &str, other: &str) -> bool {
    let same = |(a, b): &(u8, u8)| a == b;
    let front = one.bytes().zip(other.bytes()).take_while(same).count();
    let back = one.bytes().rev().zip(other.bytes().rev()).take_while(same).count();
    front + back + 4 >= one.len().max(other.len())
}

/// The entry of a code.
#[must_use]
pub(crate) fn entry(name: ListName, code: &str) -> Option<&'static Entry> {
    list(name)?.entries.get(code)
}

/// The code of a word: the code itself, its label in any language, or a synonym.
#[must_use]
pub(crate) fn code_of(name: ListName, word: &str) -> Option<&'static str> {
    let list = list(name)?;
    let index = list.by_word.get(word).or_else(|| list.by_word.get(&word.to_lowercase()))?;
    list.entries.get_index(*index).map(|(code, _)| code.as_str())
}
