//! Renders blocks as HTML elements. `tests/output/elements.rs` compares them with the HTML that a Markdown parser
//! makes of the same blocks.

use std::fmt::Write as _;

use crate::document::anchor::Anchor;
use crate::document::{Block, Fact, Item};
use crate::language::line::{Line, Run};
use crate::render::{Format, contents, drawing, from_root};

/// Appends blocks to a page. `root` is the relative path from the document to the output root, to which addresses of
/// own documents are relative.
pub(crate) fn blocks(blocks: &[Block], root: &str, page: &mut String) {
    Writer { all: blocks, root, has_fold: false }.blocks(blocks, page);
}

/// Writes the blocks of a page.
struct Writer<'b> {
    /// All blocks of the page, among which links lead.
    all: &'b [Block],
    root: &'b str,
    /// Whether there is a fold already. The first one is open, so that a reader sees what a fold holds.
    has_fold: bool,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block], page: &mut String) {
        // Adjacent lists are one list, as in Markdown.
        for group in blocks.chunk_by(|one, next| is_list(one) && is_list(next)) {
            match group {
                [Block::Heading(level, line, anchor)] => heading(*level, line, (anchor, self.root), page),
                [Block::Paragraph(line)] => {
                    page.push_str("<p>");
                    runs(line, self.root, page);
                    page.push_str("</p>\n");
                }
                [Block::Apart(inside)] => {
                    page.push_str("<div class=\"apart\">\n");
                    self.blocks(inside, page);
                    page.push_str("</div>\n");
                }
                [Block::Facts(all)] => self.facts(all, page),
                [Block::Fold(inside)] => self.fold(inside, page),
                [Block::Drawing(flow)] => drawing::figure(flow, self.root, page),
                [Block::Contents(name)] => contents::folded(name, self.all, page),
                lists => list(lists.iter().flat_map(items), self.root, page),
            }
        }
    }

    /// A heading and what is below it. The id is that of the content: a browser opens a fold when a link leads into it,
    /// and not when it leads to its heading.
    fn fold(&mut self, blocks: &[Block], page: &mut String) {
        let [Block::Heading(level, line, anchor), inside @ ..] = blocks else { return self.blocks(blocks, page) };
        let is_first = !std::mem::replace(&mut self.has_fold, true);
        page.push_str(if is_first { "<details open>\n<summary>\n" } else { "<details>\n<summary>\n" });
        heading(*level, line, (&Anchor::default(), self.root), page);
        page.push_str("</summary>\n<div");
        id(anchor, page);
        page.push_str(">\n");
        self.blocks(inside, page);
        page.push_str("</div></details>\n");
    }

    /// Questions with their answers, one paragraph for each sentence. A question leads to where the page tells more.
    fn facts(&self, facts: &[Fact], page: &mut String) {
        page.push_str("<dl>\n");
        for Fact { question, answer, anchor, more } in facts {
            let more = more.iter().find(|more| contents::has(self.all, more));
            page.push_str("<div");
            id(anchor, page);
            page.push_str("><dt>");
            more.iter().for_each(|more| _ = write!(page, "<a href=\"#{more}\">"));
            runs(question, self.root, page);
            page.push_str(if more.is_some() { "</a></dt><dd>" } else { "</dt><dd>" });
            for line in answer {
                page.push_str("<p>");
                runs(line, self.root, page);
                page.push_str("</p>");
            }
            page.push_str("</dd></div>\n");
        }
        page.push_str("</dl>\n");
    }
}

fn is_list(block: &Block) -> bool {
    matches!(block, Block::List(_))
}

fn items(block: &Block) -> &[Item] {
    match block {
        Block::List(items) => items,
        _ => &[],
    }
}

fn heading(level: u8, line: &Line, (anchor, root): (&Anchor, &str), page: &mut String) {
    let level = level.min(6);
    _ = write!(page, "<h{level}");
    id(anchor, page);
    page.push('>');
    runs(line, root, page);
    _ = writeln!(page, "</h{level}>");
}

/// The attribute `id`, if there is one.
fn id(anchor: &Anchor, page: &mut String) {
    if !anchor.is_empty() {
        page.push_str(" id=\"");
        escape(anchor.as_str(), page);
        page.push('"');
    }
}

fn list<'i>(items: impl Iterator<Item = &'i Item>, root: &str, page: &mut String) {
    page.push_str("<ul>\n");
    for Item { line, inside, role: _ } in items {
        page.push_str("<li>");
        runs(line, root, page);
        if !inside.is_empty() {
            page.push('\n');
            list(inside.iter(), root, page);
        }
        page.push_str("</li>\n");
    }
    page.push_str("</ul>\n");
}

/// Appends a line: runs with language, link and emphasis.
pub(crate) fn runs(line: &Line, root: &str, page: &mut String) {
    for Run { words, lang, link, strong, kept: _ } in &line.runs {
        lang.iter().for_each(|lang| _ = write!(page, "<span lang=\"{lang}\">"));
        link.iter().for_each(|link| {
            page.push_str("<a href=\"");
            address(&from_root(link, root, Format::Html), page);
            page.push_str("\">");
        });
        page.push_str(if *strong { "<strong>" } else { "" });
        escape(words, page);
        page.push_str(if *strong { "</strong>" } else { "" });
        page.push_str(if link.is_some() { "</a>" } else { "" });
        page.push_str(if lang.is_some() { "</span>" } else { "" });
    }
}

/// Appends escaped text.
pub(crate) fn escape(words: &str, page: &mut String) {
    let mut copied = 0;
    for (index, byte) in words.bytes().enumerate() {
        let written = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ if byte.is_ascii_control() => " ",
            _ => continue,
        };
        page.push_str(&words[copied..index]);
        page.push_str(written);
        copied = index + 1;
    }
    page.push_str(&words[copied..]);
}

/// Appends an address as an attribute value, percent-encoded (RFC 3986).
pub(crate) fn address(address: &str, page: &mut String) {
    for byte in address.bytes() {
        match byte {
            b'&' => page.push_str("&amp;"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => page.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'~' | b'!' | b'*' | b'(' | b')' | b';' | b':' | b'@' | b'=' | b'+' | b'$' | b','
            | b'/' | b'?' | b'%' | b'#' => page.push(char::from(byte)),
            _ => _ = write!(page, "%{byte:02X}"),
        }
    }
}
