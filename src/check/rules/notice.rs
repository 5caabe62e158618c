//! Rules on Articles 12–14: what the person must be told.

pub mod answer_deferred;
pub mod automated_incomplete;
pub mod automated_special;
pub mod automated_unsaid;
pub mod basis_missing;
pub mod child_version_missing;
pub mod complaint_conditional;
pub mod information_unrecorded;
pub mod interest_missing;
pub mod joint_without_essence;
pub mod law_missing;
pub mod notice_empty;
pub mod obligation_missing;
pub mod processor_unnamed;
pub mod recipient_vague;
pub mod request_limited;
pub mod request_obstructed;
pub mod right_inapplicable;
pub mod section_empty;
pub mod source_not_public;
pub mod sources_missing;
pub mod version_missing;
pub mod withdrawal_harder;
pub mod withdrawal_missing;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &answer_deferred::RULE,
    &automated_incomplete::RULE,
    &automated_special::RULE,
    &automated_unsaid::RULE,
    &basis_missing::RULE,
    &child_version_missing::RULE,
    &complaint_conditional::RULE,
    &information_unrecorded::RULE,
    &interest_missing::RULE,
    &joint_without_essence::RULE,
    &law_missing::RULE,
    &notice_empty::RULE,
    &obligation_missing::RULE,
    &processor_unnamed::RULE,
    &recipient_vague::RULE,
    &request_limited::RULE,
    &request_obstructed::RULE,
    &right_inapplicable::RULE,
    &section_empty::RULE,
    &source_not_public::RULE,
    &sources_missing::RULE,
    &version_missing::RULE,
    &withdrawal_harder::RULE,
    &withdrawal_missing::RULE,
];
