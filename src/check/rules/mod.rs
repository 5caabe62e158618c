//! The rules, one file each.

pub mod automated_incomplete;
pub mod basis_missing;
pub mod controller_missing;
pub mod controller_not_a_controller;
pub mod data_missing;
pub mod exception_without_special;
pub mod gap_open;
pub mod interests_of_authority;
pub mod law_missing;
pub mod obligation_missing;
pub mod officer_missing;
pub mod purpose_missing;
pub mod recipients_missing;
pub mod retention_missing;
pub mod retention_without_start;
pub mod special_without_exception;
pub mod subjects_missing;
pub mod transfer_incomplete;
pub mod transfer_undeclared;
pub mod transfers_missing;
pub mod translation_missing;
pub mod withdrawal_missing;
