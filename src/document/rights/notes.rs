//! The notes of the municipality and its activities on a right.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::document::scene::Scene;
use crate::document::{Item, Open, Role};
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::rights::{Right, RightNote};
use crate::model::{Id, Known};
use crate::steps;

/// A note on a right, and the activities to name with it: none if it is for all.
pub(super) struct Added<'n> {
    pub(super) note: &'n RightNote,
    by: Vec<&'n Activity>,
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
        self.named(scene, scene.items().sentences_about("more", &self.note.remarks).done())
    }

    /// The lines under the names of the activities. What is not settled has the name of the right.
    fn named(&self, scene: &Scene, lines: Vec<Item>) -> Vec<Item> {
        let name = self.note.right.map(|right| name(scene, right)).unwrap_or_default();
        let activities: Vec<Id> = self.by.iter().map(|activity| activity.id.clone()).collect();
        let ask = |open: Open| Open { activities: activities.clone(), ..open };
        let (gaps, lines): (Vec<Item>, Vec<Item>) =
            lines.into_iter().map(|item| item.named(&name).asking(&ask)).partition(Item::is_gap);
        if self.by.is_empty() || lines.is_empty() {
            return lines.into_iter().chain(gaps).collect();
        }
        let titles = self.by.iter().map(|activity| scene.text(&activity.title)).collect();
        let named = Item::with(Line::join(titles, "; ", "; ").and(":"), lines);
        std::iter::once(named).chain(gaps).collect()
    }
}

/// The notes of the municipality and the activities on a right, each once.
pub(super) fn notes<'n>(scene: &Scene<'n>, right: Right, activities: &[&'n Activity]) -> Vec<Added<'n>> {
    let is_of = |note: &&RightNote| note.right == Some(right);
    let mut added: IndexMap<String, Added<'n>> = IndexMap::new();
    for note in scene.register.municipality.rights.iter().filter(is_of) {
        added.entry(content(note)).or_insert(Added { note, by: Vec::new() });
    }
    let general = added.len();
    for activity in activities {
        for note in activity.rights.iter().filter(is_of) {
            let entry = added.entry(content(note));
            let is_general = entry.index() < general;
            let added = entry.or_insert(Added { note, by: Vec::new() });
            if !is_general && added.by.last().is_none_or(|last| last.id != activity.id) {
                added.by.push(activity);
            }
        }
    }
    for added in added.values_mut().filter(|added| added.by.len() == activities.len()) {
        added.by.clear();
    }
    added.into_values().collect()
}

/// The limit that the law of the country sets to a right, unless `notes` for all activities cite its act, which has its
/// number in brackets.
pub(super) fn limit(scene: &Scene, right: Right, activities: &[&Activity], notes: &[Added]) -> Line {
    let key = format!("say.limit-{}", right.key());
    let limit = scene.of_country(&key, &[]);
    let words = limit.plain();
    let act = words.rsplit_once('(').and_then(|(_, act)| act.split(')').next()).unwrap_or_default();
    let citing = || notes.iter().filter(|added| scene.laws(&added.note.law).plain().contains(act));
    let told_by: HashSet<&Id> = citing().flat_map(|added| &added.by).map(|activity| &activity.id).collect();
    let for_all = citing().any(|added| added.by.is_empty()) || told_by.len() == activities.len();
    if !act.is_empty() && for_all { Line::default() } else { limit }
}

/// The name of a right in running text; empty for all rights.
fn name(scene: &Scene, right: Right) -> Line {
    match right {
        Right::All => Line::default(),
        Right::HumanDecision => scene.language.code("right-name", right.key()).small(),
        right => scene.language.code("brief-right", right.key()),
    }
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
    let laws = || scene.items().laws(law).done();
    let reason = because.value().map(|because| scene.text(because)).filter(|line| line.plain().ends_with('.'));
    let is_limited = matches!(because, Known::Unwritten);
    match (reason, limits.items.split_last()) {
        (Some(reason), _) => {
            items.item(Item::with(reason, laws()).role(Role::Sentence));
            items.sentences_about("rights", how).sentences_about("right-limits", limits);
        }
        // The law of a note without a reason is the law of its limits.
        (None, Some((last, others))) if is_limited => {
            items.sentences_about("rights", how);
            others.iter().for_each(|limit| _ = items.line(scene.text(limit)));
            items.item(Item::with(scene.text(last), laws()).role(Role::Sentence));
            items.gaps_about("right-limits", limits);
        }
        (None, _) => {
            match because.gap() {
                Some(gap) => items.all_about("right-because", [gap]),
                None => items.text("label.because", because),
            };
            items.laws(law).sentences_about("rights", how).sentences_about("right-limits", limits);
        }
    }
    items.sentences_about("more", remarks);
    items.done()
}
