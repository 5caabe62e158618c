//! Special categories of data (Article 9).

use crate::model::data::{Data, Special};
use crate::vocabulary::{self, Entry, ListName};

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
