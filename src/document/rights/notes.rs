//! What the municipality and its activities add to a right.

use crate::document::Item;
use crate::document::scene::Scene;
use crate::model::activity::Activity;
use crate::model::rights::{Right, RightNote};

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
    let several = activities.len() > 1;
    let municipality = scene.register.municipality.rights.iter().map(|note| Added { note, by: None });
    let of_activities =
        activities.iter().flat_map(|activity| activity.rights.iter().map(move |note| (note, *activity)));
    let shared = |note: &RightNote| activities.iter().filter(|other| other.rights.items.contains(note)).count() > 1;
    let of_activities =
        of_activities.map(|(note, by)| Added { note, by: Some(by).filter(|_| several && !shared(note)) });
    let mut notes: Vec<Added> = Vec::new();
    for added in municipality.chain(of_activities).filter(|added| added.note.right == Some(right)) {
        if !notes.iter().any(|known| known.note == added.note) {
            notes.push(added);
        }
    }
    notes
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
