//! Rules on accountability: assessments, reviews, gaps.

pub mod authority_unknown;
pub mod gap_open;
pub mod officer_mailbox_shared;
pub mod review_overdue;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] =
    &[&authority_unknown::RULE, &gap_open::RULE, &officer_mailbox_shared::RULE, &review_overdue::RULE];
