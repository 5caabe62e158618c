//! Rules on links and references.

pub mod link_insecure;
pub mod link_unnamed;
pub mod link_without_scheme;
pub mod phone_unreadable;
pub mod reference_unresolved;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &link_insecure::RULE,
    &link_unnamed::RULE,
    &link_without_scheme::RULE,
    &phone_unreadable::RULE,
    &reference_unresolved::RULE,
];
