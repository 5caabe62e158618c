//! Markdown, made for `git diff`: one fact to a line, no line breaks inside it.

use std::fmt::Write as _;

use crate::document::{Block, Document, Item};
use crate::language::line::{Line, Run};
use crate::render::words::{escape, escape_linked};
use crate::render::{Format, from_root, to_root};

/// The title of a document.
#[must_use]
pub(crate) fn title(document: &Document) -> String {
    let mut text = String::with_capacity(1024 + 256 * document.blocks.len());
    heading(1, &document.title, &to_root(&document.path), &mut text);
    text
}

/// Blocks as Markdown. Links to our own documents lead to Markdown files; `root` is the way from the document to the root
/// of the output, where their addresses begin.
pub(crate) fn blocks(all: &[Block], root: &str, text: &mut String) {
    let mut after_list = false;
    for block in all {
        let follows_list = std::mem::replace(&mut after_list, matches!(block, Block::List(_)));
        match block {
            Block::Heading(level, line) => heading(*level, line, root, text),
            Block::Paragraph(line) => paragraph(line, root, text),
            Block::List(items) => {
                if !follows_list {
                    begin(text);
                }
                list(items, 0, root, text);
            }
            Block::Apart(inside) => {
                let mut own = String::new();
                blocks(inside, root, &mut own);
                apart(&own, text);
            }
        }
    }
}

/// An empty line before a block, where one stands before it.
fn begin(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

fn heading(level: u8, line: &Line, root: &str, text: &mut String) {
    begin(text);
    text.push_str(&"######"[..usize::from(level.min(6))]);
    text.push(' ');
    runs(line, false, root, text);
    text.push('\n');
}

fn paragraph(line: &Line, root: &str, text: &mut String) {
    begin(text);
    runs(line, true, root, text);
    text.push('\n');
}

fn list(items: &[Item], depth: usize, root: &str, text: &mut String) {
    for item in items {
        (0..depth).for_each(|_| text.push_str("  "));
        text.push_str("- ");
        runs(&item.line, true, root, text);
        text.push('\n');
        list(&item.inside, depth + 1, root, text);
    }
}

/// Markdown that is set apart is a quotation.
fn apart(inside: &str, text: &mut String) {
    begin(text);
    for line in inside.lines() {
        text.push_str(if line.is_empty() { ">" } else { "> " });
        text.push_str(line);
        text.push('\n');
    }
}

fn runs(line: &Line, begins: bool, root: &str, text: &mut String) {
    let mut at_start = begins;
    for run in &line.runs {
        self::run(run, at_start, root, text);
        at_start = false;
    }
}

fn run(run: &Run, at_start: bool, root: &str, text: &mut String) {
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
        from_root(link, root, Format::Markdown).chars().for_each(|letter| address(letter, text));
        text.push_str(">)");
    }
    if lang.is_some() {
        text.push_str("</span>");
    }
}

/// A letter of an address inside `<` and `>`.
fn address(letter: char, text: &mut String) {
    match letter {
        '&' => text.push_str("&amp;"),
        '<' | '>' | '\\' | '"' => _ = write!(text, "%{:02X}", u32::from(letter)),
        _ if letter.is_control() || letter == ' ' => text.push_str("%20"),
        _ => text.push(letter),
    }
}
