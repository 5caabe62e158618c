//! Rules on accountability: assessments, reviews, gaps.

pub mod authority_unknown;
pub mod gap_open;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[&authority_unknown::RULE, &gap_open::RULE];
