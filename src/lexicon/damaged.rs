//! Damaged letters and HTML entities (`templates/letters.toml`).

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;

/// What is written, and the letter that it is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Damaged {
    letters: BTreeMap<String, String>,
    entities: BTreeMap<String, String>,
}

static DAMAGED: Table<Damaged> = Table::new(|files| files.read("letters.toml"));

/// Checks that the table can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    DAMAGED.check(files)
}

/// Damaged letters and HTML entities.
pub(crate) fn damaged() -> &'static Damaged {
    DAMAGED.get()
}

impl Damaged {
    /// The edits that write each letter of a text as it is, in order.
    #[must_use]
    pub(crate) fn edits(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let begins = |(at, letter): (usize, char)| matches!(letter, 'Ã' | 'Â' | 'â' | '&').then_some(at);
        let mut end = 0;
        let mut edits = Vec::new();
        for at in text.char_indices().filter_map(begins) {
            let all = self.letters.iter().chain(&self.entities);
            let found = all.filter(|_| at >= end).find(|(written, _)| text[at..].starts_with(written.as_str()));
            if let Some((written, letter)) = found {
                end = at + written.len();
                edits.push((at..end, letter.clone()));
            }
        }
        edits
    }
}
