//! Rules on plain language and translations.

pub mod language_missing;
pub mod translation_missing;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[&language_missing::RULE, &translation_missing::RULE];
