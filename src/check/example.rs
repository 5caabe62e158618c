//! The examples of rules for readers of a language (`templates/explain`).

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::check::rule::Rule;
use crate::check::rules;
use crate::error::Error;
use crate::say::Tongue;

/// Two pieces of an activity.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What breaks the rule and no other.
    pub bad: String,
    /// What breaks no rule.
    pub good: String,
}

static DANISH: Table<BTreeMap<String, Example>> = Table::new(|files| {
    let examples: BTreeMap<String, Example> = files.read("explain/da.toml")?;
    match examples.keys().find(|code| rules::find(code).is_none()) {
        Some(code) => Err(files.fault("explain/da.toml", &[code], unknown(code))),
        None => Ok(examples),
    }
});

/// Checks that every example is of a rule.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    DANISH.check(files)
}

/// The example of a rule for readers of a language: Danish ones read of Danish law, others of Swedish law. `None` if a
/// piece of an activity cannot show the rule.
#[must_use]
pub fn of(rule: &Rule, tongue: Tongue) -> Option<Example> {
    let own = (tongue == Tongue::Danish).then(|| DANISH.get().get(rule.code)).flatten().cloned();
    let usual = || Example { bad: rule.bad.to_owned(), good: rule.good.to_owned() };
    own.or_else(|| (!rule.bad.is_empty()).then(usual))
}
