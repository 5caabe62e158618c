//! The levels that rules have in one country (`templates/law/profiles.toml`).

use serde::Deserialize;

use crate::assets::{self, Table};
use crate::error::Error;
use crate::finding::Level;
use crate::law::read;
use crate::say;

/// The level of a rule in a country.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The country: its code of ISO 3166-1 in small letters.
    pub profile: String,
    /// The code of the rule.
    pub rule: String,
    /// Its level there.
    pub level: Level,
    /// Why it differs.
    pub why: String,
    /// What that rests on.
    pub source: String,
}

static ROWS: Table<Vec<Row>> = Table::new(|| read("profiles"));

/// Whether the table can be read, and every rule that it names is there.
///
/// # Errors
/// What is wrong with it.
pub fn check(is_rule: impl Fn(&str) -> bool) -> Result<(), Error> {
    ROWS.check()?;
    let unknown = all().find(|row| !is_rule(&row.rule));
    unknown.map_or(Ok(()), |Row { rule, .. }| {
        let cause = Error::new(say!(
            en: "there is no rule `{rule}`",
            sv: "det finns ingen regel `{rule}`",
            da: "der er ingen regel `{rule}`",
        ));
        Err(assets::damaged_piece("law/profiles.toml", rule, cause))
    })
}

/// Every row, in the order of the file.
pub fn all() -> impl Iterator<Item = &'static Row> {
    ROWS.get().iter()
}

/// The rows of a country (ISO 3166-1).
pub fn of(country: &str) -> impl Iterator<Item = &'static Row> {
    all().filter(move |row| row.profile.eq_ignore_ascii_case(country))
}
