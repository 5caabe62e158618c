//! Rules on what was right once.

pub mod authority_renamed;
pub mod change_ahead;
pub mod company_renamed;
pub mod consolidation_superseded;
pub mod law_repealed;
pub mod supervisor_renamed;
pub mod term_outdated;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &authority_renamed::RULE,
    &change_ahead::RULE,
    &company_renamed::RULE,
    &consolidation_superseded::RULE,
    &law_repealed::RULE,
    &supervisor_renamed::RULE,
    &term_outdated::RULE,
];
