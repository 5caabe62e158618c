//! A list of words in several languages.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use toml::Value;

use crate::assets::{LanguageCode, languages};

/// Words or fragments with the same meaning, of all languages together, in lower case; each with its language.
#[derive(Debug, Default)]
pub(crate) struct WordList(IndexMap<String, LanguageCode, FxBuildHasher>);

impl WordList {
    /// Whether the list contains a word.
    #[must_use]
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.contains_key(word)
    }

    /// Whether a word begins with an item of the list.
    #[must_use]
    pub(crate) fn begins(&self, word: &str) -> bool {
        self.iter().any(|stem| word.starts_with(stem))
    }

    /// Whether a text contains an item of the list.
    #[must_use]
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.iter().any(|piece| text.contains(piece))
    }

    /// The items.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The items with their languages.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, LanguageCode)> {
        self.0.iter().map(|(word, lang)| (word.as_str(), *lang))
    }
}

impl<'de> Deserialize<'de> for WordList {
    /// Reads a list for each language that has a file.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let lists = BTreeMap::<LanguageCode, Words>::deserialize(from)?;
        if let Some(lang) = languages().find(|lang| !lists.contains_key(lang)) {
            return Err(D::Error::custom(format!("the words in `{}` are missing", lang.as_str())));
        }
        let words = |(lang, words): (LanguageCode, Words)| words.0.into_iter().map(move |word| (word, lang));
        Ok(Self(lists.into_iter().flat_map(words).collect()))
    }
}

/// The words of one language, or `none`.
struct Words(Vec<String>);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let wrong = || D::Error::custom("a list of words in small letters, or `none`, is expected");
        let is_word = |word: &String| !word.trim().is_empty() && word.to_lowercase() == *word;
        match Value::deserialize(from)? {
            Value::String(none) if none == "none" => Ok(Self(Vec::new())),
            list => {
                let words: Vec<String> = list.try_into().map_err(|_| wrong())?;
                let are_words = !words.is_empty() && words.iter().all(is_word);
                if are_words { Ok(Self(words)) } else { Err(wrong()) }
            }
        }
    }
}

/// A number used as a key.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Count(pub(super) u32);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map(Self).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;
    use crate::lexicon::{answers, changes, periods};

    #[test]
    fn a_word_is_known_in_every_language() {
        assert_eq!(["två", "to", "two"].map(|word| periods().number(word)), [Some(2); 3]);
        assert_eq!(["dag", "dage", "days"].map(|word| periods().unit(word)), [Some("days"); 3]);
        assert!(answers().unknown.has("vet ej") && answers().unknown.has("ved ikke") && !answers().unknown.has("ej"));
        assert!(changes().special.begins("helbredsoplysninger") && changes().high.is_in("mycket hög risk"));
    }

    #[test]
    fn a_list_is_complete_and_in_small_letters() {
        let read = |text: &str| toml::from_str::<WordList>(text).map_err(|fault| fault.message().to_owned());
        let words: Vec<String> =
            read("en = ['a']\nsv = 'none'\nda = ['b', 'a']").unwrap().iter().map(str::to_owned).collect();
        assert_eq!(words, ["b", "a"]);
        for wrong in ["en = 'a'", "en = []", "en = ['']", "en = ['A']", "en = [1]"] {
            let fault = read(&format!("{wrong}\nsv = ['a']\nda = ['a']")).unwrap_err();
            assert!(fault.contains("a list of words"), "{wrong}: {fault}");
        }
        assert!(read("en = ['a']\nsv = ['a']").unwrap_err().contains("the words in `da` are missing"));
        assert!(read("en = ['a']\nxx = ['a']").unwrap_err().contains("there is no language `xx`"));
    }
}
