//! The texts of the format page in one language (`templates/format`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::say::Tongue;

/// The texts of a language. English takes those of records and codes from the JSON Schema.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Texts {
    /// The heading, the files and what holds everywhere, as Markdown.
    pub introduction: String,
    /// The text below the heading of the vocabulary.
    pub vocabulary: String,
    pub words: Words,
    /// Records by the name of their type.
    #[serde(default)]
    records: BTreeMap<String, RecordTexts>,
    /// Closed lists of codes by the name of their type.
    #[serde(default)]
    codes: BTreeMap<String, CodeTexts>,
}

/// Words of every section.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Words {
    /// The heading of the vocabulary.
    pub vocabulary: String,
    /// A key that is required.
    pub needed: String,
    /// A key that can be a gap.
    pub gap: String,
    /// A key that can be a gap from format 2 on.
    pub gap_since: String,
    /// A key that format 1 does not have.
    pub since: String,
    /// A key that only format 1 has.
    pub last: String,
    /// A key that is never published.
    pub internal: String,
    /// What precedes an example.
    pub example: String,
    /// What stands between the kinds of values of a key.
    pub or: String,
    pub id: String,
    pub kle: String,
    pub period: String,
    pub date: String,
    pub country: String,
    pub language: String,
    pub url: String,
    pub email: String,
    pub yes_no: String,
    pub term: String,
    /// The heads of the tables of the vocabulary.
    pub code: String,
    pub labels: String,
    /// The headings of the lists of the vocabulary.
    pub data: String,
    pub subjects: String,
    pub recipients: String,
    pub events: String,
    pub records: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordTexts {
    what: String,
    keys: BTreeMap<String, KeyTexts>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyTexts {
    says: String,
    example: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeTexts {
    what: String,
    values: BTreeMap<String, String>,
}

static ENGLISH: Table<Texts> = Table::new(|files| files.read("format/en.toml"));
static SWEDISH: Table<Texts> = Table::new(|files| files.read("format/sv.toml"));
static DANISH: Table<Texts> = Table::new(|files| files.read("format/da.toml"));

/// Checks that the texts of every language can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    [&ENGLISH, &SWEDISH, &DANISH].into_iter().try_for_each(|texts| texts.check(files))
}

impl Texts {
    /// The texts of a language.
    pub(super) fn of(tongue: Tongue) -> &'static Self {
        match tongue {
            Tongue::English => ENGLISH.get(),
            Tongue::Swedish => SWEDISH.get(),
            Tongue::Danish => DANISH.get(),
        }
    }

    /// What a record or a list of codes is.
    pub(super) fn what(&self, name: &str) -> Option<&str> {
        let record = self.records.get(name).map(|record| &record.what);
        record.or_else(|| self.codes.get(name).map(|codes| &codes.what)).map(String::as_str)
    }

    /// What a key of a record holds, and its example.
    pub(super) fn key(&self, record: &str, key: &str) -> Option<(&str, Option<&str>)> {
        let key = self.records.get(record)?.keys.get(key)?;
        Some((&key.says, key.example.as_deref()))
    }

    /// What a code means.
    pub(super) fn code(&self, list: &str, code: &str) -> Option<&str> {
        self.codes.get(list)?.values.get(code).map(String::as_str)
    }
}
