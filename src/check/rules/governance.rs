//! Rules on accountability: assessments, reviews, gaps.

pub(crate) mod assessment_denied;
pub(crate) mod assessment_missing;
pub(crate) mod assessment_stale;
pub(crate) mod authority_unknown;
pub(crate) mod camera_incomplete;
pub(crate) mod camera_unlisted;
pub(crate) mod case_unreferenced;
pub(crate) mod class_missing;
pub(crate) mod class_out_of_scale;
pub(crate) mod date_impossible;
pub(crate) mod gap_open;
pub(crate) mod officer_mailbox_shared;
pub(crate) mod officer_not_consulted;
pub(crate) mod officer_not_independent;
pub(crate) mod owner_missing;
pub(crate) mod review_missing;
pub(crate) mod review_overdue;
pub(crate) mod risk_without_consultation;
pub(crate) mod screening_missing;
pub(crate) mod sub_processor_unapproved;
pub(crate) mod sub_processors_unlisted;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &assessment_denied::RULE,
    &assessment_missing::RULE,
    &assessment_stale::RULE,
    &authority_unknown::RULE,
    &camera_incomplete::RULE,
    &camera_unlisted::RULE,
    &case_unreferenced::RULE,
    &class_missing::RULE,
    &class_out_of_scale::RULE,
    &date_impossible::RULE,
    &gap_open::RULE,
    &officer_mailbox_shared::RULE,
    &officer_not_consulted::RULE,
    &officer_not_independent::RULE,
    &owner_missing::RULE,
    &review_missing::RULE,
    &review_overdue::RULE,
    &risk_without_consultation::RULE,
    &screening_missing::RULE,
    &sub_processor_unapproved::RULE,
    &sub_processors_unlisted::RULE,
];
