//! Renders documents as Markdown, HTML, CSV, JSON and XLSX.

pub(crate) mod base64;
mod contents;
pub(crate) mod csv;
mod drawing;
pub(crate) mod elements;
mod fault;
mod formula;
mod fragment;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod message;
pub(crate) mod search;
pub(crate) mod table;
pub(crate) mod words;
pub(crate) mod xlsx;

macro_rules! formats {
    ($($(#[doc = $doc:literal])* $name:ident = $ending:literal),* $(,)?) => {
        /// The formats of output. Only files of these formats can be made and are ours.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Format {
            $($(#[doc = $doc])* $name,)*
        }

        impl Format {
            const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How the names of its files end, without the dot.
            #[must_use]
            pub(crate) fn ending(self) -> &'static str {
                match self {
                    $(Self::$name => $ending,)*
                }
            }
        }
    };
}

formats! {
    /// A document.
    Markdown = "md",
    /// A document as a page.
    Html = "html",
    /// Rows, for programs or for spreadsheets.
    Csv = "csv",
    /// A workbook.
    Xlsx = "xlsx",
    /// One JSON value.
    Json = "json",
    /// A JSON value per line.
    JsonLines = "jsonl",
    /// The style sheet of all pages.
    Css = "css",
    /// The script of the search and of tables.
    Script = "js",
}

impl Format {
    /// The format of a file by the end of its name.
    #[must_use]
    pub(crate) fn of(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        Self::ALL.iter().copied().find(|format| format.ending() == ending)
    }
}

/// The version of the shape of `register.json`, `register.jsonl` and `register.csv`. A reader of a
/// version understands every file of that version. In 1, a citation was a text; in 2, a code was a text and a reference
/// an id; 4 gives every closed code its labels; 5 has ids beside the names in the CSV, and its rows end as RFC 4180 wants.
pub(crate) const SHAPE: u32 = 5;

/// An output file: its path below the output folder and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The path, with `/` as separator.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Separates words of a value in Markdown; HTML pages do not need it. No value can contain it, because its `<` is
/// escaped.
pub(crate) const GUARD: &str = "<!-- -->";

/// The target of a link in files of this format: an external URL, a file relative to the root of the output, or a
/// document, whose address has no extension but may have the id of a heading.
#[must_use]
pub(crate) fn from_root(link: &str, root: &str, format: Format) -> String {
    if leads_out(link) {
        return link.to_owned();
    }
    // Only a page has ids.
    let (link, id) = link.find('#').map_or((link, ""), |at| link.split_at(at));
    let id = if format == Format::Html { id } else { "" };
    let link = format!("{root}{link}");
    // Text before a colon in the first segment of a relative address would be a scheme: `javascript:`.
    let first = link.split('/').next().unwrap_or(&link);
    let here = if first.contains(':') { "./" } else { "" };
    match Format::of(&link) {
        Some(_) => format!("{here}{link}{id}"),
        None => format!("{here}{link}.{}{id}", format.ending()),
    }
}

/// Whether a link is external, by one of the schemes that a value may have.
#[must_use]
pub(crate) fn leads_out(link: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme))
}

/// The relative path from a document to the output root: `../../` for `flen/sv/index`.
#[must_use]
pub(crate) fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}
