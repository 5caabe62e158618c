//! The contents of a page: links to its headings.

use std::fmt::Write as _;

use crate::document::Block;
use crate::document::anchor::Anchor;
use crate::language::line::{Line, Run};
use crate::render::elements::{address, runs};

/// The fewest headings that a page lists.
const FEWEST: usize = 3;

/// Appends the contents as a fold, for narrow windows.
pub(crate) fn folded(name: &Line, blocks: &[Block], page: &mut String) {
    let links = links(blocks);
    if !links.is_empty() {
        page.push_str("<nav class=\"contents narrow\">\n<details>\n<summary>");
        runs(name, "", page);
        _ = writeln!(page, "</summary>\n{links}</details>\n</nav>");
    }
}

/// The contents beside the page, for wide windows; empty if the page has none.
#[must_use]
pub(crate) fn beside(blocks: &[Block]) -> String {
    let mut page = String::new();
    let name = blocks.iter().find_map(|block| match block {
        Block::Contents(name) => Some(name),
        _ => None,
    });
    let links = if name.is_some() { links(blocks) } else { String::new() };
    if let Some(name) = name.filter(|_| !links.is_empty()) {
        page.push_str("<nav class=\"contents wide\">\n<div>\n<p>");
        runs(name, "", &mut page);
        _ = writeln!(page, "</p>\n{links}</div>\n</nav>");
    }
    page
}

/// Whether a link in the page can lead to this id.
#[must_use]
pub(crate) fn has(blocks: &[Block], id: &str) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading(_, _, anchor) => anchor.as_str() == id,
        Block::Facts(facts) => facts.iter().any(|fact| fact.anchor.as_str() == id),
        Block::Fold(inside) | Block::Apart(inside) => has(inside, id),
        Block::Paragraph(_) | Block::List(_) | Block::Drawing(_) | Block::Contents(_) => false,
    })
}

/// A list of links to the headings of level 2, with the folds below each. Empty if there are few.
fn links(blocks: &[Block]) -> String {
    let mut page = String::new();
    let mut count = 0;
    let mut has_folds = false;
    for block in blocks {
        let (line, anchor, is_fold) = match block {
            Block::Heading(2, line, anchor) => (line, anchor, false),
            Block::Fold(inside) => match inside.first() {
                Some(Block::Heading(_, line, anchor)) => (line, anchor, true),
                _ => continue,
            },
            _ => continue,
        };
        page.push_str(match (count, has_folds, is_fold) {
            (0, _, _) => "<ol>\n",
            (_, false, true) => "\n<ol>\n",
            (_, true, false) => "</li>\n</ol></li>\n",
            _ => "</li>\n",
        });
        link(line, anchor, &mut page);
        has_folds = is_fold;
        count += 1;
    }
    if count < FEWEST {
        return String::new();
    }
    page.push_str(if has_folds { "</li>\n</ol></li>\n</ol>\n" } else { "</li>\n</ol>\n" });
    page
}

/// Begins an item with a link to a heading.
fn link(line: &Line, anchor: &Anchor, page: &mut String) {
    page.push_str("<li><a href=\"#");
    address(anchor.as_str(), page);
    page.push_str("\">");
    let plain = |run: &Run| Run { link: None, strong: false, ..run.clone() };
    runs(&Line { runs: line.runs.iter().map(plain).collect() }, "", page);
    page.push_str("</a>");
}
