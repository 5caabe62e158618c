//! Activities whose parts are in the same notice.

use crate::document::Block;

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
