//! National law that takes a right away or limits it, from `templates/law/rights.toml`.

use regex::Regex;
use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::error::Error;
use crate::law::{Told, fault_in_row, read_with_patterns};

/// A right that a national act takes away or limits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "a row without a source does not load")]
pub(crate) struct Override {
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

static TABLE: Table<Vec<(Override, Regex)>> =
    Table::new(|files| read_with_patterns(files, "rights", "law", |row: &Override| &row.law));

/// Whether the table can be read, and every right and answer that it names is one of the format.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn check(
    files: &Files,
    is_right: impl Fn(&str) -> bool,
    is_answer: impl Fn(&str) -> bool,
) -> Result<(), Error> {
    TABLE.check_with(files, |rows| {
        let fault = |index, key, word: &str| fault_in_row(files, "rights", index, key, unknown(word));
        rows.iter().enumerate().try_for_each(|(index, (row, _))| match row {
            Override { right, .. } if !is_right(right) => Err(fault(index, "right", right)),
            Override { applies, .. } if !is_answer(applies) => Err(fault(index, "applies", applies)),
            _ => Ok(()),
        })
    })
}

/// The overrides that hold where a citation of a law of that country stands.
pub(crate) fn by(citation: &str, country: &str) -> impl Iterator<Item = &'static Override> {
    let named = |pattern: &Regex| pattern.is_match(citation);
    TABLE.get().iter().filter(move |(row, pattern)| row.country == country && named(pattern)).map(|(row, _)| row)
}
