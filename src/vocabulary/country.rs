//! Codes of countries in the tables.

use std::borrow::Borrow;

use serde::Deserialize;
use serde::de::{Deserializer, Error};

use super::{ListName, list};

/// The code of a country of `templates/vocabulary/countries.toml`. A table with another code does not load.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode(&'static str);

impl CountryCode {
    /// The code of a country, if the vocabulary has it.
    #[must_use]
    pub(crate) fn of(code: &str) -> Option<Self> {
        let (_, code, _) = list(ListName::Countries)?.entries.get_full(code)?;
        Some(Self(code))
    }

    /// The code as it is written.
    #[must_use]
    pub(crate) const fn as_str(self) -> &'static str {
        self.0
    }
}

impl Borrow<str> for CountryCode {
    fn borrow(&self) -> &str {
        self.0
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let code = String::deserialize(from)?;
        Self::of(&code).ok_or_else(|| D::Error::custom(format!("there is no country `{code}`")))
    }
}
