//! What fields are called (`templates/fields.toml`).

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::Told;
use crate::say::{Message, Tongue};
use std::collections::BTreeMap;

static FIELDS: Table<BTreeMap<String, Told>> = Table::new(|files| files.read("fields.toml"));

/// Whether the table can be read; if not, what is wrong with it.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    FIELDS.check(files)
}

/// What a field is called, by its Rust spelling; the key itself where it has no other name.
#[must_use]
pub(crate) fn field(name: &str) -> Message {
    let key = written(name);
    FIELDS.get().get(&key).map_or_else(|| Message::same(&key), Told::message)
}

/// Whether a key, as it is written in YAML, is called `word` in one of the languages; capital letters and what parts the
/// words do not count.
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

/// Whether a field has a name in words.
#[must_use]
pub fn has_field(name: &str) -> bool {
    FIELDS.get().contains_key(&written(name))
}
