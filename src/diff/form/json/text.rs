//! A message in every language of the program.

use schemars::JsonSchema;
use serde::Serialize;

use crate::say::Message;

/// A text in the languages of the program.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Text {
    /// English.
    en: String,
    /// Swedish.
    sv: String,
    /// Danish.
    da: String,
}

impl From<&Message> for Text {
    fn from(message: &Message) -> Self {
        let Message { en, sv, da } = message.clone();
        Self { en, sv, da }
    }
}
