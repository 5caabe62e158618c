//! Supervisory authorities, from `templates/authorities/<cc-name>.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

use crate::assets;
use crate::assets::Table;
use crate::error::Error;
use crate::model::Lang;

/// A supervisory authority (Article 51) and how to reach it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Authority {
    /// The country in which it is competent (ISO 3166-1).
    pub country: String,
    /// The first day of its present name (ISO 8601).
    pub valid_from: Option<String>,
    /// Its name by language.
    name: BTreeMap<String, String>,
    /// The postal address.
    pub post: Option<String>,
    /// The visiting address.
    pub visit: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The mailbox.
    pub email: Option<String>,
    /// The website.
    pub web: Option<String>,
    /// Its own registration number.
    pub number: Option<String>,
    /// Where these facts come from.
    pub source: String,
    /// Names that it had before.
    #[serde(default)]
    pub formerly: Vec<FormerName>,
}

/// A name that an authority had before.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// The first day on which it was wrong.
    pub until: Option<String>,
}

static AUTHORITIES: Table<BTreeMap<&'static str, Authority>> =
    Table::new(|| Ok(assets::read_folder("authorities")?.into_iter().collect()));

/// Whether the table can be read; if not, what is wrong with it.
pub(crate) fn check() -> Result<(), Error> {
    AUTHORITIES.check()
}

/// The authority of that id.
#[must_use]
pub fn authority(id: &str) -> Option<&'static Authority> {
    AUTHORITIES.get().get(id)
}

/// The ids of all authorities, in order.
pub fn all() -> impl Iterator<Item = &'static str> {
    AUTHORITIES.get().keys().copied()
}

/// The authority of a country.
#[must_use]
pub fn of_country(country: &str) -> Option<&'static Authority> {
    AUTHORITIES.get().values().find(|authority| authority.country == country)
}

impl Authority {
    /// Its name in `lang`, or its English name.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        self.name.get(lang.code()).or_else(|| self.name.get("en")).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Authority;
    use crate::assets;

    #[test]
    fn every_authority_can_be_read() {
        for (id, text) in assets::folder("authorities") {
            toml::from_str::<Authority>(text).unwrap_or_else(|fault| panic!("{id}: {fault}"));
        }
    }
}
