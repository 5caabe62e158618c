//! Documents: what is said, in which order, before it becomes Markdown or HTML.

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
    /// The address below the output folder, without an ending: `flen/sv/activities/skolskjuts`.
    pub path: String,
    /// The language.
    pub lang: Lang,
    /// The title, also the first heading.
    pub title: Line,
    /// The way from the index to here: addresses without endings and their names.
    pub trail: Vec<(String, String)>,
    /// The same document in other languages: the language and the address without an ending.
    pub other_languages: Vec<(Lang, String)>,
    /// What follows the title.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// A heading; the title has level 1.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// A list, one fact to a line.
    List(Vec<Item>),
    /// Blocks that are set apart from the rest (Article 21(4)).
    Apart(Vec<Block>),
}

/// One line of a list with the lines that belong to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Item {
    /// The line.
    pub line: Line,
    /// What belongs to it.
    pub inside: Vec<Item>,
}

impl Item {
    /// A line with nothing below it.
    #[must_use]
    pub fn new(line: Line) -> Self {
        Self { line, inside: Vec::new() }
    }

    /// A line with others below it.
    #[must_use]
    pub fn with(line: Line, inside: Vec<Item>) -> Self {
        Self { line, inside }
    }
}

/// A list block, or nothing when there are no items.
#[must_use]
pub(crate) fn list(items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::List(items)] }
}
