//! Rows that have another name than when the sheet was imported last, and otherwise the same cells.

use std::collections::BTreeSet;

use super::Import;
use super::entry::Entry;

/// The key of the name.
const TITLE: &str = "title";

/// The activities of a sheet that are others of the last one under a new name: the id now, and the one before. The rest of
/// the row says the same, and no other row does.
#[must_use]
pub(crate) fn renamed(now: &Import, before: &Import) -> Vec<(String, String)> {
    let alone = |one: &Import, other: &Import| -> Vec<(String, BTreeSet<(String, String)>)> {
        let has = |entry: &&Entry| !other.entries.iter().any(|own| own.id == entry.id);
        one.entries.iter().filter(has).map(|entry| (entry.id.clone(), rest(entry))).collect()
    };
    let (new, gone) = (alone(now, before), alone(before, now));
    let count = |all: &[(String, BTreeSet<_>)], cells: &BTreeSet<_>| all.iter().filter(|(_, own)| own == cells).count();
    let mut found = Vec::new();
    for (id, cells) in new.iter().filter(|(_, cells)| cells.len() > 1) {
        let is_sure = count(&new, cells) == 1 && count(&gone, cells) == 1;
        let old = gone.iter().find(|(_, own)| own == cells).filter(|_| is_sure);
        found.extend(old.map(|(old, _)| (id.clone(), old.clone())));
    }
    found
}

/// The cells of a row besides its name, each with its header.
fn rest(entry: &Entry) -> BTreeSet<(String, String)> {
    let cells = entry.placed.iter().filter(|cell| cell.key != TITLE);
    cells.map(|cell| (cell.header.clone(), cell.text.clone())).collect()
}
