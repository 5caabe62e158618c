//! Supervisory authorities, from `templates/authorities/<cc-name>.toml`.

use jiff::civil;
use serde::Deserialize;
use std::collections::BTreeMap;

use crate::assets::{Files, LanguageCode, Table, languages, missing};
use crate::error::Error;
use crate::law::no_day;
use crate::model::Lang;
use crate::say;
use crate::say::Message;
use crate::vocabulary::CountryCode;

/// A supervisory authority (Article 51) and its contact details.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(dead_code, reason = "the facts of an authority are kept whole, also those that no page shows")]
pub(crate) struct Authority {
    /// The country in which it is competent (ISO 3166-1).
    pub country: CountryCode,
    /// The first day of its current name.
    #[serde(default, deserialize_with = "no_day")]
    pub valid_from: Option<civil::Date>,
    /// Its name in each language.
    name: BTreeMap<LanguageCode, String>,
    /// The postal address.
    pub post: Option<String>,
    /// The visiting address.
    pub visit: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The email address.
    pub email: Option<String>,
    /// The website.
    pub web: Option<String>,
    /// Its registration number.
    pub number: Option<String>,
    /// The source of this data.
    pub source: String,
    /// Its former names.
    #[serde(default)]
    pub formerly: Vec<FormerName>,
}

/// A former name of an authority.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "the facts of an authority are kept whole, also those that no page shows")]
pub(crate) struct FormerName {
    /// The name.
    pub name: String,
    /// The first day on which it was no longer right.
    #[serde(default, deserialize_with = "no_day")]
    pub until: Option<civil::Date>,
}

static AUTHORITIES: Table<BTreeMap<String, Authority>> = Table::new(|files| {
    let mut by_country: BTreeMap<CountryCode, &str> = BTreeMap::new();
    let authorities: Vec<(&str, Authority)> = files.read_folder("authorities")?;
    for (id, Authority { country, name, .. }) in &authorities {
        let fault = |key, what| Err(files.fault(&format!("authorities/{id}.toml"), &[key], what));
        if let Some(lang) = languages().find(|lang| !name.contains_key(lang)) {
            return fault("name", missing(&format!("name.{}", lang.as_str())));
        }
        if let Some(other) = by_country.insert(*country, id) {
            return fault("country", taken(*country, other));
        }
    }
    Ok(authorities.into_iter().map(|(id, authority)| (id.to_owned(), authority)).collect())
});

/// Two authorities of one country: nothing says which of them a notice names.
fn taken(country: CountryCode, other: &str) -> Message {
    say!(
        en: "the authority of {country} is already in templates/authorities/{other}.toml",
        sv: "myndigheten för {country} finns redan i templates/authorities/{other}.toml",
        da: "myndigheden for {country} findes allerede i templates/authorities/{other}.toml",
        country = country.as_str(),
    )
}

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    AUTHORITIES.check(files)
}

/// The authority with this id.
#[must_use]
pub(crate) fn authority(id: &str) -> Option<&'static Authority> {
    AUTHORITIES.get().get(id)
}

/// The ids of all authorities, in order.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    AUTHORITIES.get().keys().map(String::as_str)
}

/// The authority of a country.
#[must_use]
pub(crate) fn of_country(country: &str) -> Option<&'static Authority> {
    AUTHORITIES.get().values().find(|authority| authority.country.as_str() == country)
}

impl Authority {
    /// Its name in a language that has a file.
    #[must_use]
    pub(crate) fn name(&self, lang: Lang) -> &str {
        self.name.get(lang.code()).map_or("", String::as_str)
    }
}
