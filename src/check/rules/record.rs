//! Rules on Article 30: what the record must hold.

pub mod activity_duplicate;
pub mod clients_missing;
pub mod controller_missing;
pub mod controller_not_a_controller;
pub mod data_circular;
pub mod data_missing;
pub mod data_unlinked;
pub mod measures_missing;
pub mod officer_missing;
pub mod purpose_missing;
pub mod recipients_missing;
pub mod retention_missing;
pub mod subjects_missing;
pub mod system_missing;
pub mod transfers_missing;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &activity_duplicate::RULE,
    &clients_missing::RULE,
    &controller_missing::RULE,
    &controller_not_a_controller::RULE,
    &data_circular::RULE,
    &data_missing::RULE,
    &data_unlinked::RULE,
    &measures_missing::RULE,
    &officer_missing::RULE,
    &purpose_missing::RULE,
    &recipients_missing::RULE,
    &retention_missing::RULE,
    &subjects_missing::RULE,
    &system_missing::RULE,
    &transfers_missing::RULE,
];
