//! Rules on links and references.

pub mod link_insecure;
pub mod link_unnamed;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[&link_insecure::RULE, &link_unnamed::RULE];
