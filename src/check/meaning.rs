//! What the codes of findings mean that are no rules of law: on files, keys and values (`templates/explain/format.toml`).

use std::collections::BTreeMap;

use crate::assets::{Files, Table, twice};
use crate::check::rules;
use crate::error::Error;
use crate::law::Told;

const FILE: &str = "explain/format.toml";

static MEANINGS: Table<BTreeMap<String, Told>> = Table::new(|files| {
    let meanings: BTreeMap<String, Told> = files.read(FILE)?;
    match meanings.keys().find(|code| rules::find(code).is_some()) {
        Some(code) => Err(files.fault(FILE, &[code], twice(code))),
        None => Ok(meanings),
    }
});

/// Checks that the table can be read, and that no code in it is one of a rule.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    MEANINGS.check(files)
}

/// What a code means, and what to do.
#[must_use]
pub(crate) fn of(code: &str) -> Option<&'static Told> {
    MEANINGS.get().get(code)
}

/// Every code, in alphabetical order.
pub fn codes() -> impl Iterator<Item = &'static str> {
    MEANINGS.get().keys().map(String::as_str)
}
