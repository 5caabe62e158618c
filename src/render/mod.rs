//! Documents to bytes: Markdown, HTML, CSV, JSON.

pub mod csv;
pub mod entries;
pub mod html;
pub mod json;
pub mod markdown;
pub mod words;

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::document::scene::ROOT;

/// A file that is to be: its address below the output folder and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The address, with `/` between its parts.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Parts the words of a value in Markdown; a page does without it. No value can write it: its `<` is escaped.
pub const GUARD: &str = "<!-- -->";

/// Where a link of a document leads in files with this ending: addresses of our own documents have no ending.
#[must_use]
pub fn target(link: &str, ending: &str) -> String {
    if leads_out(link) {
        return link.to_owned();
    }
    // What stands before a colon in the first part of a relative address would be a scheme: `javascript:`.
    let first = link.split('/').next().unwrap_or(link);
    let here = if first.contains(':') { "./" } else { "" };
    let is_document = !link.ends_with(".csv") && !link.ends_with(".json");
    if is_document { format!("{here}{link}.{ending}") } else { format!("{here}{link}") }
}

/// Whether a link leads to somebody else, by one of the schemes that a value may have.
#[must_use]
pub fn leads_out(link: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
}

/// The way from a document to the root of the output: `../../` for `flen/sv/index`.
#[must_use]
pub fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// What begins the address of a link to our own documents: [`ROOT`] after what stands before an address. Values cannot
/// hold it, because the latter is escaped there.
struct Marked {
    before: &'static str,
    whole: LazyLock<Finder<'static>>,
}

static IN_MARKDOWN: Marked =
    Marked { before: "](<", whole: LazyLock::new(|| Finder::new(&format!("](<{ROOT}")).into_owned()) };

static IN_HTML: Marked =
    Marked { before: "href=\"", whole: LazyLock::new(|| Finder::new(&format!("href=\"{ROOT}")).into_owned()) };

impl Marked {
    /// Adds a rendered document in which every link that begins with [`ROOT`] begins with `to_root` instead.
    fn rooted(&self, text: &str, to_root: &str, done: &mut String) {
        done.reserve(text.len() + text.len() / 16);
        let mut from = 0;
        for at in self.whole.find_iter(text.as_bytes()) {
            done.push_str(&text[from..at + self.before.len()]);
            done.push_str(to_root);
            from = at + self.before.len() + ROOT.len();
        }
        done.push_str(&text[from..]);
    }
}

/// Adds a Markdown text whose links lead to the root by `to_root`.
pub fn rooted_markdown(text: &str, to_root: &str, done: &mut String) {
    IN_MARKDOWN.rooted(text, to_root, done);
}

/// Adds a page whose links lead to the root by `to_root`.
pub fn rooted_html(text: &str, to_root: &str, done: &mut String) {
    IN_HTML.rooted(text, to_root, done);
}
