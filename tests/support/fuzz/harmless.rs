//! Checks that no value affects a published or printed file.

use std::sync::LazyLock;

use html5ever::tendril::TendrilSink;
use html5ever::{Attribute, ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use regex::Regex;
use ropa::internals::visible;

/// The elements of our pages and our Markdown. No text of a register adds another.
const ELEMENTS: [&str; 47] = [
    "a",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "img",
    "input",
    "label",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "script",
    "span",
    "strong",
    "style",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];
/// The elements of a drawing, which is only in a figure and has no others.
const DRAWN: [&str; 5] = ["g", "path", "rect", "svg", "text"];
/// Their attributes.
const ATTRIBUTES: [&str; 38] = [
    "action",
    "alt",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "autocomplete",
    "charset",
    "class",
    "content",
    "d",
    "data-found",
    "data-label",
    "data-none",
    "data-one",
    "data-place",
    "data-shown",
    "data-sort",
    "for",
    "height",
    "hidden",
    "href",
    "hreflang",
    "http-equiv",
    "id",
    "lang",
    "name",
    "open",
    "rel",
    "role",
    "rx",
    "scope",
    "src",
    "tabindex",
    "type",
    "viewBox",
    "width",
    "x",
    "y",
];
/// The pictures that a page holds itself: its icon, and the logo of the settings.
const PICTURES: [&str; 4] =
    ["data:image/svg+xml,%3Csvg%20", "data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];
/// The allowed schemes of links; an address without one is relative to the page.
const SCHEMES: [&str; 5] = ["", "http", "https", "mailto", "tel"];

/// A page has only our elements, attributes and links.
#[track_caller]
pub(crate) fn html(name: &str, text: &str) {
    holds_only_ours(name, &parse_document(RcDom::default(), ParseOpts::default()).one(text).document, "");
}

/// The HTML in a Markdown file, for readers that allow it, is only ours, and so are its links. No value makes an
/// image, or is interpreted by a forge outside our links.
#[track_caller]
pub(crate) fn markdown(name: &str, text: &str) {
    let mut let_through = String::new();
    let (mut stretches, mut links) = (vec![String::new()], 0);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => {
                if links == 0 {
                    stretches.last_mut().unwrap().push_str(&text);
                }
                continue;
            }
            Event::Html(html) | Event::InlineHtml(html) => let_through.push_str(&html),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(leads_somewhere(&dest_url), "{name} leads to {dest_url}");
                links += 1;
            }
            Event::End(TagEnd::Link) => links -= 1,
            Event::Start(Tag::Image { dest_url, .. }) => panic!("{name} shows {dest_url}"),
            _ => {}
        }
        stretches.push(String::new());
    }
    html(name, &let_through);
    dead(name, &stretches);
}

/// What a forge interprets: a mention, a number, an address, its markup.
static LIVE: LazyLock<Regex> = LazyLock::new(|| {
    let live = concat!(
        r#"(?i)@[a-z0-9_]|#\d|\bgh-\d|[a-z][a-z0-9+.-]*://|\bwww\.|:[a-z0-9_+-]+:|\[[a-z^_ !]|[!&]\d|[%~]["a-z0-9]|"#,
        r#"\$\S|\{[+-]|\*iteration:"#
    );
    Regex::new(live).unwrap()
});

/// No text node contains anything that a forge interprets.
#[track_caller]
pub(crate) fn dead(name: &str, stretches: &[String]) {
    for stretch in stretches {
        let found = LIVE.find(stretch).map(|found| found.as_str());
        let found = found.or_else(|| stretch.split(|letter: char| !is_of_word(letter)).find(|word| is_commit(word)));
        assert!(found.is_none(), "{name}: {found:?} in {stretch}");
    }
}

#[track_caller]
fn holds_only_ours(name: &str, node: &Handle, inside: &str) {
    let mut inside = inside.to_owned();
    match &node.data {
        NodeData::Element { name: tag, attrs, .. } => {
            let tag = &*tag.local;
            if tag == "script" && inside.is_empty() {
                return assert!(is_script_of_ours(node, &attrs.borrow()), "{name} runs something else");
            }
            let is_ours = match inside.as_str() {
                "svg" => DRAWN.contains(&tag),
                "figure" => tag == "p" || tag == "span" || tag == "svg",
                _ => ELEMENTS.contains(&tag),
            };
            assert!(is_ours, "{name} holds <{tag}> in <{inside}>");
            if ["figure", "svg"].contains(&tag) {
                tag.clone_into(&mut inside);
            }
            for attribute in attrs.borrow().iter() {
                let (key, value) = (&*attribute.name.local, &*attribute.value);
                assert!(ATTRIBUTES.contains(&key), "{name} holds {key}={value} in <{tag}>");
                let is_picture = key == "src" || tag == "link" && value.starts_with("data:");
                let is_held = PICTURES.iter().any(|picture| value.starts_with(picture));
                assert!(!is_picture || is_held, "{name} shows {value}");
                assert!(key != "action" || value.ends_with("/search.html"), "{name} sends a form to {value}");
                assert!(key != "href" || is_picture || leads_somewhere(value), "{name} leads to {value}");
            }
        }
        NodeData::Comment { contents } => assert!(is_ours(contents), "{name} holds the comment {contents}"),
        NodeData::ProcessingInstruction { contents, .. } => panic!("{name} holds the instruction {contents}"),
        NodeData::Document | NodeData::Doctype { .. } | NodeData::Text { .. } => {}
    }
    node.children.borrow().iter().for_each(|child| holds_only_ours(name, child, &inside));
}

/// Whether a script is the one file of the output folder, or the index of the search, which is data.
fn is_script_of_ours(node: &Handle, attributes: &[Attribute]) -> bool {
    match attributes {
        [only] if &*only.name.local == "src" => {
            only.value.trim_start_matches("../") == "script.js" && node.children.borrow().is_empty()
        }
        attributes => attributes.iter().any(|own| &*own.name.local == "type" && &*own.value == "application/json"),
    }
}

/// Whether a comment is ours: the empty one that separates a word, the key of an item of the to-do list, or the
/// checksum of the list.
fn is_ours(comment: &str) -> bool {
    if comment == " " {
        return true;
    }
    let digits = comment.trim().trim_start_matches("ropa todo ");
    digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether an address has an allowed scheme, as a browser reads it: ignoring white space, line ends and case.
fn leads_somewhere(address: &str) -> bool {
    let plain: String = address.chars().filter(|letter| *letter > ' ').collect();
    let before = plain.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = before.split_once(':').map_or("", |(scheme, _)| scheme);
    SCHEMES.contains(&scheme.to_ascii_lowercase().as_str())
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether a word may be a commit id: 7 to 40 hexadecimal digits, not all of them decimal.
fn is_commit(word: &str) -> bool {
    (7..=40).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_hexdigit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// The rows of a CSV table, which has the mark of UTF-8 and semicolons if it is for people.
pub(crate) fn rows(bytes: &[u8]) -> Vec<Result<csv::StringRecord, csv::Error>> {
    let (delimiter, bytes) = match bytes.strip_prefix("\u{FEFF}".as_bytes()) {
        Some(rest) => (b';', rest),
        None => (b',', bytes),
    };
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(bytes).records().collect()
}

/// A CSV table has complete rows, and no piece of it is a formula, however a spreadsheet splits it.
#[track_caller]
pub(crate) fn table(name: &str, bytes: &[u8]) {
    for row in rows(bytes) {
        assert!(row.is_ok(), "{name}: {row:?}");
    }
    let formula = |piece: &str| {
        let piece = piece.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '"');
        piece.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    };
    let text = String::from_utf8_lossy(bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes));
    for separator in [',', ';', '\t', '"', '\n', '\r'] {
        let live = text.split(separator).find(|piece| formula(piece));
        assert!(live.is_none(), "{name} split at {separator:?}: {live:?}");
    }
}

/// Text in a file has no control characters except tabs and line ends.
#[track_caller]
pub(crate) fn plain(name: &str, text: &str) {
    let found = text.chars().find(|letter| letter.is_control() && !matches!(letter, '\n' | '\t' | '\r'));
    assert!(found.is_none(), "{name} holds {found:?}");
}

/// Text for a terminal has no control sequences except styles.
#[track_caller]
pub(crate) fn printed(name: &str, text: &str) {
    for (index, piece) in visible::styled(text).split('\u{1B}').enumerate() {
        let rest = if index == 0 { Some(piece) } else { piece.split_once('m').map(|(_, rest)| rest) };
        let is_style = index == 0 || piece.starts_with('[');
        let found = rest
            .and_then(|rest| rest.chars().find(|letter| visible::steers(*letter) && !matches!(letter, '\n' | '\t')));
        assert!(is_style && found.is_none(), "{name} steers a terminal: {piece:?}");
    }
}

/// Checks machine-readable data.
pub(crate) struct Data;

impl Data {
    /// JSON is valid.
    #[track_caller]
    pub(crate) fn json(bytes: &[u8]) {
        let read = serde_json::from_slice::<serde_json::Value>(bytes);
        assert!(read.is_ok(), "{read:?} in {}", String::from_utf8_lossy(bytes));
    }

    /// XML is well-formed: every element ends.
    #[track_caller]
    pub(crate) fn xml(text: &str) {
        let mut reader = quick_xml::Reader::from_str(text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => return,
                Ok(_) => {}
                Err(fault) => panic!("{fault} in {text}"),
            }
        }
    }
}
