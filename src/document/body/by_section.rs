//! A notice by section, as in Denmark: what several activities have alike is said once.

use crate::document::anchor::{Anchor, heading};
use crate::document::body::entries::{Entry, text};
use crate::document::body::lifted::{by_holders, scope};
use crate::document::body::{SAID_ONCE, Writer, texts};
use crate::document::{Block, Fact, Item, list};
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::activity::Activity;

/// Sentences as paragraphs, or as a list if a word that is written small begins one.
fn plain(lines: Vec<Line>) -> Vec<Block> {
    let is_small = |line: &Line| line.plain().starts_with(char::is_lowercase);
    match lines.iter().any(is_small) {
        true => list(lines.into_iter().map(Item::new).collect()),
        false => lines.into_iter().map(Block::Paragraph).collect(),
    }
}

impl<'s> Writer<'s> {
    /// Writes the sections of the form.
    pub(super) fn by_section(&mut self) {
        for parts in &self.form.sections {
            let mut blocks = Vec::new();
            for (index, part) in parts.iter().enumerate() {
                let mut said = if SAID_ONCE.contains(part) { self.once(*part) } else { self.grouped(*part) };
                if *part == Part::Processors {
                    said.extend(self.listed().into_iter().map(Block::Paragraph));
                }
                said.extend(texts::in_part(&self.scene, &self.covered.texts, *part, 3));
                if said.is_empty() {
                    continue;
                }
                if index > 0 {
                    blocks.push(heading(&self.scene, 3, *part));
                }
                blocks.extend(said);
            }
            if let Some(first) = parts.first().filter(|_| !blocks.is_empty()) {
                let heading = self.heading(*first);
                self.blocks.push(heading);
                self.blocks.append(&mut blocks);
            }
        }
    }

    /// The sentences of a part, each once, under the activities to which it applies.
    pub(super) fn grouped(&mut self, part: Part) -> Vec<Block> {
        let mut speakers: Vec<&'s Activity> = Vec::new();
        for activity in &self.covered.activities {
            if !self.is_silent(part, activity) {
                speakers.push(activity);
            }
        }
        let answers: Vec<Vec<Entry>> = speakers.iter().map(|activity| self.answer(part, activity)).collect();
        let mut blocks = Vec::new();
        let mut facts = Vec::new();
        for (holders, entries) in by_holders(&answers) {
            let lines = text(&self.scene, &entries);
            match scope(&self.scene, &speakers, &holders) {
                None => blocks.extend(plain(lines)),
                Some(scope) => facts.push(Fact::new(scope.capital(), lines, Anchor::default())),
            }
        }
        blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
        blocks
    }
}
