//! The levels that rules have in one country (`templates/law/profiles.toml`).

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::error::Error;
use crate::finding::Level;
use crate::law::{Span, fault_in_row, read};
use crate::vocabulary::CountryCode;

/// The level of a rule in a country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The country (ISO 3166-1).
    pub country: CountryCode,
    /// The code of the rule.
    pub rule: String,
    /// Its level there.
    pub level: Level,
    /// When it applies.
    pub holds: Span,
    /// Why it differs.
    pub why: String,
    /// The source.
    pub source: String,
}

static ROWS: Table<Vec<Row>> = Table::new(|files| read(files, "profiles"));

/// Checks that the table can be read, and that every rule in it exists.
///
/// # Errors
/// The fault of the table.
pub(crate) fn check(files: &Files, is_rule: impl Fn(&str) -> bool) -> Result<(), Error> {
    ROWS.check_with(files, |rows| {
        let wrong = rows.iter().enumerate().find(|(_, row)| !is_rule(&row.rule));
        wrong.map_or(Ok(()), |(index, row)| Err(fault_in_row(files, "profiles", index, "rule", unknown(&row.rule))))
    })
}

/// All rows, in file order.
pub(crate) fn all() -> impl Iterator<Item = &'static Row> {
    ROWS.get().iter()
}

/// The rows of a country (ISO 3166-1).
pub(crate) fn of(country: &str, day: civil::Date) -> impl Iterator<Item = &'static Row> {
    all().filter(move |row| row.country.as_str() == country && row.holds.holds_on(day))
}
