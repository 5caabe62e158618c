//! The rules, one file each, in groups.

pub mod consistency;
pub mod governance;
pub mod language;
pub mod links;
pub mod notice;
pub mod privacy;
pub mod record;
pub mod staleness;
pub mod transfers;

use crate::check::rule::Rule;

static GROUPS: &[&[&Rule]] = &[
    consistency::RULES,
    governance::RULES,
    language::RULES,
    links::RULES,
    notice::RULES,
    privacy::RULES,
    record::RULES,
    staleness::RULES,
    transfers::RULES,
];

/// Every rule, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GROUPS.iter().flat_map(|group| group.iter().copied())
}

/// The rule of that code, or of that number in the catalogue.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == name || rule.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name)))
}
