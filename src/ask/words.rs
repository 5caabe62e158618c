//! The words of a form in each language (`templates/ask`).

use std::collections::BTreeMap;

use crate::assets::{Files, Table, missing, unknown};
use crate::error::Error;
use crate::say::Tongue;

/// The words of a form in one language, by key.
pub(super) type Words = BTreeMap<String, String>;

const ENGLISH: &str = "ask/en.toml";
const SWEDISH: &str = "ask/sv.toml";
const DANISH: &str = "ask/da.toml";

static WORDS: Table<BTreeMap<&'static str, Words>> = Table::new(|files| {
    let read = |path: &'static str| files.read::<Words>(path);
    let english = read(ENGLISH)?;
    let mut all = BTreeMap::new();
    for (code, path) in [("sv", SWEDISH), ("da", DANISH)] {
        let words = read(path)?;
        if let Some(key) = english.keys().find(|key| !words.contains_key(*key)) {
            return Err(files.fault(path, &[], missing(key)));
        }
        if let Some(key) = words.keys().find(|key| !english.contains_key(*key)) {
            return Err(files.fault(path, &[key], unknown(key)));
        }
        all.insert(code, words);
    }
    all.insert("en", english);
    Ok(all)
});

/// Checks that the words of every language can be read, and that all have the same.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    WORDS.check(files)
}

/// The words of a language.
pub(super) fn of(tongue: Tongue) -> Words {
    WORDS.get().get(tongue.code()).cloned().unwrap_or_default()
}

/// One of the words.
pub(super) fn word(tongue: Tongue, key: &str) -> &'static str {
    WORDS.get().get(tongue.code()).and_then(|words| words.get(key)).map_or("", String::as_str)
}
