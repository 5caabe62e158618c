//! The law as dated data, from `templates/law`: what holds, from when, until when, and who says so.

pub(crate) mod adequacy;
pub(crate) mod consent_age;
pub(crate) mod phrase;
pub(crate) mod profile;
pub(crate) mod provision;
mod renamed;
pub(crate) mod rights;
pub(crate) mod stale;
pub(crate) mod statute;

use jiff::civil;
use regex::Regex;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::{Deserialize, Serialize};

use crate::assets::Files;
use crate::error::{Cause, Error};
use crate::say::{Message, Tongue};

/// The rows of one file of `templates/law`, each a `[[row]]`, in the order written.
///
/// # Errors
/// The first row that cannot be understood.
pub fn read<T: DeserializeOwned>(files: &Files, file: &str) -> Result<Vec<T>, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Rows<T> {
        row: Vec<T>,
    }
    files.read::<Rows<T>>(&format!("law/{file}.toml")).map(|rows| rows.row)
}

/// The rows of a file of `templates/law` with the pattern that each holds at a key, in any case.
///
/// # Errors
/// As for [`read`], and where a pattern is none.
fn read_with_patterns<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    key: &str,
    written: fn(&T) -> &str,
) -> Result<Vec<(T, Regex)>, Error> {
    let compiled = |(index, row): (usize, T)| {
        let fault = |fault| fault_in_row(files, file, index, key, fault);
        let pattern = Regex::new(&format!("(?i){}", written(&row))).map_err(fault)?;
        Ok((row, pattern))
    };
    read(files, file)?.into_iter().enumerate().map(compiled).collect()
}

/// Something wrong at a key of a row of `templates/law`, counted from 0.
pub(crate) fn fault_in_row(files: &Files, file: &str, row: usize, key: &str, what: impl Into<Cause>) -> Error {
    files.fault(&format!("law/{file}.toml"), &["row", &row.to_string(), key], what)
}

/// Why a pattern is none. Its automaton is not built: that takes a hundred times as long.
fn syntax_fault(pattern: &str) -> Option<String> {
    regex_syntax::parse(&fast(pattern)).err().map(|fault| fault.to_string())
}

/// How many bytes the automaton of a pattern may hold.
const AUTOMATON: usize = 32 << 20;

/// A letter of a word.
const WORD: &str = r"[\w&&[\x00-\u{24F}]]";

/// A pattern of the data files as the engine runs it fast. A word boundary is one between ASCII letters and others: no
/// pattern puts one beside another letter, and with those of Unicode every `å` would end the fast way. A word is one of
/// Latin letters (up to U+024F, with those of North, Lule and South Sami): the engine pays for those of every script with
/// many more states.
fn fast(pattern: &str) -> String {
    pattern.replace(r"\b", r"(?-u:\b)").replace(r"\w", WORD).replace(r"\d", "[0-9]")
}

/// A day of the data files (ISO 8601).
pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<civil::Date, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// A day that need not be there.
pub(crate) fn no_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<civil::Date>, D::Error> {
    day(from).map(Some)
}

/// Words of a data file: the same in every language of the program, or one for each.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(untagged, deny_unknown_fields, expecting = "one text, or `en`, `sv` and `da`")]
pub enum Told {
    /// The same in every language: a name.
    Alike(String),
    /// One for each.
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
    /// The words as a message.
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
