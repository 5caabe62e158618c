//! Documents to bytes: Markdown, HTML, CSV, JSON.

pub(crate) mod csv;
pub(crate) mod elements;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod words;

/// The formats of output. Only files of these formats can be made and are ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A document.
    Markdown,
    /// A document as a page.
    Html,
    /// Rows for spreadsheets.
    Csv,
    /// One JSON value.
    Json,
    /// A JSON value per line.
    JsonLines,
}

impl Format {
    const ALL: [Self; 5] = [Self::Markdown, Self::Html, Self::Csv, Self::Json, Self::JsonLines];

    /// How the names of its files end, without the dot.
    #[must_use]
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
        }
    }

    /// The format of a file by the end of its name.
    #[must_use]
    pub(crate) fn of(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// Whether its files are documents, which link to each other without an ending.
    fn is_document(self) -> bool {
        matches!(self, Self::Markdown | Self::Html)
    }
}

/// A file that is to be: its address below the output folder and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The address, with `/` between its parts.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Parts the words of a value in Markdown; a page does without it. No value can write it: its `<` is escaped.
pub(crate) const GUARD: &str = "<!-- -->";

/// Where a link of a document leads in files with this ending: to somebody else, or from the root of the output to one of
/// our own documents, whose addresses have no ending.
#[must_use]
pub(crate) fn from_root(link: &str, root: &str, format: Format) -> String {
    if leads_out(link) {
        return link.to_owned();
    }
    let link = format!("{root}{link}");
    // What stands before a colon in the first part of a relative address would be a scheme: `javascript:`.
    let first = link.split('/').next().unwrap_or(&link);
    let here = if first.contains(':') { "./" } else { "" };
    let is_data = Format::of(&link).is_some_and(|format| !format.is_document());
    if is_data { format!("{here}{link}") } else { format!("{here}{link}.{}", format.ending()) }
}

/// Whether a link leads to somebody else, by one of the schemes that a value may have.
#[must_use]
pub(crate) fn leads_out(link: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
}

/// The way from a document to the root of the output: `../../` for `flen/sv/index`.
#[must_use]
pub(crate) fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}
