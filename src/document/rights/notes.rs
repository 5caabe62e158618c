//! The notes of the municipality and its activities on a right.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::document::scene::Scene;
use crate::document::{Item, Role};
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::rights::{Right, RightNote};
use crate::steps;

/// A note on a right, and the activity to name with it, if any.
pub(super) struct Added<'n> {
    pub(super) note: &'n RightNote,
    by: Option<&'n Activity>,
}

impl Added<'_> {
    /// The lines of the note, under the name of its activity if it has one.
    pub(super) fn items(&self, scene: &Scene) -> Vec<Item> {
        self.named(scene, note_items(scene, self.note))
    }

    /// The lines of the note if nobody has the right: its remarks only, or all of it if the note itself says whether
    /// the right applies.
    pub(super) fn without_right(&self, scene: &Scene) -> Vec<Item> {
        if self.note.applies.is_some() {
            return self.items(scene);
        }
        self.named(scene, scene.items().sentences(&self.note.remarks).done())
    }

    fn named(&self, scene: &Scene, lines: Vec<Item>) -> Vec<Item> {
        match self.by {
            Some(_) if lines.is_empty() => lines,
            Some(activity) => vec![Item::with(scene.text(&activity.title).and(":"), lines)],
            None => lines,
        }
    }
}

/// The notes of the municipality and the activities on a right, each once.
pub(super) fn notes<'n>(scene: &Scene<'n>, right: Right, activities: &[&'n Activity]) -> Vec<Added<'n>> {
    let is_of = |note: &&RightNote| note.right == Some(right);
    let municipality = scene.register.municipality.rights.iter().filter(is_of).map(|note| (content(note), note, None));
    let of_activities = activities.iter().copied().flat_map(|activity| {
        activity.rights.iter().filter(is_of).map(move |note| (content(note), note, Some(activity)))
    });
    let all: Vec<(String, &'n RightNote, Option<&'n Activity>)> = municipality.chain(of_activities).collect();
    let mut tellers: HashMap<&str, BTreeSet<&Id>> = HashMap::new();
    for (content, _, by) in &all {
        tellers.entry(content).or_default().extend(by.map(|by| &by.id));
    }
    let several = activities.len() > 1;
    let is_shared = |content: &str| tellers.get(content).is_some_and(|tellers| tellers.len() > 1);
    let mut known = HashSet::new();
    let new = all.iter().filter(|(content, ..)| known.insert(content.as_str()));
    new.map(|(content, note, by)| Added { note, by: by.filter(|_| several && !is_shared(content)) }).collect()
}

/// The limit that the law of the country sets to a right, unless a note cites its act, which has its number in brackets.
pub(super) fn limit(scene: &Scene, right: Right, activities: &[&Activity]) -> Line {
    let key = format!("say.limit-{}", right.key());
    let limit = scene.of_country(&key, &[]);
    let words = limit.plain();
    let act = words.rsplit_once('(').and_then(|(_, act)| act.split(')').next()).unwrap_or_default();
    let laws = |added: &Added| scene.laws(&added.note.law).plain();
    let is_told = !act.is_empty() && notes(scene, right, activities).iter().any(|added| laws(added).contains(act));
    if is_told { Line::default() } else { limit }
}

/// The content of a note, without its place.
fn content(note: &RightNote) -> String {
    let content = serde_json::to_string(note).unwrap_or_default();
    steps::count(content.len());
    content
}

fn note_items(scene: &Scene, note: &RightNote) -> Vec<Item> {
    let RightNote { right: _, applies: _, because, law, how, limits, remarks, at: _ } = note;
    let mut items = scene.items();
    let reason = because.value().map(|because| scene.text(because)).filter(|line| line.plain().ends_with('.'));
    match reason {
        Some(reason) => _ = items.item(Item::with(reason, scene.items().laws(law).done()).role(Role::Sentence)),
        None => _ = items.text("label.because", because).laws(law),
    }
    items.sentences(how).sentences(limits);
    items.sentences(remarks);
    items.done()
}
