//! The version of the law data (`templates/law/version.toml`).

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::day;

/// The version of the tables of `templates/law`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The day of the last change.
    #[serde(deserialize_with = "day")]
    pub version: civil::Date,
    /// The SHA-256 of the other tables: a test compares it.
    pub files: String,
}

static VERSION: Table<Version> = Table::new(|files| files.read("law/version.toml"));

/// Checks that the version can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    VERSION.check(files)
}

/// The version of the embedded tables.
#[must_use]
pub fn version() -> &'static Version {
    VERSION.get()
}
