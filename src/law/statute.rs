//! Statutory retention periods, from `templates/law/retention.toml`.

use jiff::civil;
use regex::Regex;
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::{Span, read_with_patterns};
use crate::vocabulary::CountryCode;

/// A statutory retention period for a kind of record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "a row without a source does not load")]
pub(crate) struct Statute {
    /// The country (ISO 3166-1).
    pub country: CountryCode,
    records: String,
    /// When it applies.
    pub holds: Span,
    /// The minimum, in months.
    pub least: Option<u32>,
    /// The maximum, in months.
    pub most: Option<u32>,
    /// The provision.
    pub law: String,
    /// The source.
    pub source: String,
}

static TABLE: Table<Vec<(Statute, Regex)>> =
    Table::new(|files| read_with_patterns(files, "retention", "records", |row: &Statute| &row.records));

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    TABLE.check(files)
}

/// The period for records of this name, in a country.
#[must_use]
pub(crate) fn of(records: &str, country: &str, day: civil::Date) -> Option<&'static Statute> {
    let named = |pattern: &Regex| pattern.is_match(records);
    let holds = |row: &Statute| row.country.as_str() == country && row.holds.holds_on(day);
    TABLE.get().iter().find(|(row, pattern)| holds(row) && named(pattern)).map(|(row, _)| row)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::of;

    #[test]
    fn the_period_is_that_of_the_day() {
        let least = |records, country, day| of(records, country, day).and_then(|row| row.least);
        assert_eq!(least("räkenskapsmaterial", "SE", date(2018, 12, 31)), None);
        assert_eq!(least("räkenskapsmaterial", "SE", date(2019, 1, 1)), Some(84));
        assert_eq!(least("regnskabsmateriale", "DK", date(2027, 1, 1)), Some(60));
        assert_eq!(least("regnskabsmateriale", "SE", date(2027, 1, 1)), None);
    }
}
