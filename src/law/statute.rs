//! Statutory retention periods, from `templates/law/retention.toml`.

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::pattern::Pattern;
use crate::law::{Span, check_patterns, read_with_patterns};
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

static TABLE: Table<Vec<(Statute, Pattern)>> =
    Table::new(|files| read_with_patterns(files, "retention", |row: &Statute| &row.records));

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    let patterns = |rows: &Vec<(Statute, Pattern)>| {
        check_patterns(files, "retention", "records", rows.iter().map(|(_, pattern)| Some(pattern)))
    };
    TABLE.check_with(files, patterns)
}

/// The period for records of this name, in a country.
#[must_use]
pub(crate) fn of(records: &str, country: &str, day: civil::Date) -> Option<&'static Statute> {
    let named = |pattern: &Pattern| pattern.is_in(records);
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
