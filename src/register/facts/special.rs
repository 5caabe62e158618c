//! Special categories of data (Article 9).

use crate::model::data::{Data, Sensitivity, Special};
use crate::vocabulary::{self, Entry, ListName};

/// Whether a code of data is a national identification number (Article 87).
#[must_use]
pub(crate) fn is_identity_number(code: &str) -> bool {
    matches!(code, "national-id" | "coordination-number")
}

/// The sensitivity of data: as written, or [`Sensitivity::Criminal`] if the vocabulary says so of an item.
#[must_use]
pub(crate) fn sensitivity_of(data: &Data) -> Option<Sensitivity> {
    let codes = data.items.iter().filter_map(|item| item.word.code());
    let mut known = codes.filter_map(|code| vocabulary::entry(ListName::Data, code)).filter_map(Entry::sensitivity);
    data.sensitivity.or_else(|| known.find(|sensitivity| *sensitivity == Sensitivity::Criminal))
}

/// The special categories of a category of data: as written, or else from the vocabulary.
#[must_use]
pub(crate) fn special_of(data: &Data) -> Vec<Special> {
    if !data.special.is_unwritten() {
        return data.special.items.clone();
    }
    let codes = data.items.iter().filter_map(|item| item.word.code());
    let entries = codes.filter_map(|code| vocabulary::entry(ListName::Data, code));
    let mut special: Vec<Special> = entries.flat_map(Entry::special).collect();
    special.sort_unstable();
    special.dedup();
    special
}
