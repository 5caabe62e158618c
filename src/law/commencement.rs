//! From which day acts are in force, from `templates/law/commencement.toml`.

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::pattern::Pattern;
use crate::law::{check_patterns, citation, day, read_with_patterns};
use crate::vocabulary::CountryCode;

/// An act and the day on which it enters into force.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Commencement {
    /// The country (ISO 3166-1).
    country: CountryCode,
    act: String,
    /// The first day on which it is in force.
    #[serde(deserialize_with = "day")]
    from: civil::Date,
    /// Whether the day could not be seen at a source.
    #[serde(default)]
    unverified: bool,
    #[expect(dead_code, reason = "a row without a source does not load")]
    source: String,
}

static TABLE: Table<Vec<(Commencement, Pattern)>> =
    Table::new(|files| read_with_patterns(files, "commencement", |row: &Commencement| &row.act));

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    let patterns = |rows: &Vec<(Commencement, Pattern)>| {
        check_patterns(files, "commencement", "act", rows.iter().map(|(_, pattern)| Some(pattern)))
    };
    TABLE.check_with(files, patterns)
}

/// An act that is not yet in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ahead<'t> {
    /// The act as it is cited.
    pub act: &'t str,
    /// The day from which it is in force, if it is known.
    pub from: Option<civil::Date>,
    /// Whether that is certain.
    pub is_verified: bool,
}

/// The act in a citation that is not in force on a day: by the table, or because its number is of a later year.
#[must_use]
pub(crate) fn ahead<'t>(text: &'t str, country: &str, on: civil::Date) -> Option<Ahead<'t>> {
    let rows = TABLE.get().iter().filter(|(row, _)| row.country.as_str() == country);
    for (row, pattern) in rows {
        if let Some(found) = pattern.find(text) {
            let ahead = Ahead { act: found.as_str(), from: Some(row.from), is_verified: !row.unverified };
            return (on < row.from).then_some(ahead);
        }
    }
    let number = citation::read(text).number?;
    (year_of(number)? > on.year()).then_some(Ahead { act: number, from: None, is_verified: true })
}

/// The year in the number of an act: before a colon in Sweden, `2010:800`; at the end of the date in Denmark.
fn year_of(number: &str) -> Option<i16> {
    let is_year = |digits: &&str| digits.len() == 4 && matches!(digits.as_bytes(), [b'1' | b'2', ..]);
    match number.split_once(':') {
        Some((year, _)) => year.split(|sign: char| !sign.is_ascii_digit()).rfind(|piece| !piece.is_empty()),
        None => {
            number.split_once(" af ")?.1.split(|sign: char| !sign.is_ascii_digit()).rfind(|piece| !piece.is_empty())
        }
    }
    .filter(is_year)?
    .parse()
    .ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::ahead;

    #[test]
    fn an_act_is_ahead_before_its_day_and_if_its_number_is_of_a_later_year() {
        let found = |text, country, on| ahead(text, country, on).map(|found| (found.act, found.from));
        let act = "socialtjänstlagen (2025:400) 16 kap. 1 §";
        assert_eq!(found(act, "SE", date(2025, 6, 30)), Some(("2025:400", Some(date(2025, 7, 1)))));
        assert_eq!(found(act, "SE", date(2025, 7, 1)), None);
        assert_eq!(found("nya lagen (2027:12)", "SE", date(2026, 11, 30)), Some(("2027:12", None)));
        assert_eq!(found("skollagen (2010:800) 10 kap. 32 §", "SE", date(2026, 11, 30)), None);
        let danish = "lov nr. 100 af 1. marts 2027 om skolekørsel";
        assert_eq!(found(danish, "DK", date(2026, 11, 30)), Some(("lov nr. 100 af 1. marts 2027", None)));
        assert_eq!(found("lov nr. 502 af 23. maj 2018", "DK", date(2026, 11, 30)), None);
        assert_eq!(found("folkeskoleloven § 26", "DK", date(2026, 11, 30)), None);
    }
}
