//! National law that takes a right away or limits it, from `templates/law/rights.toml`.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::law::{Told, read};

/// A right that a national act takes away or limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The name of the row.
    pub id: String,
    /// The country whose act it is (ISO 3166-1).
    pub country: String,
    law: String,
    /// The right, as the register writes it.
    pub right: String,
    /// Whether it applies then, as the register writes it.
    pub applies: String,
    /// What the act says.
    pub says: Told,
    /// Who says so.
    pub source: String,
}

static TABLE: LazyLock<Vec<(Override, Option<Regex>)>> = LazyLock::new(|| {
    let rows: Vec<Override> = read("rights").unwrap_or_default();
    let pattern = |row: &Override| Regex::new(&format!("(?i){}", row.law)).ok();
    rows.into_iter().map(|row| (pattern(&row), row)).map(|(pattern, row)| (row, pattern)).collect()
});

/// The overrides that hold where a citation of a law of that country stands.
pub fn by(citation: &str, country: &str) -> impl Iterator<Item = &'static Override> {
    let named = |pattern: &Option<Regex>| pattern.as_ref().is_some_and(|pattern| pattern.is_match(citation));
    TABLE.iter().filter(move |(row, pattern)| row.country == country && named(pattern)).map(|(row, _)| row)
}
