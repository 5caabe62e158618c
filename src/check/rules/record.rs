//! Rules on Article 30: required content of the record.

pub(crate) mod activity_duplicate;
pub(crate) mod client_unreachable;
pub(crate) mod clients_missing;
pub(crate) mod contact_indirect;
pub(crate) mod controller_missing;
pub(crate) mod controller_not_a_controller;
pub(crate) mod data_circular;
pub(crate) mod data_missing;
pub(crate) mod data_unlinked;
pub(crate) mod measures_missing;
pub(crate) mod name_twice;
pub(crate) mod officer_missing;
pub(crate) mod purpose_missing;
pub(crate) mod recipients_missing;
pub(crate) mod retention_missing;
pub(crate) mod subjects_missing;
pub(crate) mod system_missing;
pub(crate) mod transfers_missing;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &activity_duplicate::RULE,
    &client_unreachable::RULE,
    &clients_missing::RULE,
    &contact_indirect::RULE,
    &controller_missing::RULE,
    &controller_not_a_controller::RULE,
    &data_circular::RULE,
    &data_missing::RULE,
    &data_unlinked::RULE,
    &measures_missing::RULE,
    &name_twice::RULE,
    &officer_missing::RULE,
    &purpose_missing::RULE,
    &recipients_missing::RULE,
    &retention_missing::RULE,
    &subjects_missing::RULE,
    &system_missing::RULE,
    &transfers_missing::RULE,
];
