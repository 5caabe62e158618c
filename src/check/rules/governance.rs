//! Rules on accountability: assessments, reviews, gaps.

pub mod assessment_missing;
pub mod assessment_stale;
pub mod authority_unknown;
pub mod camera_incomplete;
pub mod case_unreferenced;
pub mod class_missing;
pub mod gap_open;
pub mod officer_mailbox_shared;
pub mod officer_not_consulted;
pub mod owner_missing;
pub mod review_missing;
pub mod review_overdue;
pub mod risk_without_consultation;
pub mod screening_missing;
pub mod sub_processors_unlisted;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &assessment_missing::RULE,
    &assessment_stale::RULE,
    &authority_unknown::RULE,
    &camera_incomplete::RULE,
    &case_unreferenced::RULE,
    &class_missing::RULE,
    &gap_open::RULE,
    &officer_mailbox_shared::RULE,
    &officer_not_consulted::RULE,
    &owner_missing::RULE,
    &review_missing::RULE,
    &review_overdue::RULE,
    &risk_without_consultation::RULE,
    &screening_missing::RULE,
    &sub_processors_unlisted::RULE,
];
