//! What a notice has not settled yet, told once, at its end.

use indexmap::{IndexMap, IndexSet};

use crate::document::body::{Asked, scope};
use crate::document::scene::Scene;
use crate::document::{Block, Item, list};
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::activity::Activity;

/// What one question asks of: activities, or things by name.
#[derive(Default)]
struct About {
    activities: IndexSet<usize>,
    /// The names of data, processors and the like.
    names: IndexSet<Line>,
    /// What the public is told about it.
    said: IndexSet<Line>,
}

/// The block of everything that is not settled; empty if there is nothing. Questions about the same activities are one
/// item.
#[must_use]
pub(crate) fn open(scene: &Scene, activities: &[&Activity], asked: &[Asked], contact: Line) -> Vec<Block> {
    let mut questions: IndexMap<Line, About> = IndexMap::new();
    for Asked { part, activity, open } in asked {
        let about = questions.entry(question(scene, *part, open.about)).or_default();
        let number = activity.and_then(|activity| activities.iter().position(|other| other.id == activity.id));
        match open.of.is_empty() {
            true => about.activities.extend(number),
            false => _ = about.names.insert(open.of.clone()),
        }
        if !open.said.is_empty() {
            about.said.insert(open.said.clone().unstopped());
        }
    }
    if questions.is_empty() {
        return Vec::new();
    }
    let mut by_scope: IndexMap<Line, Vec<Line>> = IndexMap::new();
    for (question, about) in questions {
        let scope = scope_of(scene, activities, &about);
        by_scope.entry(scope).or_default().push(asked_of(scene, question, about));
    }
    let mut blocks = vec![Block::Heading(2, scene.say("heading.open", &[]))];
    blocks.push(Block::Paragraph(scene.say("say.open", &[("contact", contact)])));
    blocks.extend(list(by_scope.into_iter().map(|(scope, questions)| item(scene, scope, questions)).collect()));
    blocks
}

/// The activities that a question is about; empty in a document on one activity, or for a question about no activity.
fn scope_of(scene: &Scene, activities: &[&Activity], about: &About) -> Line {
    let holders: Vec<usize> = about.activities.iter().copied().collect();
    match holders.is_empty() || activities.len() < 2 {
        true => Line::default(),
        false => scope(scene, activities, &holders).unwrap_or_else(|| scene.say("say.all-activities", &[])),
    }
}

/// A question with the names of what it is about, and what the public is told.
fn asked_of(scene: &Scene, question: Line, About { activities: _, names, said }: About) -> Line {
    let names = Line::join(names.into_iter().collect(), ", ", ", ");
    let said = Line::join(said.into_iter().collect(), "; ", "; ");
    scene.say("say.open-question", &[("question", question), ("names", names), ("said", said)])
}

fn item(scene: &Scene, scope: Line, questions: Vec<Line>) -> Item {
    let questions = Line::join(questions, "; ", "; ");
    match scope.is_empty() {
        true => Item::new(questions.capital().and(".")),
        false => {
            let scope = scope.capital().strong();
            Item::new(scene.say("say.open-of", &[("scope", scope), ("questions", questions)]))
        }
    }
}

/// What is asked: of a whole part, or of one of its details.
fn question(scene: &Scene, part: Part, about: &str) -> Line {
    let key = if about.is_empty() { part.to_string() } else { about.to_owned() };
    let own = scene.language.code("open", &key);
    if !own.is_empty() {
        return own;
    }
    let label = scene.say(&format!("label.{key}"), &[]).plain();
    Line::words(label.trim_end_matches([':', ' '])).small()
}
