//! What a notice has not settled yet, told once, at its end.

use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use crate::document::anchor::Anchor;
use crate::document::body::{Body, scope, speaking};
use crate::document::scene::Scene;
use crate::document::{Block, Item, Open, list};
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;

/// A question about something, and what the public is told about it.
#[derive(PartialEq, Eq, Hash)]
struct Question {
    part: Part,
    question: Line,
    /// The name of the data, the processor or the like; empty for activities as a whole.
    of: Line,
    said: Line,
}

/// What a question is about: activities, or the document as a whole.
#[derive(Default)]
struct Holders<'o> {
    ids: FxHashSet<&'o Id>,
    is_whole: bool,
}

/// The block of everything that is not settled; empty if there is nothing. Questions about the same activities are one
/// item.
#[must_use]
pub(crate) fn open(scene: &Scene, activities: &[&Activity], body: &Body, contact: Line) -> Vec<Block> {
    let Body { asked, silent, .. } = body;
    let mut questions: IndexMap<Question, Holders> = IndexMap::new();
    for asked in asked {
        let Open { about, of, said, activities: _, in_place: _ } = &asked.open;
        let question = question(scene, asked.part, about);
        let question = Question { part: asked.part, question, of: of.clone(), said: said.clone() };
        let holders = questions.entry(question).or_default();
        holders.is_whole |= asked.activities().next().is_none();
        holders.ids.extend(asked.activities());
    }
    if questions.is_empty() {
        return Vec::new();
    }
    let mut by_scope: IndexMap<(Line, Line), IndexMap<Line, Vec<Line>>> = IndexMap::new();
    for (Question { part, question, of, said }, holders) in questions {
        let scope = scope_of(scene, &speaking(activities, part, silent), &holders, activities.len());
        by_scope.entry((scope, said)).or_default().entry(question).or_default().push(of);
    }
    let mut blocks = vec![Block::Heading(2, scene.say("heading.open", &[]), Anchor::of("open"))];
    blocks.push(Block::Paragraph(scene.say("say.open", &[("contact", contact)])));
    let items = by_scope.into_iter().map(|((scope, said), questions)| item(scene, (scope, said), questions));
    blocks.extend(list(items.collect()));
    blocks
}

/// Which of the activities that speak of a part a question is about; empty in a document on one activity, or for a
/// question about the document as a whole.
fn scope_of(scene: &Scene, speaking: &[&Activity], holders: &Holders, activities: usize) -> Line {
    if holders.is_whole || activities < 2 {
        return Line::default();
    }
    let all = speaking.iter().enumerate();
    let numbers: Vec<usize> = all.filter(|(_, of)| holders.ids.contains(&of.id)).map(|(number, _)| number).collect();
    scope(scene, speaking, &numbers).unwrap_or_else(|| scene.say("say.all-activities", &[]))
}

/// A question with the names of what it is about. One about activities as a whole needs no names.
fn asked_of(scene: &Scene, question: Line, names: Vec<Line>) -> Line {
    let is_whole = names.iter().any(Line::is_empty);
    let between = if names.iter().any(|name| name.plain().contains(", ")) { "; " } else { ", " };
    let names = if is_whole { Line::default() } else { Line::join(names, between, between) };
    scene.say("say.open-question", &[("question", question), ("names", names)])
}

/// The questions about the same activities, and what the public is told about them.
fn item(scene: &Scene, (scope, said): (Line, Line), questions: IndexMap<Line, Vec<Line>>) -> Item {
    let questions = questions.into_iter().map(|(question, names)| asked_of(scene, question, names));
    let questions = Line::join(questions.collect(), "; ", "; ");
    let mut line = match scope.is_empty() {
        true => questions.capital().and("."),
        false => {
            let scope = scope.capital().strong();
            scene.say("say.open-of", &[("scope", scope), ("questions", questions)])
        }
    };
    if !said.is_empty() {
        line.push_words(" ");
        line.push(&said.capital().stopped());
    }
    Item::new(line)
}

/// What is asked: of a whole part, or of one of its details.
fn question(scene: &Scene, part: Part, about: &str) -> Line {
    if about.is_empty() { asked(scene, &part.to_string()) } else { asked(scene, about) }
}

/// What the gap with this key asks.
pub(super) fn asked(scene: &Scene, key: &str) -> Line {
    let own = scene.language.code("open", key);
    if !own.is_empty() {
        return own;
    }
    let label = scene.say(&format!("label.{key}"), &[]).plain();
    Line::words(label.trim_end_matches([':', ' '])).small()
}
