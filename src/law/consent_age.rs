//! From which age a child consents alone (Article 8(1)), from `templates/law/consent-ages.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::law::read;

/// The age of one country.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentAge {
    /// The country (ISO 3166-1).
    pub country: String,
    /// The age in years.
    pub age: u32,
    /// The provision.
    pub law: String,
    /// Who says so.
    pub source: String,
}

static AGES: LazyLock<Vec<ConsentAge>> = LazyLock::new(|| read("consent-ages").unwrap_or_default());

/// The age of a country, where the data know it.
#[must_use]
pub fn of(country: &str) -> Option<&'static ConsentAge> {
    AGES.iter().find(|age| age.country == country)
}
