//! What the municipality and its activities add to a right.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::document::Item;
use crate::document::scene::Scene;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::rights::{Right, RightNote};
use crate::steps;

/// What is added to a right, and by which activity where it is told beside others.
pub(super) struct Added<'n> {
    pub(super) note: &'n RightNote,
    by: Option<&'n Activity>,
}

impl Added<'_> {
    /// The lines of the note, under the name of its activity where it has one.
    pub(super) fn items(&self, scene: &Scene) -> Vec<Item> {
        self.named(scene, note_items(scene, self.note))
    }

    /// The lines of the note where nobody has the right: why not, and what else the reader should know; how to use it
    /// and its limits only where the note itself says that it does not apply.
    pub(super) fn without_right(&self, scene: &Scene) -> Vec<Item> {
        if self.note.applies.is_some() {
            return self.items(scene);
        }
        self.named(scene, scene.items().sentences(&self.note.remarks).done())
    }

    fn named(&self, scene: &Scene, lines: Vec<Item>) -> Vec<Item> {
        match self.by {
            Some(_) if lines.is_empty() => lines,
            Some(activity) => vec![Item::with(scene.text(&activity.title), lines)],
            None => lines,
        }
    }
}

/// What the municipality and the activities add to a right, each note once.
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

/// What a note says, wherever it is written.
fn content(note: &RightNote) -> String {
    let content = serde_json::to_string(note).unwrap_or_default();
    steps::count(content.len());
    content
}

fn note_items(scene: &Scene, note: &RightNote) -> Vec<Item> {
    let RightNote { right: _, applies: _, because, law, how, limits, remarks, at: _ } = note;
    let mut items = scene.items();
    items.text("label.because", because.as_ref());
    items.laws(law);
    items.sentences(how).sentences(limits);
    items.sentences(remarks);
    items.done()
}
