//! The age from which a child can consent alone (Article 8(1)), from `templates/law/consent-ages.toml`.

use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::read;
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

static AGES: Table<Vec<ConsentAge>> = Table::new(|files| read(files, "consent-ages"));

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    AGES.check(files)
}

/// The age in a country, if known.
#[must_use]
pub(crate) fn of(country: &str) -> Option<&'static ConsentAge> {
    AGES.get().iter().find(|age| age.country.as_str() == country)
}
