//! Activities through the history: the same activity under all ids that it had, in one municipality.

use std::collections::{BTreeSet, HashMap};

use crate::diff::report::Municipality;
use crate::diff::{RecordKind, Subject};

use super::told::Told;

/// A change as printed, with what it is about.
pub(super) struct Line {
    pub(super) told: Told,
    /// The activities that it is about, as numbers of the lineage.
    of: BTreeSet<usize>,
}

/// Every activity that the history knows, by number.
#[derive(Default)]
pub(super) struct Lineage {
    /// The number of the activity that has an id in a municipality.
    current: HashMap<(String, String), usize>,
    /// For each number, the number of the activity that it was merged with or split from.
    joined: Vec<usize>,
    /// Every id that an activity had.
    ids: BTreeSet<(String, usize)>,
}

impl Lineage {
    /// Follows the changes of the next commit, the oldest first.
    pub(super) fn follow(&mut self, municipality: &Municipality) {
        let name = &municipality.id;
        let subjects = municipality.changes.iter().map(|graded| &graded.change);
        for change in subjects.filter(|change| change.subject.room == RecordKind::Activities) {
            match &change.subject {
                Subject { before: Some(before), after: Some(after), .. } => {
                    let number = self.number(name, before);
                    if before != after {
                        self.rename(name, after, number);
                    }
                }
                Subject { before: None, after: Some(after), .. } => _ = self.new_number(name, after),
                Subject { before: Some(before), .. } => _ = self.number(name, before),
                Subject { .. } => {}
            }
        }
    }

    /// The changes as they are shown, each with what it is about.
    pub(super) fn lines(&mut self, municipality: &Municipality, changes: Vec<Told>) -> Vec<Line> {
        let name = &municipality.id;
        let mut lines = Vec::new();
        for (graded, told) in municipality.changes.iter().zip(changes) {
            let subject = &graded.change.subject;
            let ids: Vec<&String> = match subject.room {
                RecordKind::Activities => subject.before.iter().chain(&subject.after).collect(),
                _ => graded.touched.activities.iter().collect(),
            };
            lines.push(Line { told, of: ids.into_iter().map(|id| self.number(name, id)).collect() });
        }
        lines
    }

    /// Whether a change is about an activity that has or had this id, in any municipality.
    pub(super) fn is_about(&self, line: &Line, id: &str) -> bool {
        let asked: BTreeSet<usize> = self.numbers(id).map(|number| self.root(number)).collect();
        line.of.iter().any(|number| asked.contains(&self.root(*number)))
    }

    /// Whether an activity has or had this id.
    pub(super) fn knows(&self, id: &str) -> bool {
        self.numbers(id).next().is_some()
    }

    /// Every id that an activity has or had.
    pub(super) fn ids(&self) -> BTreeSet<String> {
        self.ids.iter().map(|(id, _)| id.clone()).collect()
    }

    fn numbers(&self, id: &str) -> impl Iterator<Item = usize> {
        let from = (id.to_owned(), 0);
        self.ids.range(from..=(id.to_owned(), usize::MAX)).map(|(_, number)| *number)
    }

    fn number(&mut self, municipality: &str, id: &str) -> usize {
        match self.current.get(&(municipality.to_owned(), id.to_owned())) {
            Some(number) => *number,
            None => self.new_number(municipality, id),
        }
    }

    fn new_number(&mut self, municipality: &str, id: &str) -> usize {
        let number = self.joined.len();
        self.joined.push(number);
        self.set(municipality, id, number);
        number
    }

    fn set(&mut self, municipality: &str, id: &str, number: usize) {
        self.current.insert((municipality.to_owned(), id.to_owned()), number);
        self.ids.insert((id.to_owned(), number));
    }

    /// An activity has another id; if another activity has it already, the two are one from now on.
    fn rename(&mut self, municipality: &str, id: &str, number: usize) {
        let known = self.current.get(&(municipality.to_owned(), id.to_owned())).copied();
        if let Some(known) = known {
            let (one, other) = (self.root(known), self.root(number));
            self.joined[one] = other;
        }
        self.set(municipality, id, number);
    }

    fn root(&self, mut number: usize) -> usize {
        while self.joined[number] != number {
            number = self.joined[number];
        }
        number
    }
}
