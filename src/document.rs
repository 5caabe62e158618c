//! Documents: their content and order, before rendering to Markdown or HTML.

pub(crate) mod anchor;
pub(crate) mod audience;
mod body;
mod brief;
pub(crate) mod drawing;
pub(crate) mod evidence;
pub(crate) mod frame;
pub(crate) mod items;
pub(crate) mod lines;
mod lix;
pub(crate) mod notice;
mod notice_texts;
mod once;
mod open;
pub(crate) mod overview;
pub(crate) mod page;
mod prose;
pub(crate) mod register;
pub(crate) mod rights;
pub(crate) mod scene;
pub(crate) mod search;
pub(crate) mod sections;
mod settle;
pub(crate) mod sheet;
pub(crate) mod site;
pub(crate) mod table;
pub(crate) mod topics;
pub(crate) mod uses;

use crate::document::anchor::Anchor;
use crate::document::drawing::Flow;
use crate::document::frame::Frame;
use crate::language::line::Line;
use crate::model::{Id, Lang};

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
    /// What is around the content.
    pub frame: Frame,
    /// The content after the title.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// A heading, and the id by which links lead to it; the title has level 1.
    Heading(u8, Line, Anchor),
    /// A paragraph.
    Paragraph(Line),
    /// A list, one fact per line.
    List(Vec<Item>),
    /// Questions with their answers.
    Facts(Vec<Fact>),
    /// Blocks that are set apart from the rest (Article 21(4)).
    Apart(Vec<Block>),
    /// A heading and what is below it, which a page can fold.
    Fold(Vec<Block>),
    /// Where the data of an activity go: a drawing, and the same in words.
    Drawing(Box<Flow>),
    /// Where a page lists its headings, under this name. Markdown has no such list.
    Contents(Line),
}

/// A question and its answer, one sentence per line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fact {
    /// The question.
    pub question: Line,
    /// The sentences of the answer, in order.
    pub answer: Vec<Line>,
    /// The id by which links lead to it.
    pub anchor: Anchor,
    /// The ids of where a page tells more, the best first.
    pub more: &'static [&'static str],
}

impl Block {
    /// The block with `change` made to what is not settled in its lists.
    #[must_use]
    pub(crate) fn asking(self, change: &impl Fn(Open) -> Open) -> Self {
        let all = |inside: Vec<Self>| inside.into_iter().map(|block| block.asking(change)).collect();
        match self {
            Self::List(items) => Self::List(items.into_iter().map(|item| item.asking(change)).collect()),
            Self::Apart(inside) => Self::Apart(all(inside)),
            Self::Fold(inside) => Self::Fold(all(inside)),
            other => other,
        }
    }
}

impl Fact {
    /// A question and its answer, with the id by which links lead to it.
    #[must_use]
    pub fn new(question: Line, answer: Vec<Line>, anchor: Anchor) -> Self {
        Self { question, answer, anchor, more: &[] }
    }
}

/// A line of a list, with nested lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Item {
    /// The line.
    pub line: Line,
    /// The nested lines.
    pub inside: Vec<Item>,
    /// What the line is in running text.
    pub role: Role,
}

/// What a line of a list is in running text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// A word of a list.
    #[default]
    Word,
    /// A detail of the line above it: `Label: value`.
    Detail,
    /// A sentence.
    Sentence,
    /// A sentence about what has this name, which is the name of the gaps below it.
    Statement(Line),
    /// Something that is not settled.
    Gap(Box<Open>),
}

/// Something that is not settled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Open {
    /// The key of what is not settled in the language files: `law`, `country`; empty for a whole list.
    pub about: &'static str,
    /// What it is about: the name of the data, the processor; empty for the activity itself.
    pub of: Line,
    /// What the public is told about it; empty for the standard sentence.
    pub said: Line,
    /// The activities that it is about, where a document says it once for several; empty for the activity or the
    /// activities of the block.
    pub activities: Vec<Id>,
    /// Whether the line stays where it is too, because silence would mislead.
    pub in_place: bool,
}

impl Open {
    /// Whether a whole part is not settled, rather than a detail of it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.about.is_empty() && self.of.is_empty()
    }
}

impl Item {
    /// A word without nested lines.
    #[must_use]
    pub fn new(line: Line) -> Self {
        Self::with(line, Vec::new())
    }

    /// A word with nested lines.
    #[must_use]
    pub fn with(line: Line, inside: Vec<Item>) -> Self {
        Self { line, inside, role: Role::Word }
    }

    /// A line that has a name for what is not settled below it, unless that has a name already.
    #[must_use]
    pub(crate) fn named(self, name: &Line) -> Self {
        self.asking(&|open: Open| if open.of.is_empty() { Open { of: name.clone(), ..open } } else { open })
    }

    /// The line with `change` made to what is not settled in it and below it.
    #[must_use]
    pub(crate) fn asking(self, change: &impl Fn(Open) -> Open) -> Self {
        let Self { line, inside, role } = self;
        let role = match role {
            Role::Gap(open) => Role::Gap(Box::new(change(*open))),
            role => role,
        };
        Self { line, inside: inside.into_iter().map(|item| item.asking(change)).collect(), role }
    }

    /// Whether the line says that something is not settled.
    #[must_use]
    pub(crate) fn is_gap(&self) -> bool {
        matches!(self.role, Role::Gap(_))
    }

    /// The line in another role.
    #[must_use]
    pub fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }
}

/// A list block; empty if there are no items.
#[must_use]
pub(crate) fn list(items: Vec<Item>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::List(items)] }
}

/// Passes each line of blocks on, in order. The contents of a page and a drawing repeat what the page says.
pub(crate) fn each_line(blocks: &[Block], take: &mut dyn FnMut(&Line)) {
    for block in blocks {
        match block {
            Block::Heading(_, line, _) | Block::Paragraph(line) => take(line),
            Block::List(items) => each_line_of_items(items, take),
            Block::Facts(facts) => {
                facts.iter().flat_map(|fact| std::iter::once(&fact.question).chain(&fact.answer)).for_each(&mut *take);
            }
            Block::Apart(inside) | Block::Fold(inside) => each_line(inside, take),
            Block::Drawing(_) | Block::Contents(_) => {}
        }
    }
}

fn each_line_of_items(items: &[Item], take: &mut dyn FnMut(&Line)) {
    for item in items {
        take(&item.line);
        each_line_of_items(&item.inside, take);
    }
}
