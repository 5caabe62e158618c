//! Rules on Articles 12–14: what the person must be told.

pub mod answer_deferred;
pub mod automated_incomplete;
pub mod basis_missing;
pub mod complaint_conditional;
pub mod interest_missing;
pub mod joint_without_essence;
pub mod law_missing;
pub mod notice_empty;
pub mod obligation_missing;
pub mod recipient_vague;
pub mod request_limited;
pub mod request_obstructed;
pub mod source_not_public;
pub mod sources_missing;
pub mod withdrawal_missing;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &answer_deferred::RULE,
    &automated_incomplete::RULE,
    &basis_missing::RULE,
    &complaint_conditional::RULE,
    &interest_missing::RULE,
    &joint_without_essence::RULE,
    &law_missing::RULE,
    &notice_empty::RULE,
    &obligation_missing::RULE,
    &recipient_vague::RULE,
    &request_limited::RULE,
    &request_obstructed::RULE,
    &source_not_public::RULE,
    &sources_missing::RULE,
    &withdrawal_missing::RULE,
];
