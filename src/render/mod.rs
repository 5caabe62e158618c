//! Documents to bytes: Markdown, HTML, CSV, JSON.

pub mod csv;
pub mod entries;
pub mod html;
pub mod json;
pub mod markdown;

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
