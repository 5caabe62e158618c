//! What fields are called (`templates/fields.toml`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::assets;
use crate::law::Told;
use crate::say::{Message, Tongue};

static FIELDS: LazyLock<BTreeMap<String, Told>> =
    LazyLock::new(|| assets::text("fields.toml").ok().and_then(|text| toml::from_str(text).ok()).unwrap_or_default());

/// What a field is called, by its Rust spelling; the key itself where it has no other name.
#[must_use]
pub fn field(name: &str) -> Message {
    let key = written(name);
    FIELDS.get(&key).map_or_else(|| Message::same(&key), Told::message)
}

/// Whether a key, as it is written in YAML, is called `word` in one of the languages; capital letters and what parts the
/// words do not count.
#[must_use]
pub fn is_called(key: &str, word: &str) -> bool {
    let plain = |word: &str| word.to_lowercase().replace(['-', '_'], " ");
    let word = plain(word);
    let name = FIELDS.get(key).map(Told::message).unwrap_or_default();
    Tongue::ALL.into_iter().any(|tongue| plain(name.get(tongue)) == word)
}

/// The key of a field as it is written in YAML.
fn written(name: &str) -> String {
    name.trim_start_matches("r#").replace('_', "-")
}

/// Whether a field has a name in words.
#[must_use]
pub fn has_field(name: &str) -> bool {
    FIELDS.contains_key(&written(name))
}
