//! Adequacy decisions of the European Commission (Article 45), from `templates/law/adequacy.toml`.

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table, missing};
use crate::error::Error;
use crate::law::{day, fault_in_row, no_day, read};
use crate::say;
use crate::say::Message;
use crate::vocabulary::CountryCode;

/// A decision that a country or an international organisation ensures an adequate level of protection.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The country (ISO 3166-1).
    pub country: Option<CountryCode>,
    /// The international organisation, where the decision is about none of the countries.
    pub organisation: Option<String>,
    /// Its name in English.
    pub territory: String,
    /// What it covers.
    pub scope: String,
    /// Its number.
    pub decision: String,
    /// The first day on which it holds.
    #[serde(deserialize_with = "day")]
    pub from: civil::Date,
    /// The day on which it ends or was annulled.
    #[serde(default, deserialize_with = "no_day")]
    pub until: Option<civil::Date>,
    /// A remark.
    pub note: Option<String>,
    /// Who is covered.
    #[serde(default)]
    pub covers: Covers,
    /// A pending case against it.
    pub litigation: Option<String>,
    /// The source.
    pub source: String,
}

/// Who is covered by a decision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// All recipients in the country.
    #[default]
    Everybody,
    /// Companies, not public bodies.
    Companies,
    /// Certified recipients.
    Certified,
}

static DECISIONS: Table<Vec<Decision>> = Table::new(|files| {
    let decisions: Vec<Decision> = read(files, "adequacy")?;
    for (index, decision) in decisions.iter().enumerate() {
        let (key, what) = match (decision.country, &decision.organisation) {
            (None, None) => ("country", missing("country")),
            (Some(_), Some(_)) => ("organisation", both()),
            (Some(_), None) | (None, Some(_)) => continue,
        };
        return Err(fault_in_row(files, "adequacy", index, key, what));
    }
    Ok(decisions)
});

fn both() -> Message {
    say!(
        en: "a decision is about a country or an organisation, not both",
        sv: "ett beslut gäller ett land eller en organisation, inte båda",
        da: "en afgørelse gælder et land eller en organisation, ikke begge",
    )
}

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    DECISIONS.check(files)
}

impl Decision {
    /// Whom it is about: the code of the country, or the name of the organisation.
    #[must_use]
    pub fn place(&self) -> &str {
        let country = self.country.map(CountryCode::as_str);
        country.or(self.organisation.as_deref()).unwrap_or(&self.territory)
    }
}

/// The decision that a text names by its number, such as `(EU) 2023/1795` or `2000/518/EG`.
#[must_use]
pub(crate) fn named_in(text: &str) -> Option<&'static Decision> {
    let written: Vec<&str> = numbers(text).collect();
    all().find(|decision| numbers(&decision.decision).next().is_some_and(|number| written.contains(&number)))
}

/// The numbers in a text that have a year and a number, without what stands around them.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let is_number = |piece: &&str| {
        piece.split_once('/').is_some_and(|(year, number)| {
            let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            year.len() == 4 && is_digits(year) && is_digits(number)
        })
    };
    let pieces = text.split(|sign: char| !(sign.is_ascii_digit() || sign == '/'));
    pieces.map(|piece| piece.trim_matches('/')).filter(is_number)
}

/// All decisions, in file order.
pub fn all() -> impl Iterator<Item = &'static Decision> {
    DECISIONS.get().iter()
}

/// The decision for a country that is in force on a day.
#[must_use]
pub fn of(country: &str, on: civil::Date) -> Option<&'static Decision> {
    let holds = |decision: &&Decision| decision.from <= on && decision.until.is_none_or(|until| on < until);
    all().filter(|decision| decision.country.is_some_and(|code| code.as_str() == country)).find(holds)
}
