//! Markdown, made for `git diff`: one fact to a line, no line breaks inside it.

use std::fmt::Write as _;

use crate::document::line::{Line, Run};
use crate::document::{Block, Document, Item};
use crate::render::target;

/// A document as a Markdown file.
#[must_use]
pub fn document(document: &Document) -> String {
    let mut text = String::with_capacity(4096);
    heading(1, &document.title, "md", &mut text);
    blocks(&document.blocks, "md", &mut text);
    text
}

/// Blocks as Markdown whose links lead to files with `ending`.
pub fn blocks(blocks: &[Block], ending: &str, text: &mut String) {
    let mut after_list = false;
    for block in blocks {
        let follows_list = std::mem::replace(&mut after_list, matches!(block, Block::List(_)));
        match block {
            Block::Heading(level, line) => heading(*level, line, ending, text),
            Block::Paragraph(line) => paragraph(line, ending, text),
            Block::List(items) => {
                if !follows_list {
                    begin(text);
                }
                list(items, 0, ending, text);
            }
            Block::Apart(inside) => apart(inside, ending, text),
            Block::In(_, inside) => self::blocks(inside, ending, text),
        }
    }
}

/// An empty line before a block, where one stands before it.
fn begin(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

fn heading(level: u8, line: &Line, ending: &str, text: &mut String) {
    begin(text);
    text.push_str(&"#".repeat(usize::from(level.min(6))));
    text.push(' ');
    runs(line, ending, false, text);
    text.push('\n');
}

fn paragraph(line: &Line, ending: &str, text: &mut String) {
    begin(text);
    runs(line, ending, true, text);
    text.push('\n');
}

fn list(items: &[Item], depth: usize, ending: &str, text: &mut String) {
    for item in items {
        text.push_str(&"  ".repeat(depth));
        text.push_str("- ");
        runs(&item.line, ending, true, text);
        text.push('\n');
        list(&item.inside, depth + 1, ending, text);
    }
}

/// Blocks that are set apart stand in a quotation.
fn apart(inside: &[Block], ending: &str, text: &mut String) {
    let mut quoted = String::new();
    blocks(inside, ending, &mut quoted);
    begin(text);
    for line in quoted.lines() {
        text.push_str(if line.is_empty() { ">" } else { "> " });
        text.push_str(line);
        text.push('\n');
    }
}

fn runs(line: &Line, ending: &str, begins: bool, text: &mut String) {
    let mut at_start = begins;
    for run in &line.runs {
        self::run(run, ending, at_start, text);
        at_start = false;
    }
}

fn run(run: &Run, ending: &str, at_start: bool, text: &mut String) {
    let Run { words, lang, link, strong } = run;
    let weight = if *strong { "**" } else { "" };
    if let Some(lang) = lang {
        _ = write!(text, "<span lang=\"{lang}\">");
    }
    if link.is_some() {
        text.push('[');
    }
    text.push_str(weight);
    escape(words, at_start && link.is_none() && lang.is_none() && !strong, text);
    text.push_str(weight);
    if let Some(link) = link {
        text.push_str("](<");
        target(link, ending).chars().for_each(|letter| address(letter, text));
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

/// What Markdown can take for markup anywhere in a line.
const MARKUP: &[u8] = b"\\`*_[]<>&|~$";

/// Writes words so that Markdown reads them as nothing but words.
pub fn escape(words: &str, at_start: bool, text: &mut String) {
    if !at_start && !words.bytes().any(|byte| byte.is_ascii_control() || MARKUP.contains(&byte)) {
        text.push_str(words);
        return;
    }
    let mut start = at_start;
    let digits = if at_start { words.bytes().take_while(u8::is_ascii_digit).count() } else { 0 };
    for (index, letter) in words.char_indices() {
        let special = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '$' => true,
            '&' => is_entity(&words[index + 1..]),
            '#' | '+' | '-' | '=' | ':' => start,
            '.' | ')' => digits > 0 && index == digits,
            _ => false,
        };
        if special {
            text.push('\\');
        }
        text.push(if letter.is_control() { ' ' } else { letter });
        start = start && letter == ' ';
    }
}

/// Whether what follows an ampersand would make it a character: `amp;`, `#38;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric() || letter == '#');
    name.len() < rest.len() && name.starts_with(';')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::escape;
    use crate::render::html::fragment;

    fn shown(words: &str) -> String {
        let mut markdown = String::new();
        escape(words, true, &mut markdown);
        fragment(&markdown)
    }

    #[test]
    fn html_in_a_value_is_text() {
        assert_eq!(
            shown("<script>alert('&amp;')</script>"),
            "<p>&lt;script&gt;alert('&amp;amp;')&lt;/script&gt;</p>\n"
        );
    }

    fn as_html(words: &str) -> String {
        words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    }

    proptest! {
        #[test]
        fn words_stay_words(words in "[ -~åäöæøÅÄÖÆØé–]{0,60}") {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let expected = if words.is_empty() { String::new() } else { format!("<p>{}</p>\n", as_html(&words)) };
            prop_assert_eq!(shown(&words), expected);
        }
    }
}
