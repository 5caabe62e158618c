//! National law that removes or limits a right, from `templates/law/rights.toml`.

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::error::Error;
use crate::law::pattern::Pattern;
use crate::law::{Span, Told, check_patterns, fault_in_row, read_with_patterns};
use crate::vocabulary::CountryCode;

/// A right that a national act removes or limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "a row without a source does not load")]
pub(crate) struct Override {
    /// The id of the row.
    pub id: String,
    /// The country of the act (ISO 3166-1).
    pub country: CountryCode,
    law: String,
    /// When it applies.
    pub holds: Span,
    /// The right, as written in the register.
    pub right: String,
    /// Whether it applies under the act, as written in the register.
    pub applies: String,
    /// The content of the provision.
    pub says: Told,
    /// The source.
    pub source: String,
}

static TABLE: Table<Vec<(Override, Pattern)>> =
    Table::new(|files| read_with_patterns(files, "rights", |row: &Override| &row.law));

/// Checks that the table can be read, and that every right and answer in it exists in the register format.
///
/// # Errors
/// The fault of the table.
pub(crate) fn check(
    files: &Files,
    is_right: impl Fn(&str) -> bool,
    is_answer: impl Fn(&str) -> bool,
) -> Result<(), Error> {
    TABLE.check_with(files, |rows| {
        check_patterns(files, "rights", "law", rows.iter().map(|(_, pattern)| Some(pattern)))?;
        let fault = |index, key, word: &str| fault_in_row(files, "rights", index, key, unknown(word));
        rows.iter().enumerate().try_for_each(|(index, (row, _))| match row {
            Override { right, .. } if !is_right(right) => Err(fault(index, "right", right)),
            Override { applies, .. } if !is_answer(applies) => Err(fault(index, "applies", applies)),
            _ => Ok(()),
        })
    })
}

/// The overrides whose law the citation names, for a country.
pub(crate) fn by(citation: &str, country: &str, day: civil::Date) -> impl Iterator<Item = &'static Override> {
    let named = |pattern: &Pattern| pattern.is_in(citation);
    TABLE
        .get()
        .iter()
        .filter(move |(row, pattern)| row.country.as_str() == country && row.holds.holds_on(day) && named(pattern))
        .map(|(row, _)| row)
}
