//! What an activity says in a part, as entries that can be compared with those of other activities.

use crate::document::prose::prose;
use crate::document::scene::Scene;
use crate::document::settle::is_lead;
use crate::document::{Block, Item, Role};
use crate::language::line::Line;

/// One statement: a paragraph, an item of a list, or a list with the sentence that leads to it.
pub(super) type Entry = Vec<Block>;

/// The entries of blocks, without what is not settled.
#[must_use]
pub(super) fn entries(blocks: Vec<Block>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for block in blocks {
        let is_led = entries.last().is_some_and(|last| matches!(last.as_slice(), [only] if is_lead(only)));
        match block {
            Block::List(items) if is_led => {
                let items: Vec<Item> = items.into_iter().filter(is_said).collect();
                let lead = entries.pop().unwrap_or_default();
                if !items.is_empty() {
                    entries.push(lead.into_iter().chain([Block::List(items)]).collect());
                }
            }
            Block::List(items) => {
                entries.extend(items.into_iter().filter(is_said).map(|item| vec![Block::List(vec![item])]));
            }
            other => entries.push(vec![other]),
        }
    }
    entries
}

/// Whether an item says more than that something is not settled.
fn is_said(item: &Item) -> bool {
    match &item.role {
        Role::Gap(gap) => gap.in_place || !item.inside.is_empty(),
        Role::Word | Role::Detail | Role::Sentence | Role::Statement(_) => true,
    }
}

/// The sentences of entries. Items that follow one another are one list.
#[must_use]
pub(super) fn text(scene: &Scene, entries: &[Entry]) -> Vec<Line> {
    let mut blocks: Vec<Block> = Vec::new();
    for entry in entries {
        match (entry.as_slice(), blocks.last_mut()) {
            ([Block::List(items)], Some(Block::List(known))) => known.extend(items.iter().cloned()),
            _ => blocks.extend(entry.iter().cloned()),
        }
    }
    prose(scene, blocks).lines
}

/// The number of words of entries.
#[must_use]
pub(super) fn words(scene: &Scene, entries: &[Entry]) -> usize {
    text(scene, entries).iter().map(count).sum()
}

/// The number of words of a line.
#[must_use]
pub(super) fn count(line: &Line) -> usize {
    line.plain().split_whitespace().count()
}
