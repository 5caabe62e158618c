//! Documents: their content and order, before rendering to Markdown or HTML.

pub(crate) mod audience;
pub(crate) mod items;
pub(crate) mod notice;
mod notice_texts;
pub(crate) mod page;
pub(crate) mod register;
pub(crate) mod rights;
pub(crate) mod scene;
pub(crate) mod sections;
pub(crate) mod site;
pub(crate) mod uses;

use crate::language::line::Line;
use crate::model::Lang;

/// One document in one language.
#[derive(Debug, Clone)]
pub struct Document {
    /// The path below the output folder, without extension: `flen/sv/activities/skolskjuts`.
    pub path: String,
    /// The language.
    pub lang: Lang,
    /// The title, also the first heading.
    pub title: Line,
    /// Breadcrumbs: paths without extension, with their names, starting at the index.
    pub trail: Vec<(String, String)>,
    /// The same document in other languages: language and path without extension.
    pub other_languages: Vec<(Lang, String)>,
    /// The content after the title.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// A heading; the title has level 1.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list, one fact per line.
    List(Vec<Item>),
    /// Blocks that are set apart from the rest (Article 21(4)).
    Apart(Vec<Block>),
}

/// A line of a list, with nested lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Item {
    /// The line.
    pub line: Line,
    /// The nested lines.
    pub inside: Vec<Item>,
}

impl Item {
    /// A line without nested lines.
    #[must_use]
    pub fn new(line: Line) -> Self {
        Self { line, inside: Vec::new() }
    }

    /// A line with nested lines.
    #[must_use]
    pub fn with(line: Line, inside: Vec<Item>) -> Self {
        Self { line, inside }
    }
}

/// A list block; empty if there are no items.
#[must_use]
pub(crate) fn list(items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::List(items)] }
}
