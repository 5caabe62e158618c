//! Rules on plain language and translations.

pub mod changes_unannounced;
pub mod code_in_text;
pub mod condition_opaque;
pub mod language_missing;
pub mod list_open;
pub mod paragraph_repeated;
pub mod purpose_vague;
pub mod sentence_long;
pub mod text_hard;
pub mod translation_missing;
pub mod typography_faulty;
pub mod wording_may;
pub mod wording_weak;

use crate::check::rule::Rule;

/// The rules of this group, in order of code.
pub static RULES: &[&Rule] = &[
    &changes_unannounced::RULE,
    &code_in_text::RULE,
    &condition_opaque::RULE,
    &language_missing::RULE,
    &list_open::RULE,
    &paragraph_repeated::RULE,
    &purpose_vague::RULE,
    &sentence_long::RULE,
    &text_hard::RULE,
    &translation_missing::RULE,
    &typography_faulty::RULE,
    &wording_may::RULE,
    &wording_weak::RULE,
];
