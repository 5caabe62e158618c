//! Codes of languages in the tables.

use std::borrow::Borrow;

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::languages;

/// The code of a language that has a file in `templates/languages`. A table with another code does not load.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageCode(&'static str);

impl LanguageCode {
    /// The code of a language, if it has a file.
    #[must_use]
    pub(crate) fn of(code: &str) -> Option<Self> {
        languages().find(|known| known.0 == code)
    }

    /// A name of a file in `templates/languages`.
    pub(super) const fn of_file(name: &'static str) -> Self {
        Self(name)
    }

    /// The code as it is written.
    #[must_use]
    pub(crate) const fn as_str(self) -> &'static str {
        self.0
    }
}

impl Borrow<str> for LanguageCode {
    fn borrow(&self) -> &str {
        self.0
    }
}

impl<'de> Deserialize<'de> for LanguageCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        Self::of(&code).ok_or_else(|| D::Error::custom(format!("there is no language `{code}`")))
    }
}
