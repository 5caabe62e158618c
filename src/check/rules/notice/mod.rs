//! Rules on Articles 12–14: what the person must be told.

pub mod automated_incomplete;
pub mod basis_missing;
pub mod interest_missing;
pub mod joint_without_essence;
pub mod law_missing;
pub mod notice_empty;
pub mod obligation_missing;
pub mod sources_missing;
pub mod withdrawal_missing;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &automated_incomplete::RULE,
    &basis_missing::RULE,
    &interest_missing::RULE,
    &joint_without_essence::RULE,
    &law_missing::RULE,
    &notice_empty::RULE,
    &obligation_missing::RULE,
    &sources_missing::RULE,
    &withdrawal_missing::RULE,
];
