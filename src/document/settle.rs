//! Takes out of a document what is not settled, and says what it is about.

use crate::document::{Block, Item, Open, Role};
use crate::language::line::Line;

/// Takes what is not settled out of blocks that stay lists.
pub(crate) fn settle(blocks: Vec<Block>, open: &mut Vec<Open>) -> Vec<Block> {
    let mut settled = Vec::new();
    for block in blocks {
        match block {
            Block::List(items) => {
                let items = settled_items(items, &Line::default(), open);
                let is_led = settled.last().is_some_and(is_lead);
                if items.is_empty() && is_led {
                    settled.pop();
                }
                settled.extend(crate::document::list(items));
            }
            Block::Apart(inside) => settled.push(Block::Apart(settle(inside, open))),
            Block::Fold(inside) => settled.push(Block::Fold(settle(inside, open))),
            other => settled.push(other),
        }
    }
    settled
}

/// Whether a block is a sentence that leads to a list.
#[must_use]
pub(crate) fn is_lead(block: &Block) -> bool {
    matches!(block, Block::Paragraph(line) if line.plain().ends_with(':'))
}

fn settled_items(items: Vec<Item>, of: &Line, open: &mut Vec<Open>) -> Vec<Item> {
    let mut settled = Vec::new();
    for Item { line, inside, role } in items {
        match role {
            Role::Gap(gap) => {
                let gap = named(*gap, of);
                settled.extend(settled_items(inside, &gap.of.clone(), open));
                open.push(gap);
            }
            role => {
                let leads = leads(&line, &inside);
                let inside = settled_items(inside, &name_of(&role, &line, of), open);
                if !leads || !inside.is_empty() {
                    settled.push(Item { line, inside, role });
                }
            }
        }
    }
    settled
}

/// Whether a line leads to the lines below it.
pub(super) fn leads(line: &Line, inside: &[Item]) -> bool {
    line.plain().ends_with(':') && !inside.is_empty()
}

/// A gap with the name of what it is about, if it has none.
pub(super) fn named(open: Open, of: &Line) -> Open {
    let of = if open.of.is_empty() { of.clone() } else { open.of };
    Open { of, ..open }
}

/// The name of what is below a line, where the line itself is about `of`. A line with a label is no name, nor is a
/// lead.
pub(super) fn name_of(role: &Role, line: &Line, of: &Line) -> Line {
    let is_name = |line: &Line| !line.plain().contains(": ") && !line.plain().ends_with(':');
    match role {
        Role::Word if is_name(line) => line.clone(),
        Role::Statement(name) => name.clone(),
        Role::Gap(open) if !open.of.is_empty() => open.of.clone(),
        Role::Word | Role::Detail | Role::Sentence | Role::Gap(_) => of.clone(),
    }
}
