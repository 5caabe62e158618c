//! How long a law wants records to be kept, from `templates/law/retention.toml`.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::law::read;

/// A period that a law lays down for a kind of record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statute {
    /// The country (ISO 3166-1).
    pub country: String,
    records: String,
    /// The shortest time, in months.
    pub least: Option<u32>,
    /// The longest time, in months.
    pub most: Option<u32>,
    /// The provision.
    pub law: String,
    /// Who says so.
    pub source: String,
}

static TABLE: LazyLock<Vec<(Statute, Option<Regex>)>> = LazyLock::new(|| {
    let rows: Vec<Statute> = read("retention").unwrap_or_default();
    let pattern = |row: &Statute| Regex::new(&format!("(?i){}", row.records)).ok();
    rows.into_iter().map(|row| (pattern(&row), row)).map(|(pattern, row)| (row, pattern)).collect()
});

/// The period for records that are called so, in a country.
#[must_use]
pub fn of(records: &str, country: &str) -> Option<&'static Statute> {
    let named = |pattern: &Option<Regex>| pattern.as_ref().is_some_and(|pattern| pattern.is_match(records));
    TABLE.iter().find(|(row, pattern)| row.country == country && named(pattern)).map(|(row, _)| row)
}
