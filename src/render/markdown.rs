//! Renders Markdown for `git diff`: one fact per line, without line breaks inside.

use std::fmt::Write as _;

use crate::document::{Block, Document, Fact, Item};
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

/// Appends blocks as Markdown. Links to own documents get the extension `.md`; `root` is the relative path from the
/// document to the output root.
pub(crate) fn blocks(all: &[Block], root: &str, text: &mut String) {
    let mut after_list = false;
    for block in all.iter().filter(|block| !matches!(block, Block::Contents(_))) {
        let follows_list = std::mem::replace(&mut after_list, matches!(block, Block::List(_)));
        match block {
            Block::Heading(level, line, _) => heading(*level, line, root, text),
            Block::Paragraph(line) => paragraph(line, root, text),
            Block::List(items) => {
                if !follows_list {
                    begin(text);
                }
                list(items, 0, root, text);
            }
            Block::Facts(all) => facts(all, root, text),
            Block::Drawing(flow) => {
                begin(text);
                sentences(&flow.text(), root, text);
            }
            Block::Fold(inside) => blocks(inside, root, text),
            Block::Contents(_) => {}
            Block::Apart(inside) => {
                let mut own = String::new();
                blocks(inside, root, &mut own);
                apart(&own, text);
            }
        }
    }
}

/// Adds an empty line, unless it is the first block.
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

/// A question with its answer is a paragraph, with one sentence per line.
fn facts(facts: &[Fact], root: &str, text: &mut String) {
    for Fact { question, answer, anchor: _, more: _ } in facts {
        begin(text);
        runs(&question.clone().strong(), true, root, text);
        for (number, line) in answer.iter().enumerate() {
            text.push(if number == 0 { ' ' } else { '\n' });
            runs(line, number > 0, root, text);
        }
        text.push('\n');
    }
}

/// Sentences of one paragraph, one per line.
fn sentences(lines: &[Line], root: &str, text: &mut String) {
    for line in lines {
        runs(line, true, root, text);
        text.push('\n');
    }
}

/// A block set apart becomes a block quote.
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
    let Run { words, lang, link, strong, kept: _ } = run;
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

/// Appends a character of an address between `<` and `>`.
fn address(letter: char, text: &mut String) {
    match letter {
        '&' => text.push_str("&amp;"),
        '<' | '>' | '\\' | '"' => _ = write!(text, "%{:02X}", u32::from(letter)),
        _ if letter.is_control() || letter == ' ' => text.push_str("%20"),
        _ => text.push(letter),
    }
}
