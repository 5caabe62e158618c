//! What a document says once, for all its activities.

use rustc_hash::FxHashSet;

use crate::model::Id;

/// What a document says once.
#[derive(Debug, Default)]
pub(crate) struct Once<'r> {
    /// The processors and systems whose details are listed once.
    pub records: FxHashSet<&'r Id>,
    /// The activities that are in the document.
    pub activities: FxHashSet<&'r Id>,
    /// The unit that is named for the whole document.
    pub unit: Option<&'r Id>,
}
