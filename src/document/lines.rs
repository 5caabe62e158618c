//! Blocks as the text of one cell of a table.

use crate::document::{Block, Item};
use crate::language::line::Line;

/// Blocks as lines of one cell.
#[must_use]
pub(crate) fn cell(blocks: &[Block]) -> String {
    let mut cell = String::new();
    blocks.iter().for_each(|block| block_lines(block, &mut cell));
    cell
}

/// Items of a list as lines of one cell.
#[must_use]
pub(crate) fn cell_of(items: &[Item]) -> String {
    let mut cell = String::new();
    items.iter().for_each(|item| item_lines(item, 0, &mut cell));
    cell
}

fn block_lines(block: &Block, cell: &mut String) {
    match block {
        Block::Heading(_, line, _) | Block::Paragraph(line) => push_line(0, line, cell),
        Block::List(items) => items.iter().for_each(|item| item_lines(item, 0, cell)),
        Block::Facts(facts) => facts.iter().for_each(|fact| {
            push_line(0, &fact.question, cell);
            fact.answer.iter().for_each(|line| push_line(1, line, cell));
        }),
        Block::Apart(inside) | Block::Fold(inside) => inside.iter().for_each(|block| block_lines(block, cell)),
        Block::Drawing(flow) => flow.text().iter().for_each(|line| push_line(0, line, cell)),
        Block::Contents(_) => {}
    }
}

fn item_lines(item: &Item, depth: usize, cell: &mut String) {
    push_line(depth, &item.line, cell);
    item.inside.iter().for_each(|inside| item_lines(inside, depth + 1, cell));
}

fn push_line(depth: usize, line: &Line, cell: &mut String) {
    if !cell.is_empty() {
        cell.push('\n');
    }
    (0..depth).for_each(|_| cell.push_str("  "));
    line.runs.iter().for_each(|run| cell.push_str(&run.words));
}
