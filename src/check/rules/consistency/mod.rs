//! Rules on what contradicts itself or the law.

pub mod bases_mixed;
pub mod disclosure_denied_but_made;
pub mod erasure_unconditional;
pub mod exception_without_law;
pub mod exception_without_special;
pub mod interests_of_authority;
pub mod permanent_without_authority;
pub mod retention_unclear;
pub mod retention_vague;
pub mod retention_without_start;
pub mod right_without_reason;
pub mod special_without_exception;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &bases_mixed::RULE,
    &disclosure_denied_but_made::RULE,
    &erasure_unconditional::RULE,
    &exception_without_law::RULE,
    &exception_without_special::RULE,
    &interests_of_authority::RULE,
    &permanent_without_authority::RULE,
    &retention_unclear::RULE,
    &retention_vague::RULE,
    &retention_without_start::RULE,
    &right_without_reason::RULE,
    &special_without_exception::RULE,
];
