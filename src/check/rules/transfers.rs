//! Rules on Chapter V: transfers to third countries.

pub(crate) mod adequacy_contested;
pub(crate) mod adequacy_missing;
pub(crate) mod adequacy_mistaken;
pub(crate) mod adequacy_out_of_scope;
pub(crate) mod clauses_incomplete;
pub(crate) mod clauses_module_wrong;
pub(crate) mod derogation_closed;
pub(crate) mod derogation_unconsented;
pub(crate) mod derogation_undocumented;
pub(crate) mod eea_omitted;
pub(crate) mod ownership_unassessed;
pub(crate) mod social_media_unexplained;
pub(crate) mod territory_mistaken;
pub(crate) mod tool_expired;
pub(crate) mod transfer_denied_but_made;
pub(crate) mod transfer_denied_unknown;
pub(crate) mod transfer_incomplete;
pub(crate) mod transfer_parked;
pub(crate) mod transfer_undeclared;
pub(crate) mod transfer_vague;
pub(crate) mod transfer_within_eea;
pub(crate) mod vendor_undeclared;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &adequacy_contested::RULE,
    &adequacy_missing::RULE,
    &adequacy_mistaken::RULE,
    &adequacy_out_of_scope::RULE,
    &clauses_incomplete::RULE,
    &clauses_module_wrong::RULE,
    &derogation_closed::RULE,
    &derogation_unconsented::RULE,
    &derogation_undocumented::RULE,
    &eea_omitted::RULE,
    &ownership_unassessed::RULE,
    &social_media_unexplained::RULE,
    &territory_mistaken::RULE,
    &tool_expired::RULE,
    &transfer_denied_but_made::RULE,
    &transfer_denied_unknown::RULE,
    &transfer_incomplete::RULE,
    &transfer_parked::RULE,
    &transfer_undeclared::RULE,
    &transfer_vague::RULE,
    &transfer_within_eea::RULE,
    &vendor_undeclared::RULE,
];
