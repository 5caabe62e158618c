//! The law as dated data, from `templates/law`: what applies, from when, until when, and the source.

pub(crate) mod adequacy;
pub(crate) mod citation;
pub(crate) mod commencement;
pub(crate) mod consent_age;
mod needles;
pub(crate) mod pattern;
pub(crate) mod pending;
pub(crate) mod phrase;
pub(crate) mod profile;
pub(crate) mod provision;
pub(crate) mod renamed;
pub(crate) mod rights;
pub(crate) mod stale;
pub(crate) mod statute;
pub(crate) mod version;

use jiff::civil;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::{Deserialize, Serialize};

use crate::assets::Files;
use crate::error::{Cause, Error};
use crate::law::pattern::Pattern;
use crate::say::{Message, Tongue};

/// The rows of one file of `templates/law`, each a `[[row]]`, in file order.
///
/// # Errors
/// The first row that cannot be parsed.
pub fn read<T: DeserializeOwned>(files: &Files, file: &str) -> Result<Vec<T>, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Rows<T> {
        row: Vec<T>,
    }
    files.read::<Rows<T>>(&format!("law/{file}.toml")).map(|rows| rows.row)
}

/// The rows of a file of `templates/law`, each with the case-insensitive pattern that `written` finds in it.
///
/// # Errors
/// As for [`read`].
fn read_with_patterns<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    written: fn(&T) -> &str,
) -> Result<Vec<(T, Pattern)>, Error> {
    let rows = read(files, file)?.into_iter();
    Ok(rows
        .map(|row: T| {
            let pattern = Pattern::as_written(written(&row));
            (row, pattern)
        })
        .collect())
}

/// Checks the syntax of the patterns in the field `key` of the rows of a file; a row can have none.
///
/// # Errors
/// The first pattern that is invalid.
fn check_patterns<'p>(
    files: &Files,
    file: &str,
    key: &str,
    patterns: impl Iterator<Item = Option<&'p Pattern>>,
) -> Result<(), Error> {
    let fault = |(index, fault): (usize, String)| fault_in_row(files, file, index, key, fault);
    let check = |(index, pattern): (usize, Option<&Pattern>)| {
        pattern.map_or(Ok(()), Pattern::check).map_err(|fault| (index, fault))
    };
    patterns.enumerate().try_for_each(check).map_err(fault)
}

/// An error about a field of a row of `templates/law`; rows are counted from 0.
pub(crate) fn fault_in_row(files: &Files, file: &str, row: usize, key: &str, what: impl Into<Cause>) -> Error {
    files.fault(&format!("law/{file}.toml"), &["row", &row.to_string(), key], what)
}

/// Parses a date of the data files (ISO 8601).
pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<civil::Date, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// Parses an optional date.
pub(crate) fn no_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<civil::Date>, D::Error> {
    day(from).map(Some)
}

/// From when until when a row holds. A provision that is older than the Regulation has the day from which that applies,
/// 2018-05-25: nothing is checked before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Span {
    /// The first day.
    #[serde(deserialize_with = "day")]
    pub from: civil::Date,
    /// The first day on which it no longer holds.
    #[serde(default, deserialize_with = "no_day")]
    pub until: Option<civil::Date>,
}

impl Span {
    /// Whether the row holds on a day.
    #[must_use]
    pub fn holds_on(self, day: civil::Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// Whether two rows hold on the same day.
    #[must_use]
    pub(crate) fn meets(self, other: Self) -> bool {
        let ends_before = |one: Self, other: Self| one.until.is_some_and(|until| until <= other.from);
        !ends_before(self, other) && !ends_before(other, self)
    }
}

/// Text of a data file: the same in every language of the program, or one per language.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(untagged, deny_unknown_fields, expecting = "one text, or `en`, `sv` and `da`")]
pub enum Told {
    /// The same in every language, such as a name.
    Alike(String),
    /// One per language.
    Each {
        /// In English.
        en: String,
        /// In Swedish.
        sv: String,
        /// In Danish.
        da: String,
    },
}

impl Told {
    /// The text as a message.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Alike(words) => Message::same(words),
            Self::Each { en, sv, da } => Message::each(|tongue| {
                match tongue {
                    Tongue::English => en,
                    Tongue::Swedish => sv,
                    Tongue::Danish => da,
                }
                .clone()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Span;

    #[test]
    fn a_row_holds_from_its_day_until_the_day_before_its_end() {
        let span = |from, until| Span { from, until };
        let one = span(date(2018, 5, 25), Some(date(2024, 1, 1)));
        let [before, first, last, after] =
            [date(2018, 5, 24), date(2018, 5, 25), date(2023, 12, 31), date(2024, 1, 1)].map(|day| one.holds_on(day));
        assert_eq!((before, first, last, after), (false, true, true, false));
        assert!(!one.meets(span(date(2024, 1, 1), None)) && !span(date(2024, 1, 1), None).meets(one));
        assert!(one.meets(span(date(2023, 12, 31), None)) && span(date(2000, 1, 1), None).meets(one));
    }
}
