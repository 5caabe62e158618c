//! What a form asks for (`templates/ask/answers.toml`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::check::rules;
use crate::error::Error;
use crate::law::Told;
use crate::say::{Message, Tongue};
use crate::todo::question;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    roles: Vec<String>,
    review: Vec<String>,
    missing: BTreeMap<String, String>,
    needed: BTreeMap<String, Vec<String>>,
    question: BTreeMap<String, Told>,
    example: BTreeMap<String, Told>,
    part: BTreeMap<String, Vec<Part>>,
}

/// A part of a record, and what is asked about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    /// The key.
    pub(super) key: String,
    /// Whether an answer needs it, though the format does not.
    #[serde(default)]
    pub(super) needed: bool,
    en: String,
    sv: String,
    da: String,
}

impl Part {
    /// What is asked.
    pub(super) fn asked(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::English => &self.en,
            Tongue::Swedish => &self.sv,
            Tongue::Danish => &self.da,
        }
    }
}

const ANSWERS: &str = "ask/answers.toml";

static FILE: Table<File> = Table::new(|files| {
    let file: File = files.read(ANSWERS)?;
    match file.missing.keys().find(|code| rules::find(code).is_none()) {
        Some(code) => Err(files.fault(ANSWERS, &["missing", code], unknown(code))),
        None => Ok(file),
    }
});

/// Checks that the table can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    FILE.check(files)
}

/// Whether a unit can settle the questions to a role.
pub(super) fn is_of_unit(role: &str) -> bool {
    FILE.get().roles.iter().any(|own| own == role)
}

/// The keys that a review asks about.
pub(super) fn reviewed() -> &'static [String] {
    &FILE.get().review
}

/// The keys that a finding says are missing, from its record.
pub(super) fn missing(code: &str) -> Option<Vec<&'static str>> {
    let own = FILE.get().missing.get(code).map(String::as_str);
    own.or_else(|| question::gap_of(code)).map(|path| path.split('.').collect())
}

/// The question of a review about a key for which the to-do list has none.
pub(super) fn question(key: &str) -> Option<Message> {
    FILE.get().question.get(key).map(Told::message)
}

/// The parts of a record that is asked for part by part, with what is asked.
pub(super) fn parts(record: &str) -> Option<&'static [Part]> {
    FILE.get().part.get(record).map(Vec::as_slice)
}

/// An example of an answer about a key of a record.
pub(super) fn example(record: &str, key: &str) -> Option<Message> {
    let examples = &FILE.get().example;
    examples.get(&format!("{record}.{key}")).or_else(|| examples.get(key)).map(Told::message)
}

/// Whether a key of a record cannot be “there is none”: the law or the format needs it.
pub(super) fn is_needed(record: &str, key: &str) -> bool {
    FILE.get().needed.get(record).is_some_and(|keys| keys.iter().any(|needed| needed == key))
}

#[cfg(test)]
mod tests {
    use super::FILE;

    #[test]
    fn every_role_and_question_is_one() {
        assert!(!FILE.get().roles.is_empty() && !FILE.get().review.is_empty());
        assert!(FILE.get().part.values().all(|parts| !parts.is_empty()));
    }
}
