//! Rules on Articles 12–14: the information to provide to data subjects.

pub(crate) mod activity_untold;
pub(crate) mod answer_deferred;
pub(crate) mod automated_incomplete;
pub(crate) mod automated_special;
pub(crate) mod automated_unrecorded;
pub(crate) mod automated_unsaid;
pub(crate) mod basis_missing;
pub(crate) mod child_version_missing;
pub(crate) mod complaint_conditional;
pub(crate) mod information_late;
pub(crate) mod information_unrecorded;
pub(crate) mod interest_missing;
pub(crate) mod joint_unrecorded;
pub(crate) mod joint_without_essence;
pub(crate) mod law_missing;
pub(crate) mod notice_empty;
pub(crate) mod obligation_missing;
pub(crate) mod obligation_without_law;
pub(crate) mod processor_unnamed;
pub(crate) mod recipient_vague;
pub(crate) mod request_limited;
pub(crate) mod request_obstructed;
pub(crate) mod right_inapplicable;
pub(crate) mod section_empty;
pub(crate) mod source_not_public;
pub(crate) mod sources_missing;
pub(crate) mod subjects_unaddressed;
pub(crate) mod version_missing;
pub(crate) mod withdrawal_harder;
pub(crate) mod withdrawal_missing;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &activity_untold::RULE,
    &answer_deferred::RULE,
    &automated_incomplete::RULE,
    &automated_special::RULE,
    &automated_unrecorded::RULE,
    &automated_unsaid::RULE,
    &basis_missing::RULE,
    &child_version_missing::RULE,
    &complaint_conditional::RULE,
    &information_late::RULE,
    &information_unrecorded::RULE,
    &interest_missing::RULE,
    &joint_unrecorded::RULE,
    &joint_without_essence::RULE,
    &law_missing::RULE,
    &notice_empty::RULE,
    &obligation_missing::RULE,
    &obligation_without_law::RULE,
    &processor_unnamed::RULE,
    &recipient_vague::RULE,
    &request_limited::RULE,
    &request_obstructed::RULE,
    &right_inapplicable::RULE,
    &section_empty::RULE,
    &source_not_public::RULE,
    &sources_missing::RULE,
    &subjects_unaddressed::RULE,
    &version_missing::RULE,
    &withdrawal_harder::RULE,
    &withdrawal_missing::RULE,
];
