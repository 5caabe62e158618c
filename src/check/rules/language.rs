//! Rules on plain language and translations.

pub(crate) mod changes_unannounced;
pub(crate) mod code_in_text;
pub(crate) mod condition_opaque;
pub(crate) mod encoding_damaged;
pub(crate) mod item_repeated;
pub(crate) mod language_missing;
pub(crate) mod list_in_text;
pub(crate) mod list_open;
pub(crate) mod markup_written;
pub(crate) mod paragraph_repeated;
pub(crate) mod placeholder_published;
pub(crate) mod purpose_vague;
pub(crate) mod sentence_long;
pub(crate) mod text_hard;
pub(crate) mod translation_missing;
pub(crate) mod typography_faulty;
pub(crate) mod wording_may;
pub(crate) mod wording_weak;

use crate::check::rule::Rule;

/// The rules of this group, sorted by code.
pub(crate) static RULES: &[&Rule] = &[
    &changes_unannounced::RULE,
    &code_in_text::RULE,
    &condition_opaque::RULE,
    &encoding_damaged::RULE,
    &item_repeated::RULE,
    &language_missing::RULE,
    &list_in_text::RULE,
    &list_open::RULE,
    &markup_written::RULE,
    &paragraph_repeated::RULE,
    &placeholder_published::RULE,
    &purpose_vague::RULE,
    &sentence_long::RULE,
    &text_hard::RULE,
    &translation_missing::RULE,
    &typography_faulty::RULE,
    &wording_may::RULE,
    &wording_weak::RULE,
];
