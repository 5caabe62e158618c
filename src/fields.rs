//! The names of fields (`templates/fields.toml`).

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::Told;
use crate::say::{Message, Tongue};
use std::collections::BTreeMap;

static FIELDS: Table<BTreeMap<String, Told>> = Table::new(|files| files.read("fields.toml"));

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    FIELDS.check(files)
}

/// The name of a field, by its Rust spelling; its key if it has no other name.
#[must_use]
pub(crate) fn field(name: &str) -> Message {
    let key = written(name);
    FIELDS.get().get(&key).map_or_else(|| Message::same(&key), Told::message)
}

/// Whether a key, as written in YAML, is called `word` in one of the languages. Case and the separators of words are
/// ignored.
#[must_use]
pub(crate) fn is_called(key: &str, word: &str) -> bool {
    let plain = |word: &str| word.to_lowercase().replace(['-', '_'], " ");
    let word = plain(word);
    let name = FIELDS.get().get(key).map(Told::message).unwrap_or_default();
    Tongue::ALL.into_iter().any(|tongue| plain(name.get(tongue)) == word)
}

/// The key of a field as it is written in YAML.
fn written(name: &str) -> String {
    name.trim_start_matches("r#").replace('_', "-")
}

/// Whether a field has a name other than its key.
#[must_use]
pub fn has_field(name: &str) -> bool {
    FIELDS.get().contains_key(&written(name))
}
