//! Rules on outdated content.

pub(crate) mod authority_renamed;
pub(crate) mod change_ahead;
pub(crate) mod company_renamed;
pub(crate) mod consolidation_superseded;
pub(crate) mod law_ahead;
pub(crate) mod law_repealed;
pub(crate) mod supervisor_renamed;
pub(crate) mod term_outdated;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &authority_renamed::RULE,
    &change_ahead::RULE,
    &company_renamed::RULE,
    &consolidation_superseded::RULE,
    &law_ahead::RULE,
    &law_repealed::RULE,
    &supervisor_renamed::RULE,
    &term_outdated::RULE,
];
