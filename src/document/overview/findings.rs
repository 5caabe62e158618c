//! The findings of the check, counted and by activity.

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use crate::check::{Checked, rules};
use crate::document::overview::{Boards, number};
use crate::document::scene::Scene;
use crate::document::sections::accepted::{rule_name, said};
use crate::document::{Block, Item, list};
use crate::finding::{Finding, Level};
use crate::language::line::Line;

/// The counts of a municipality: activities, notices, gaps, and findings by level.
pub(super) fn figures(scene: &Scene, gaps: usize) -> Vec<Block> {
    let found: Vec<&Finding> = scene.internal().into_iter().flat_map(of_rules).collect();
    let accepted = scene.internal().map_or(0, |checked| checked.accepted().len());
    let of_level = |level: Level| {
        let all = found.iter().filter(|finding| finding.level == level);
        all.map(|finding| 1 + finding.more).sum::<usize>()
    };
    let mut items = scene.items();
    items
        .value("label.overview-activities", number(scene.register.activities.len()))
        .value("label.overview-notices", number(scene.register.notices.len()))
        .value("label.overview-gaps", number(gaps))
        .value("label.overview-errors", number(of_level(Level::Error)))
        .value("label.overview-warnings", number(of_level(Level::Warning)))
        .value("label.overview-hints", number(of_level(Level::Info)))
        .value("label.overview-accepted", number(accepted));
    list(items.done())
}

/// The findings of the rules. Those of reading, such as a file that is not read, depend on more than the register.
fn of_rules(checked: &Checked) -> impl Iterator<Item = &Finding> {
    checked.findings().iter().filter(|finding| rules::find(finding.code).is_some())
}

/// Errors and warnings, in the order of the activities, then those in what is shared.
pub(super) fn by_activity(boards: &Boards) -> Vec<Item> {
    let scene = boards.scene;
    let Some(checked) = scene.internal() else { return Vec::new() };
    let activities = &scene.register.activities;
    let number_of: FxHashMap<u32, usize> =
        activities.values().enumerate().map(|(number, activity)| (activity.at.file, number)).collect();
    let mut found: IndexMap<usize, Vec<Item>> = IndexMap::new();
    for finding in of_rules(checked).filter(|finding| finding.level >= Level::Warning) {
        let number = number_of.get(&finding.place.file).copied().unwrap_or(activities.len());
        found.entry(number).or_default().push(Item::new(told(scene, finding)));
    }
    found.sort_unstable_keys();
    let item = |(number, mut inside): (usize, Vec<Item>)| {
        inside.dedup();
        let name = activities.get_index(number).map(|(_, activity)| boards.link(activity));
        Item::with(name.unwrap_or_else(|| scene.say("say.overview-shared", &[])), inside)
    };
    found.into_iter().map(item).collect()
}

fn told(scene: &Scene, finding: &Finding) -> Line {
    let places = [("what", rule_name(scene, finding.code)), ("value", said(scene, &finding.message))];
    scene.say("say.overview-line", &places)
}
