//! What each controller does not know or does not state: gaps and security measures.

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::document::Item;
use crate::document::overview::{Board, Boards};
use crate::document::sections::internal::no_measures;
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::register::Register;
use crate::register::facts::gaps::places_of;

/// The number of gaps of each record. A gap that an activity inherits is that of its parent.
pub(super) struct Gaps<'r> {
    activities: FxHashMap<&'r Id, usize>,
    /// The gaps of the municipality, of shared records and of notices.
    shared: usize,
}

impl<'r> Gaps<'r> {
    pub(super) fn of(register: &'r Register) -> Self {
        let own = |activity: &'r Activity| {
            let written = places_of(activity).into_iter().filter(|at| at.file == activity.at.file);
            (&activity.id, written.count())
        };
        let activities = register.activities.values().map(own).collect();
        let notices = register.notices.values().map(|notice| places_of(notice).len()).sum::<usize>();
        let shared = places_of(&register.municipality).len() + places_of(&register.shared).len() + notices;
        Self { activities, shared }
    }

    /// The number of all gaps.
    pub(super) fn total(&self) -> usize {
        self.activities.values().sum::<usize>() + self.shared
    }

    /// The gaps of each controller, by activity, then those of what is shared.
    pub(super) fn by_board(&self, boards: &Boards) -> Vec<Item> {
        let board = |board: &Board| {
            let open = board.activities.iter().filter_map(|activity| {
                let count = self.activities.get(&activity.id).copied().filter(|count| *count > 0)?;
                Some((boards.counted(boards.link(activity), count, Vec::new()), count))
            });
            let (items, counts): (Vec<Item>, Vec<usize>) = open.unzip();
            boards.counted(board.name.clone(), counts.into_iter().sum(), items)
        };
        let shared = boards.counted(boards.scene.say("say.overview-shared", &[]), self.shared, Vec::new());
        boards.all.iter().map(board).chain([shared]).collect()
    }
}

/// The security measures of each controller with how many activities have each, then its activities that state none.
pub(super) fn measures(boards: &Boards) -> Vec<Item> {
    let scene = boards.scene;
    let board = |board: &Board| {
        let mut stated: IndexMap<Line, usize> = IndexMap::new();
        let mut silent: IndexMap<Line, Vec<Item>> = IndexMap::new();
        for activity in &board.activities {
            for measure in &activity.measures {
                *stated.entry(scene.term(measure, activity).item()).or_default() += 1;
            }
            for gap in &activity.measures.gaps {
                silent.entry(scene.gap(gap)).or_default().push(Item::new(boards.link(activity)));
            }
            if activity.measures.items.is_empty() && activity.measures.gaps.is_empty() {
                silent.entry(no_measures(scene, activity)).or_default().push(Item::new(boards.link(activity)));
            }
        }
        let stated = stated.into_iter().map(|(measure, count)| boards.counted(measure, count, Vec::new()));
        let silent = silent.into_iter().map(|(line, activities)| Item::with(line, activities));
        Item::with(board.name.clone(), stated.chain(silent).collect())
    };
    boards.all.iter().filter(|board| !board.activities.is_empty()).map(board).collect()
}
