//! Rules on Chapter V: transfers to third countries.

pub mod adequacy_contested;
pub mod adequacy_missing;
pub mod adequacy_out_of_scope;
pub mod clauses_incomplete;
pub mod derogation_closed;
pub mod derogation_undocumented;
pub mod eea_omitted;
pub mod ownership_unassessed;
pub mod social_media_unexplained;
pub mod territory_mistaken;
pub mod tool_expired;
pub mod transfer_denied_but_made;
pub mod transfer_incomplete;
pub mod transfer_parked;
pub mod transfer_undeclared;
pub mod transfer_vague;
pub mod vendor_undeclared;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &adequacy_contested::RULE,
    &adequacy_missing::RULE,
    &adequacy_out_of_scope::RULE,
    &clauses_incomplete::RULE,
    &derogation_closed::RULE,
    &derogation_undocumented::RULE,
    &eea_omitted::RULE,
    &ownership_unassessed::RULE,
    &social_media_unexplained::RULE,
    &territory_mistaken::RULE,
    &tool_expired::RULE,
    &transfer_denied_but_made::RULE,
    &transfer_incomplete::RULE,
    &transfer_parked::RULE,
    &transfer_undeclared::RULE,
    &transfer_vague::RULE,
    &vendor_undeclared::RULE,
];
