//! Rules on contradictions within the register, and with the law.

pub(crate) mod actor_not_controller;
pub(crate) mod agreement_missing;
pub(crate) mod agreement_outdated;
pub(crate) mod bases_mixed;
pub(crate) mod bases_unassigned;
pub(crate) mod basis_contradicted;
pub(crate) mod child_consents_alone;
pub(crate) mod child_unlisted;
pub(crate) mod consent_forced;
pub(crate) mod consent_invalid;
pub(crate) mod consent_unbased;
pub(crate) mod consent_under_imbalance;
pub(crate) mod data_unlisted;
pub(crate) mod disclosure_denied_but_made;
pub(crate) mod erasure_unconditional;
pub(crate) mod exception_of_associations;
pub(crate) mod exception_without_law;
pub(crate) mod exception_without_special;
pub(crate) mod further_use_untested;
pub(crate) mod identifier_unjustified;
pub(crate) mod interests_of_authority;
pub(crate) mod law_for_independent_schools;
pub(crate) mod made_public_nowhere;
pub(crate) mod permanent_without_authority;
pub(crate) mod processor_denied;
pub(crate) mod retention_against_statute;
pub(crate) mod retention_contradictory;
pub(crate) mod retention_event_form;
pub(crate) mod retention_unclear;
pub(crate) mod retention_vague;
pub(crate) mod retention_without_start;
pub(crate) mod right_misdescribed;
pub(crate) mod right_override_unwritten;
pub(crate) mod right_without_reason;
pub(crate) mod role_unset;
pub(crate) mod secrecy_unstated;
pub(crate) mod source_unlisted;
pub(crate) mod special_misclassified;
pub(crate) mod special_unflagged;
pub(crate) mod special_without_exception;
pub(crate) mod supplier_missing;
pub(crate) mod weeding_without_decision;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &actor_not_controller::RULE,
    &agreement_missing::RULE,
    &agreement_outdated::RULE,
    &bases_mixed::RULE,
    &bases_unassigned::RULE,
    &basis_contradicted::RULE,
    &child_consents_alone::RULE,
    &child_unlisted::RULE,
    &consent_forced::RULE,
    &consent_invalid::RULE,
    &consent_unbased::RULE,
    &consent_under_imbalance::RULE,
    &data_unlisted::RULE,
    &disclosure_denied_but_made::RULE,
    &erasure_unconditional::RULE,
    &exception_of_associations::RULE,
    &exception_without_law::RULE,
    &exception_without_special::RULE,
    &further_use_untested::RULE,
    &identifier_unjustified::RULE,
    &interests_of_authority::RULE,
    &law_for_independent_schools::RULE,
    &made_public_nowhere::RULE,
    &permanent_without_authority::RULE,
    &processor_denied::RULE,
    &retention_against_statute::RULE,
    &retention_contradictory::RULE,
    &retention_event_form::RULE,
    &retention_unclear::RULE,
    &retention_vague::RULE,
    &retention_without_start::RULE,
    &right_misdescribed::RULE,
    &right_override_unwritten::RULE,
    &right_without_reason::RULE,
    &role_unset::RULE,
    &secrecy_unstated::RULE,
    &source_unlisted::RULE,
    &special_misclassified::RULE,
    &special_unflagged::RULE,
    &special_without_exception::RULE,
    &supplier_missing::RULE,
    &weeding_without_decision::RULE,
];
