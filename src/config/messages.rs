//! The key `messages` of `ropa.toml`: the language of the program's messages.

use std::path::Path;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::config::MAX_FILE;
use crate::say::Tongue;
use crate::source::content::Content;

/// The language of a code, or `None` if the program does not speak it.
fn tongue(code: &str) -> Option<Tongue> {
    Tongue::ALL.into_iter().find(|tongue| tongue.code() == code)
}

/// Reads the value of the key.
pub(super) fn code<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Tongue>, D::Error> {
    let code = String::deserialize(from)?;
    let wrong = || D::Error::custom("`messages` is \"en\", \"sv\" or \"da\"");
    tongue(&code).map(Some).ok_or_else(wrong)
}

/// The language that a file asks for, also if the rest of the file is wrong: that fault is told in this language.
#[must_use]
pub(crate) fn asked(path: &Path) -> Option<Tongue> {
    let Ok(Content::Bytes(bytes)) = Content::at(path, MAX_FILE) else { return None };
    let text = String::from_utf8(bytes).ok()?;
    let settings = text.trim_start_matches('\u{FEFF}').parse::<toml::Table>().ok()?;
    tongue(settings.get("messages")?.as_str()?)
}
