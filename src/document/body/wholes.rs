//! Activities whose parts are in the same notice.

use crate::document::Block;
use crate::model::activity::Activity;

/// Whether an activity is a part of another.
pub(super) fn is_part_of(child: &Activity, parent: &Activity) -> bool {
    child.part_of.as_ref().is_some_and(|of| of.id == parent.id)
}

/// Whether the blocks of a child say what those of its parent say: each of them, or each of its items.
pub(super) fn holds(child: &[Block], parent: &[Block]) -> bool {
    parent.iter().all(|block| match block {
        Block::List(items) => child.iter().any(|other| match other {
            Block::List(others) => items.iter().all(|item| others.contains(item)),
            _ => false,
        }),
        _ => child.contains(block),
    })
}
