//! Documents to bytes: Markdown, HTML, CSV, JSON.

pub mod csv;
pub mod entries;
pub mod html;
pub mod json;
pub mod markdown;

use crate::document::scene::ROOT;

/// A file that is to be: its address below the output folder and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The address, with `/` between its parts.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Where a link of a document leads in files with this ending: addresses of our own documents have no ending.
#[must_use]
pub fn target(link: &str, ending: &str) -> String {
    let is_ours = !link.contains(':') && !link.ends_with(".csv") && !link.ends_with(".json");
    if is_ours { format!("{link}.{ending}") } else { link.to_owned() }
}

/// The way from a document to the root of the output: `../../` for `flen/sv/index`.
#[must_use]
pub fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// Adds a rendered document in which every link that begins with [`ROOT`] begins with `to_root` instead. `opening` is
/// what stands before the address of a link; values cannot hold it, because it is escaped there.
fn rooted(text: &str, opening: &str, to_root: &str, done: &mut String) {
    done.reserve(text.len());
    let (mut rest, mut from) = (text, 0);
    while let Some(at) = rest[from..].find('@') {
        let (before, after) = rest.split_at(from + at);
        match after.strip_prefix(ROOT).filter(|_| before.ends_with(opening)) {
            Some(after) => {
                done.push_str(before);
                done.push_str(to_root);
                (rest, from) = (after, 0);
            }
            None => from += at + 1,
        }
    }
    done.push_str(rest);
}

/// Adds a Markdown text whose links lead to the root by `to_root`.
pub fn rooted_markdown(text: &str, to_root: &str, done: &mut String) {
    rooted(text, "](<", to_root, done);
}

/// Adds a page whose links lead to the root by `to_root`.
pub fn rooted_html(text: &str, to_root: &str, done: &mut String) {
    rooted(text, "href=\"", to_root, done);
}
