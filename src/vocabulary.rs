//! The shared vocabulary: codes with labels in each language.

mod country;
mod entry;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::assets::{Files, Folder, missing_file, unknown};
use crate::error::Error;
use crate::lang::Lang;
use crate::say;
use crate::say::Message;

pub(crate) use country::CountryCode;
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
    /// Every list.
    pub(crate) const ALL: [Self; 6] =
        [Self::Data, Self::Subjects, Self::Recipients, Self::Events, Self::Records, Self::Countries];

    /// The name of its file.
    const fn name(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Subjects => "subjects",
            Self::Recipients => "recipients",
            Self::Events => "events",
            Self::Records => "records",
            Self::Countries => "countries",
        }
    }
}

/// A list with its codes and the words that mean the same.
#[derive(Default)]
struct Loaded {
    entries: IndexMap<String, Entry, FxBuildHasher>,
    /// The codes of format 1 that are others now.
    former: FxHashMap<String, usize>,
    /// Labels and synonyms in small letters, each with the language and the entries in order.
    by_word: FxHashMap<String, Vec<(Lang, usize)>>,
}

static LISTS: Folder<Loaded> = Folder::new("vocabulary", load);

/// Checks that the lists can be read, and that each code of sensitivity, of a special category and of a country is
/// known.
pub(crate) fn check(
    files: &Files,
    is_sensitivity: fn(&str) -> bool,
    is_special: fn(&str) -> bool,
) -> Result<(), Error> {
    LISTS.check_with(files, |lists| {
        let found = |wanted: ListName| lists.iter().find(|(name, _)| *name == wanted.name()).map(|(_, list)| *list);
        if let Some(lacking) = ListName::ALL.into_iter().find(|name| found(*name).is_none()) {
            return Err(missing_file(&file(lacking.name())));
        }
        let countries = found(ListName::Countries);
        let is_country = |code: &String| countries.is_some_and(|list| list.entries.contains_key(code));
        for (name, list) in lists {
            for (word, entry) in &list.entries {
                let sensitivity = entry.sensitivity.iter().filter(|code| !is_sensitivity(code));
                let special = entry.special.iter().filter(|code| !is_special(code));
                let reveals = entry.reveals.iter().filter(|code| !is_special(code));
                let country = entry.country.iter().filter(|code| !is_country(code));
                let mut strangers = sensitivity
                    .map(|code| ("sensitivity", code))
                    .chain(special.map(|code| ("special", code)))
                    .chain(reveals.map(|code| ("reveals", code)))
                    .chain(country.map(|code| ("country", code)));
                if let Some((key, code)) = strangers.next() {
                    return Err(files.fault(&file(name), &[word, key], unknown(code)));
                }
            }
        }
        Ok(())
    })
}

fn file(name: &str) -> String {
    format!("vocabulary/{name}.toml")
}

fn load(files: &Files, name: &str) -> Result<Loaded, Error> {
    let file = file(name);
    if ListName::ALL.iter().all(|known| known.name() != name) {
        return Err(files.fault(&file, &[], unknown(name)));
    }
    let written: IndexMap<String, toml::Table, FxBuildHasher> = files.read(&file)?;
    let read = |(code, fields): (String, toml::Table)| match Entry::read(fields) {
        Ok(entry) => Ok((code, entry)),
        Err((key, what)) => Err(files.fault(&file, &[&code, &key], what)),
    };
    let entries: IndexMap<String, Entry, FxBuildHasher> = written.into_iter().map(read).collect::<Result<_, _>>()?;
    let mut loaded = Loaded { entries, ..Loaded::default() };
    for (index, (code, entry)) in loaded.entries.iter().enumerate() {
        loaded.former.extend(entry.formerly.clone().map(|code| (code, index)));
        for (keys, word) in entry.words() {
            let Some(lang) = keys.last().and_then(|lang| Lang::parse(lang)) else { continue };
            let senses = loaded.by_word.entry(word.to_lowercase()).or_default();
            let other = senses.iter().find(|(_, other)| *other != index);
            if let Some((other, _)) = other.and_then(|(_, other)| loaded.entries.get_index(*other)) {
                let keys: Vec<&str> = std::iter::once(code.as_str()).chain(keys).collect();
                return Err(files.fault(&file, &keys, shared(word, other)));
            }
            senses.push((lang, index));
        }
    }
    Ok(loaded)
}

/// A word of two codes: nothing says which of them it means.
fn shared(word: &str, code: &str) -> Message {
    say!(
        en: "`{word}` is already a word for `{code}`",
        sv: "`{word}` är redan ett ord för `{code}`",
        da: "`{word}` er allerede et ord for `{code}`",
    )
}

fn list(name: ListName) -> Option<&'static Loaded> {
    LISTS.get(name.name())
}

/// The codes of a list, in order.
pub(crate) fn codes(name: ListName) -> impl Iterator<Item = &'static str> {
    list(name).into_iter().flat_map(|list| list.entries.keys().map(String::as_str))
}

/// Whether a word is the label of a code in a language, or means the same.
#[must_use]
pub(crate) fn is_word_for(name: ListName, code: &str, lang: Lang, word: &str) -> bool {
    let is_one = |(keys, known): (Vec<&str>, &str)| {
        keys.last().is_some_and(|key| *key == lang.code()) && known.to_lowercase() == word.to_lowercase()
    };
    entry(name, code).is_some_and(|entry| entry.words().any(is_one))
}

/// Every label and synonym of every list.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    let entries = ListName::ALL.into_iter().filter_map(list).flat_map(|list| list.entries.values());
    entries.flat_map(|entry| entry.words().map(|(_, word)| word))
}

/// The codes of a list that a register of this country may be offered, in order.
pub(crate) fn codes_of(name: ListName, country: Option<&str>) -> Vec<&'static str> {
    let entries = list(name).into_iter().flat_map(|list| list.entries.iter());
    entries.filter(|(_, entry)| entry.is_of(country)).map(|(code, _)| code.as_str()).collect()
}

/// The entry of a code.
#[must_use]
pub(crate) fn entry(name: ListName, code: &str) -> Option<&'static Entry> {
    list(name)?.entries.get(code)
}

/// The code that is written so. A code of format 1 that has another name now gives the new one, if `format` is 1.
#[must_use]
pub(crate) fn code(name: ListName, written: &str, format: u32) -> Option<&'static str> {
    let list = list(name)?;
    let former = || list.former.get(written).filter(|_| format == 1).copied();
    let index = list.entries.get_index_of(written).or_else(former)?;
    list.entries.get_index(index).map(|(code, _)| code.as_str())
}

/// The code with this label or synonym, in any case: of the languages and of the country, or of no country.
#[must_use]
pub(crate) fn meaning(
    name: ListName,
    word: &str,
    country: Option<&str>,
    is_spoken: impl Fn(Lang) -> bool,
) -> Option<&'static str> {
    let list = list(name)?;
    let senses = list.by_word.get(word).or_else(|| list.by_word.get(&word.to_lowercase()))?;
    let entries = senses.iter().filter(|(lang, _)| is_spoken(*lang));
    let mut entries = entries.filter_map(|(_, index)| list.entries.get_index(*index));
    entries.find(|(_, entry)| entry.is_of(country)).map(|(code, _)| code.as_str())
}
