//! Rules on Chapter V: transfers to third countries.

pub mod transfer_incomplete;
pub mod transfer_parked;
pub mod transfer_undeclared;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[&transfer_incomplete::RULE, &transfer_parked::RULE, &transfer_undeclared::RULE];
