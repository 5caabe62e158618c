//! The shared vocabulary: codes with labels in each language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Deserialize;

use crate::assets;
use crate::assets::Table;
use crate::error::Error;
use crate::lang::Lang;

/// One list of the vocabulary: a file in `templates/vocabulary/`.
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

/// One word of the vocabulary.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Entry {
    /// The label by language.
    #[serde(flatten)]
    labels: BTreeMap<String, toml::Value>,
    /// Other words that mean the same, by language.
    also: BTreeMap<String, Vec<String>>,
    /// The sensitivity of a category of data.
    pub(crate) sensitivity: Option<String>,
    /// Its special categories (Article 9(1)).
    pub(crate) special: Vec<String>,
    /// Whether a category of data subjects are persons under 18.
    pub child: bool,
    /// Whether a category of data subjects is in a weaker or dependent position.
    pub vulnerable: bool,
    /// Whether the country is in the EU or the EEA.
    pub eea: bool,
    /// The label standing alone, by language: found once.
    #[serde(skip)]
    alone: OnceLock<BTreeMap<String, String>>,
}

/// The grammatical form of a label. Only events have more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Standing alone.
    Label,
    /// After “from”.
    From,
    /// After “until”.
    Until,
}

impl Form {
    fn key(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::From => "from",
            Self::Until => "until",
        }
    }
}

impl Entry {
    /// The label in `lang`, in the form asked for where the entry has forms.
    #[must_use]
    pub fn label(&self, lang: Lang, form: Form) -> Option<&str> {
        match self.labels.get(form.key()) {
            Some(forms) => forms.get(lang.code())?.as_str(),
            None => self.labels.get(lang.code())?.as_str(),
        }
    }

    /// The label standing alone, by language.
    #[must_use]
    pub fn labels(&self) -> &BTreeMap<String, String> {
        self.alone.get_or_init(|| {
            let forms = self.labels.get(Form::Label.key()).and_then(toml::Value::as_table);
            let all: Vec<(&String, &toml::Value)> = match forms {
                Some(forms) => forms.iter().collect(),
                None => self.labels.iter().collect(),
            };
            let label = |(lang, label): (&String, &toml::Value)| Some((lang.clone(), label.as_str()?.to_owned()));
            all.into_iter().filter(|(lang, _)| Lang::parse(lang).is_some()).filter_map(label).collect()
        })
    }

    /// Every word that stands for the entry: its labels and the words that mean the same.
    fn words(&self) -> impl Iterator<Item = &str> {
        let labels = self.labels.iter().filter(|(key, _)| Lang::parse(key).is_some());
        let labels = labels.filter_map(|(_, label)| label.as_str());
        labels.chain(self.also.values().flatten().map(String::as_str))
    }
}

/// A list with its codes and the words that stand for them.
#[derive(Default)]
struct Loaded {
    entries: IndexMap<String, Entry, FxBuildHasher>,
    by_word: FxHashMap<String, usize>,
    /// The words that are no codes, by their length in bytes.
    words_by_length: BTreeMap<usize, Vec<String>>,
}

static LISTS: Table<BTreeMap<ListName, Loaded>> =
    Table::new(|| ListName::ALL.into_iter().map(|name| Ok((name, load(name)?))).collect());

/// Whether the table can be read; if not, what is wrong with it.
pub(crate) fn check() -> Result<(), Error> {
    LISTS.check()
}

fn load(name: ListName) -> Result<Loaded, Error> {
    let entries: IndexMap<String, Entry, FxBuildHasher> = assets::read(name.file())?;
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
pub fn codes(name: ListName) -> impl Iterator<Item = &'static str> {
    list(name).into_iter().flat_map(|list| list.entries.keys().map(String::as_str))
}

/// The word of a list, in small letters, that differs from `word` by one letter.
#[must_use]
pub fn nearly(name: ListName, word: &str) -> Option<&'static str> {
    let lengths = word.len().saturating_sub(2)..=word.len() + 2;
    let words = list(name)?.words_by_length.range(lengths).flat_map(|(_, words)| words.iter().map(String::as_str));
    words.filter(|known| shares_its_ends(known, word)).find(|known| strsim::damerau_levenshtein(known, word) == 1)
}

/// Whether two words are alike but for a few bytes in the middle: far cheaper than their distance.
fn shares_its_ends(one: &str, other: &str) -> bool {
    let same = |(a, b): &(u8, u8)| a == b;
    let front = one.bytes().zip(other.bytes()).take_while(same).count();
    let back = one.bytes().rev().zip(other.bytes().rev()).take_while(same).count();
    front + back + 4 >= one.len().max(other.len())
}

/// The entry of a code.
#[must_use]
pub fn entry(name: ListName, code: &str) -> Option<&'static Entry> {
    list(name)?.entries.get(code)
}

/// The code that a word stands for: the code itself, its label in any language, or a word that means the same.
#[must_use]
pub fn code_of(name: ListName, word: &str) -> Option<&'static str> {
    let list = list(name)?;
    let index = list.by_word.get(word).or_else(|| list.by_word.get(&word.to_lowercase()))?;
    list.entries.get_index(*index).map(|(code, _)| code.as_str())
}
