//! How a register is written as a sheet for people, by country, from `templates/sheets.toml`.

use jiff::civil;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::assets::{Files, Table, listed, unknown};
use crate::error::Error;
use crate::say;
use crate::say::Message;
use crate::vocabulary::CountryCode;

listed! {
    /// A column of the sheet that has a row for each activity, besides the names of the activity.
    pub(crate) enum Column {
        /// The controllers (Article 30(1)(a)).
        Controller,
        /// Other contacts: the unit, the joint controllers (Article 30(1)(a)).
        Contact,
        /// The data protection officer (Article 30(1)(a)).
        Officer,
        /// The purposes (Article 30(1)(b)).
        Purposes,
        /// The data subjects (Article 30(1)(c)).
        Subjects,
        /// The data (Article 30(1)(c)).
        Data,
        /// The recipients (Article 30(1)(d)).
        Recipients,
        /// The processors and systems (Article 30(1)(d)).
        Processors,
        /// The transfers (Article 30(1)(e)).
        Transfers,
        /// The retention rules (Article 30(1)(f)).
        Retention,
        /// The security measures (Article 30(1)(g)); internal.
        Measures,
        /// The controllers on whose behalf data are processed (Article 30(2)(a)).
        OnBehalfOf,
        /// The categories of processing (Article 30(2)(b)).
        Services,
        /// What the activity is.
        Summary,
        /// The legal bases.
        Bases,
        /// The sources.
        Sources,
        /// Whether data must be provided.
        Obligation,
        /// Automated decisions.
        Automated,
        /// Consents.
        Consent,
        /// How the work is done.
        Procedure,
        /// Why no notice need tell of the activity.
        NoNotice,
        /// The KLE numbers.
        Kle,
        /// The owner of the activity; internal.
        Owner,
        /// The day of its last change; internal.
        Changed,
        /// The day of its next review; internal.
        Review,
        /// The agreements with processors; internal.
        Agreements,
        /// Administrative data; internal.
        Administration,
        /// Notes; internal.
        Notes,
    }
}

impl Column {
    /// Whether only the internal register has it.
    #[must_use]
    pub(crate) fn is_internal(self) -> bool {
        use Column::{Administration, Agreements, Changed, Measures, Notes, Owner, Review};
        matches!(self, Measures | Owner | Changed | Review | Agreements | Administration | Notes)
    }

    /// Whether every activity of the controller's record has a content for it (Article 30(1)).
    #[must_use]
    pub(crate) fn is_required(self) -> bool {
        use Column::{Controller, Data, Officer, Processors, Purposes, Recipients, Retention, Subjects, Transfers};
        matches!(
            self,
            Controller | Officer | Purposes | Subjects | Data | Recipients | Processors | Transfers | Retention
        )
    }
}

/// How sheets of a country are written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Style {
    /// Every column: those that Article 30 asks for in the order of the country, then the others.
    pub columns: Vec<Column>,
    /// How many of them Article 30 asks for.
    pub asked: usize,
    /// What stands between the cells of a CSV file for people.
    pub delimiter: Delimiter,
    /// The order of year, month and day: `dd-mm-yyyy`.
    date: String,
}

/// What stands between the cells of a CSV file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(crate) enum Delimiter {
    /// `,`
    #[default]
    #[serde(rename = ",")]
    Comma,
    /// `;`
    #[serde(rename = ";")]
    Semicolon,
}

impl Delimiter {
    /// The character.
    #[must_use]
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }
}

impl Style {
    /// The order of year, month and day for spreadsheets, with the signs between them as they are: `dd\-mm\-yyyy`. Without
    /// the backslashes some show the order of their own country.
    #[must_use]
    pub(crate) fn date_form(&self) -> String {
        self.date.replace('-', "\\-").replace('.', "\\.")
    }

    /// A day as people of the country write it.
    #[must_use]
    pub(crate) fn day(&self, day: civil::Date) -> String {
        let (year, month, date) = (day.year(), day.month(), day.day());
        let written = self.date.replace("yyyy", &format!("{year:04}"));
        let written = written.replace("mm", &format!("{month:02}")).replace('m', &month.to_string());
        written.replace("dd", &format!("{date:02}")).replace('d', &date.to_string())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct General {
    columns: Vec<Column>,
    delimiter: Delimiter,
    date: String,
    #[expect(dead_code, reason = "the source is kept for those who read the table")]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfCountry {
    columns: Option<Vec<Column>>,
    delimiter: Delimiter,
    date: String,
    #[expect(dead_code, reason = "the source is kept for those who read the table")]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    general: General,
    country: BTreeMap<CountryCode, OfCountry>,
}

#[derive(Default)]
struct Styles {
    general: Style,
    by_country: BTreeMap<CountryCode, Style>,
}

const FILE: &str = "sheets.toml";

/// The forms of a date that spreadsheets read.
const DATES: [&str; 4] = ["yyyy-mm-dd", "dd-mm-yyyy", "dd.mm.yyyy", "d.m.yyyy"];

static STYLES: Table<Styles> = Table::new(|files| {
    let Written { general: General { columns, delimiter, date, .. }, country } = files.read(FILE)?;
    let general = style(files, &["general"], (columns.clone(), delimiter, date))?;
    let mut by_country = BTreeMap::new();
    for (code, own) in country {
        let written = (own.columns.unwrap_or_else(|| columns.clone()), own.delimiter, own.date);
        by_country.insert(code, style(files, &["country", code.as_str()], written)?);
    }
    Ok(Styles { general, by_country })
});

fn style(
    files: &Files,
    keys: &[&str],
    (mut columns, delimiter, date): (Vec<Column>, Delimiter, String),
) -> Result<Style, Error> {
    let fault = |key: &str, what| files.fault(FILE, &[keys, &[key]].concat(), what);
    if !DATES.contains(&date.as_str()) {
        return Err(fault("date", unknown(&date)));
    }
    let mut known = BTreeSet::new();
    if let Some(again) = columns.iter().find(|column| !known.insert(**column)) {
        return Err(fault("columns", repeated(*again)));
    }
    let asked = columns.len();
    columns.extend(Column::ALL.iter().filter(|column| !known.contains(column)));
    Ok(Style { columns, asked, delimiter, date })
}

fn repeated(column: Column) -> Message {
    say!(
        en: "the column `{column}` is already in the list",
        sv: "kolumnen `{column}` finns redan i listan",
        da: "kolonnen `{column}` findes allerede på listen",
    )
}

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    STYLES.check(files)
}

/// The style of a country (ISO 3166-1), or else the general one.
#[must_use]
pub(crate) fn style_of(country: &str) -> &'static Style {
    let Styles { general, by_country } = STYLES.get();
    by_country.get(country).unwrap_or(general)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Column, style_of};

    #[test]
    fn a_day_is_written_as_in_the_country() {
        let written = |country| style_of(country).day(date(2026, 3, 9));
        assert_eq!(
            ["SE", "DK", "NO", "FI", "DE"].map(written),
            ["2026-03-09", "09-03-2026", "09.03.2026", "9.3.2026", "2026-03-09"]
        );
    }

    #[test]
    fn every_column_is_there_once_and_the_first_are_those_of_article_30() {
        let style = style_of("SE");
        let mut columns = style.columns.clone();
        assert_eq!(columns[..4], [Column::Controller, Column::Contact, Column::Officer, Column::Purposes]);
        assert_eq!(columns[style.asked - 1], Column::Measures);
        columns.sort_unstable();
        assert_eq!(columns, Column::ALL);
    }
}
