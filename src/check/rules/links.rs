//! Rules on links and references.

pub(crate) mod link_insecure;
pub(crate) mod link_unaddressed;
pub(crate) mod link_unnamed;
pub(crate) mod link_without_scheme;
pub(crate) mod phone_unreadable;
pub(crate) mod reference_unresolved;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &link_insecure::RULE,
    &link_unaddressed::RULE,
    &link_unnamed::RULE,
    &link_without_scheme::RULE,
    &phone_unreadable::RULE,
    &reference_unresolved::RULE,
];
