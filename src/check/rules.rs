//! The rules, one file each, in groups.

pub(crate) mod consistency;
pub(crate) mod governance;
pub(crate) mod language;
pub(crate) mod links;
pub(crate) mod notice;
pub(crate) mod privacy;
pub(crate) mod record;
pub(crate) mod staleness;
pub(crate) mod transfers;

use crate::check::rule::Rule;

static GROUPS: &[(&str, &[&Rule])] = &[
    ("consistency", consistency::RULES),
    ("governance", governance::RULES),
    ("language", language::RULES),
    ("links", links::RULES),
    ("notice", notice::RULES),
    ("privacy", privacy::RULES),
    ("record", record::RULES),
    ("staleness", staleness::RULES),
    ("transfers", transfers::RULES),
];

/// Every rule, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GROUPS.iter().flat_map(|(_, rules)| rules.iter().copied())
}

/// The names of the groups, in order.
pub(crate) fn groups() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().map(|(name, _)| *name)
}

/// The group of the rule with that code.
#[must_use]
pub fn group_of(code: &str) -> Option<&'static str> {
    let holds = |rules: &[&Rule]| rules.iter().any(|rule| rule.code == code);
    GROUPS.iter().find(|(_, rules)| holds(rules)).map(|(name, _)| *name)
}

/// The rule with that code, or with that number in the catalogue.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.code == name || rule.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name)))
}
