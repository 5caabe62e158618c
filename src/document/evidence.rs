//! What a notice tells of each part, sentence by sentence, as it is published; and how long and how hard to read it is.

use std::collections::BTreeMap;

use crate::document::lix::Measure;
use crate::document::scene::Scene;
use crate::document::{Block, Document, Item, each_line, notice};
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::notice::Notice;

/// The id of the list of what is not settled.
const OPEN: &str = "open";

/// A notice, sentence by sentence.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The title.
    pub title: String,
    /// The path of the page, without extension.
    pub path: String,
    /// The sentences of each part, in the order of the notice.
    pub parts: BTreeMap<Part, Vec<String>>,
    /// What the notice says is not settled.
    pub open: Vec<String>,
    /// How many words it has.
    pub words: usize,
    /// Its readability index.
    pub lix: Option<usize>,
}

/// What a notice tells, in the language of the scene.
#[must_use]
pub(crate) fn told(scene: &Scene, notice: &Notice) -> Told {
    let Document { title, path, blocks, .. } = notice::notice(scene, notice);
    let mut measure = Measure::default();
    measure.add(&title.plain());
    each_line(&blocks, &mut |line| measure.add(&line.plain()));
    let mut reader = Reader::default();
    reader.blocks(&blocks);
    let Reader { parts, open, .. } = reader;
    Told { title: title.plain(), path, parts, open, words: measure.words(), lix: measure.lix() }
}

/// Which part a text belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    /// None of the parts.
    #[default]
    Elsewhere,
    /// The list of what is not settled.
    Open,
    /// A part.
    Part(Part),
}

impl Place {
    /// The place of what has an id: the part that its last segment names.
    fn of(id: &str) -> Self {
        let last = id.rsplit('.').next().unwrap_or(id);
        match Part::ALL.iter().find(|part| part.to_string() == last) {
            Some(part) => Self::Part(*part),
            None if id == OPEN => Self::Open,
            None => Self::Elsewhere,
        }
    }
}

#[derive(Default)]
struct Reader {
    place: Place,
    /// The level of the heading of the place.
    level: u8,
    parts: BTreeMap<Part, Vec<String>>,
    open: Vec<String>,
}

impl Reader {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(level, line, anchor) => self.heading(*level, line, anchor.as_str()),
                Block::Paragraph(line) => self.push(self.place, line),
                Block::List(items) => self.items(items),
                Block::Facts(facts) => facts.iter().for_each(|fact| {
                    // A question about the rights has no id: it belongs to the heading above it.
                    let place = match Place::of(fact.anchor.as_str()) {
                        Place::Elsewhere => self.place,
                        own => own,
                    };
                    fact.answer.iter().for_each(|line| self.push(place, line));
                }),
                Block::Apart(inside) | Block::Fold(inside) => self.blocks(inside),
                Block::Drawing(_) | Block::Contents(_) => {}
            }
        }
    }

    /// A heading ends the place of one of the same level or below. One inside it is a sentence of the place.
    fn heading(&mut self, level: u8, line: &Line, id: &str) {
        let place = Place::of(id);
        if place == Place::Elsewhere && level > self.level && self.place != Place::Elsewhere {
            self.push(self.place, line);
        } else {
            (self.place, self.level) = (place, level);
        }
    }

    fn items(&mut self, items: &[Item]) {
        for Item { line, inside, .. } in items {
            self.push(self.place, line);
            self.items(inside);
        }
    }

    fn push(&mut self, place: Place, line: &Line) {
        let sentences = match place {
            Place::Elsewhere => return,
            Place::Open => &mut self.open,
            Place::Part(part) => self.parts.entry(part).or_default(),
        };
        let sentence = line.plain();
        if !sentence.trim().is_empty() && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
}
