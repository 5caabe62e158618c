//! Rules on what contradicts itself or the law.

pub mod actor_not_controller;
pub mod agreement_missing;
pub mod agreement_outdated;
pub mod bases_mixed;
pub mod bases_unassigned;
pub mod child_consents_alone;
pub mod child_unlisted;
pub mod consent_under_imbalance;
pub mod disclosure_denied_but_made;
pub mod erasure_unconditional;
pub mod exception_without_law;
pub mod exception_without_special;
pub mod further_use_untested;
pub mod identifier_unjustified;
pub mod interests_of_authority;
pub mod law_for_independent_schools;
pub mod permanent_without_authority;
pub mod retention_against_statute;
pub mod retention_contradictory;
pub mod retention_unclear;
pub mod retention_vague;
pub mod retention_without_start;
pub mod right_override_unwritten;
pub mod right_without_reason;
pub mod role_unset;
pub mod special_misclassified;
pub mod special_unflagged;
pub mod special_without_exception;
pub mod supplier_missing;
pub mod weeding_without_decision;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &actor_not_controller::RULE,
    &agreement_missing::RULE,
    &agreement_outdated::RULE,
    &bases_mixed::RULE,
    &bases_unassigned::RULE,
    &child_consents_alone::RULE,
    &child_unlisted::RULE,
    &consent_under_imbalance::RULE,
    &disclosure_denied_but_made::RULE,
    &erasure_unconditional::RULE,
    &exception_without_law::RULE,
    &exception_without_special::RULE,
    &further_use_untested::RULE,
    &identifier_unjustified::RULE,
    &interests_of_authority::RULE,
    &law_for_independent_schools::RULE,
    &permanent_without_authority::RULE,
    &retention_against_statute::RULE,
    &retention_contradictory::RULE,
    &retention_unclear::RULE,
    &retention_vague::RULE,
    &retention_without_start::RULE,
    &right_override_unwritten::RULE,
    &right_without_reason::RULE,
    &role_unset::RULE,
    &special_misclassified::RULE,
    &special_unflagged::RULE,
    &special_without_exception::RULE,
    &supplier_missing::RULE,
    &weeding_without_decision::RULE,
];
