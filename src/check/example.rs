//! The examples of rules for readers of a language (`templates/explain`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::check::rule::Rule;
use crate::check::rules;
use crate::error::Error;
use crate::say::Tongue;

/// Two pieces of an activity, or of the file that their first line names.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What breaks the rule and no other.
    pub bad: String,
    /// What breaks no rule.
    pub good: String,
}

static DANISH: Table<BTreeMap<String, Example>> = Table::new(|files| read(files, "explain/da.toml"));
/// Those of rules that no piece of an activity shows.
static SWEDISH: Table<BTreeMap<String, Example>> = Table::new(|files| read(files, "explain/sv.toml"));

fn read(files: &Files, file: &str) -> Result<BTreeMap<String, Example>, Error> {
    let examples: BTreeMap<String, Example> = files.read(file)?;
    match examples.keys().find(|code| rules::find(code).is_none()) {
        Some(code) => Err(files.fault(file, &[code], unknown(code))),
        None => Ok(examples),
    }
}

/// Checks that every example is of a rule.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    [&DANISH, &SWEDISH].into_iter().try_for_each(|examples| examples.check(files))
}

/// The example of a rule for readers of a language: Danish ones read of Danish law, others of Swedish law. `None` if no
/// short piece of a file shows the rule.
#[must_use]
pub fn of(rule: &Rule, tongue: Tongue) -> Option<Example> {
    let own = if tongue == Tongue::Danish { &DANISH } else { &SWEDISH };
    let usual = || Example { bad: rule.bad.to_owned(), good: rule.good.to_owned() };
    own.get().get(rule.code).cloned().or_else(|| (!rule.bad.is_empty()).then(usual))
}
