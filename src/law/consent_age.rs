//! The age from which a child can consent alone (Article 8(1)), from `templates/law/consent-ages.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::{fault_in_row, read};
use crate::say::{Message, Words};
use crate::vocabulary::CountryCode;

/// The age of one country.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "a row without a source does not load")]
pub(crate) struct ConsentAge {
    /// The country (ISO 3166-1).
    pub country: CountryCode,
    /// The age in years.
    pub age: u32,
    /// The provision.
    pub law: String,
    /// The source.
    pub source: String,
}

static AGES: Table<Vec<ConsentAge>> = Table::new(|files| {
    let ages: Vec<ConsentAge> = read(files, "consent-ages")?;
    let mut known = BTreeSet::new();
    match ages.iter().position(|age| !known.insert(age.country)) {
        Some(second) => Err(fault_in_row(files, "consent-ages", second, "country", Message::from(TWICE))),
        None => Ok(ages),
    }
});

const TWICE: Words =
    Words { en: "the country has a row already", sv: "landet har redan en rad", da: "landet har allerede en række" };

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    AGES.check(files)
}

/// The age in a country, if known.
#[must_use]
pub(crate) fn of(country: &str) -> Option<&'static ConsentAge> {
    AGES.get().iter().find(|age| age.country.as_str() == country)
}
