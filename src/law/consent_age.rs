//! The age from which a child can consent alone (Article 8(1)), from `templates/law/consent-ages.toml`.

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::{Span, fault_in_row, read};
use crate::say::{Message, Words};
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
    /// When it applies.
    pub holds: Span,
    /// The provision.
    pub law: String,
    /// The source.
    pub source: String,
}

static AGES: Table<Vec<ConsentAge>> = Table::new(|files| {
    let ages: Vec<ConsentAge> = read(files, "consent-ages")?;
    let is_second = |(at, age): &(usize, &ConsentAge)| {
        ages[..*at].iter().any(|known| known.country == age.country && known.holds.meets(age.holds))
    };
    match ages.iter().enumerate().find(is_second) {
        Some((second, _)) => Err(fault_in_row(files, "consent-ages", second, "country", Message::from(TWICE))),
        None => Ok(ages),
    }
});

const TWICE: Words = Words {
    en: "the country has a row for that time already",
    sv: "landet har redan en rad för den tiden",
    da: "landet har allerede en række for den tid",
};

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    AGES.check(files)
}

/// The age in a country, if known.
#[must_use]
pub(crate) fn of(country: &str, day: civil::Date) -> Option<&'static ConsentAge> {
    AGES.get().iter().find(|age| age.country.as_str() == country && age.holds.holds_on(day))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::of;

    #[test]
    fn the_age_is_that_of_the_day() {
        let age = |country, day| of(country, day).map(|row| row.age);
        assert_eq!(age("DK", date(2019, 6, 1)), Some(13));
        assert_eq!(age("DK", date(2023, 12, 31)), Some(13));
        assert_eq!(age("DK", date(2024, 1, 1)), Some(15));
        assert_eq!(age("DK", date(2027, 6, 1)), Some(15));
        assert_eq!((age("SE", date(2019, 6, 1)), age("SE", date(2027, 6, 1))), (Some(13), Some(13)));
        assert_eq!((age("SE", date(2018, 5, 24)), age("NO", date(2026, 6, 1))), (None, None));
    }
}
