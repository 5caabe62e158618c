//! Markdown, made for `git diff`: one fact to a line, no line breaks inside it.

use std::fmt::Write as _;

use crate::document::line::{Line, Run};
use crate::document::{Block, Document, Item};
use crate::render::target;
use crate::render::words::{escape, escape_linked};

/// A document as a Markdown file.
#[must_use]
pub fn document(document: &Document) -> String {
    let known = |block: &Block| if let Block::Rendered(known) = block { known.markdown.len() } else { 256 };
    let mut text = String::with_capacity(1024 + document.blocks.iter().map(known).sum::<usize>());
    heading(1, &document.title, &mut text);
    blocks(&document.blocks, &mut text);
    text
}

/// Blocks as Markdown. Links to our own documents lead to Markdown files.
pub fn blocks(blocks: &[Block], text: &mut String) {
    let mut after_list = false;
    for block in blocks {
        let follows_list = std::mem::replace(&mut after_list, ends_in_list(block));
        match block {
            Block::Heading(level, line) => heading(*level, line, text),
            Block::Paragraph(line) => paragraph(line, text),
            Block::List(items) => {
                if !follows_list {
                    begin(text);
                }
                list(items, 0, text);
            }
            Block::Apart(inside) => apart(inside, text),
            Block::Rendered(known) => {
                if !follows_list || !matches!(known.blocks.first(), Some(Block::List(_))) {
                    begin(text);
                }
                text.push_str(&known.markdown);
            }
        }
    }
}

fn ends_in_list(block: &Block) -> bool {
    match block {
        Block::List(_) => true,
        Block::Rendered(known) => known.blocks.last().is_some_and(ends_in_list),
        Block::Heading(..) | Block::Paragraph(_) | Block::Apart(_) => false,
    }
}

/// An empty line before a block, where one stands before it.
fn begin(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

fn heading(level: u8, line: &Line, text: &mut String) {
    begin(text);
    text.push_str(&"######"[..usize::from(level.min(6))]);
    text.push(' ');
    runs(line, false, text);
    text.push('\n');
}

fn paragraph(line: &Line, text: &mut String) {
    begin(text);
    runs(line, true, text);
    text.push('\n');
}

fn list(items: &[Item], depth: usize, text: &mut String) {
    for item in items {
        (0..depth).for_each(|_| text.push_str("  "));
        text.push_str("- ");
        runs(&item.line, true, text);
        text.push('\n');
        list(&item.inside, depth + 1, text);
    }
}

/// Blocks that are set apart stand in a quotation.
fn apart(inside: &[Block], text: &mut String) {
    let mut quoted = String::new();
    blocks(inside, &mut quoted);
    begin(text);
    for line in quoted.lines() {
        text.push_str(if line.is_empty() { ">" } else { "> " });
        text.push_str(line);
        text.push('\n');
    }
}

fn runs(line: &Line, begins: bool, text: &mut String) {
    let mut at_start = begins;
    for run in &line.runs {
        self::run(run, at_start, text);
        at_start = false;
    }
}

fn run(run: &Run, at_start: bool, text: &mut String) {
    let Run { words, lang, link, strong } = run;
    let weight = if *strong { "**" } else { "" };
    if let Some(lang) = lang {
        _ = write!(text, "<span lang=\"{lang}\">");
    }
    if link.is_some() {
        text.push('[');
    }
    text.push_str(weight);
    match link {
        Some(_) => escape_linked(words, text),
        None => escape(words, at_start && lang.is_none() && !strong, text),
    }
    text.push_str(weight);
    if let Some(link) = link {
        text.push_str("](<");
        target(link, "md").chars().for_each(|letter| address(letter, text));
        text.push_str(">)");
    }
    if lang.is_some() {
        text.push_str("</span>");
    }
}

/// A letter of an address inside `<` and `>`.
fn address(letter: char, text: &mut String) {
    match letter {
        '<' | '>' | '\\' | '&' | '"' => _ = write!(text, "%{:02X}", u32::from(letter)),
        _ if letter.is_control() || letter == ' ' => text.push_str("%20"),
        _ => text.push(letter),
    }
}
