//! What several activities of a notice have alike, and to which it applies.

use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use crate::document::Block;
use crate::document::body::entries::{Entry, count, text, words};
use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::activity::Activity;

/// The fewest activities for which something is said once.
const FEWEST: usize = 3;

/// The fewest words that saying something once must save.
const SAVED: usize = 12;

/// Takes out of the answers what several activities say, where saying it once saves words, as sentences: each group with
/// the activities to which it applies. An answer that keeps something refers to what was taken out.
pub(super) fn lift(scene: &Scene, activities: &[&Activity], answers: &mut [&mut Vec<Entry>]) -> Vec<Line> {
    let all: Vec<Vec<Entry>> = answers.iter().map(|answer| answer.to_vec()).collect();
    let mut lifted = Vec::new();
    let mut of_all = Vec::new();
    let mut lifted_from = vec![false; answers.len()];
    for (holders, entries) in by_holders(&all) {
        let scope = scope(scene, activities, &holders);
        let scope = scope.map(|scope| scene.say("say.shared-by", &[("activities", scope)]));
        let said = words(scene, &entries);
        let saved = (said * (holders.len() - 1)).saturating_sub(scope.as_ref().map_or(0, count));
        if holders.len() < FEWEST.min(activities.len()) || saved < SAVED {
            continue;
        }
        for holder in &holders {
            answers[*holder].retain(|entry| !entries.contains(entry));
            lifted_from[*holder] = true;
        }
        let lines = text(scene, &entries);
        match scope {
            None => of_all.extend(lines),
            Some(scope) => lifted.extend(lines.into_iter().chain([scope])),
        }
    }
    // Each group ends with the activities to which it applies; what applies to all comes last.
    lifted.extend(of_all);
    let kept = answers.iter_mut().zip(lifted_from).filter(|(answer, is_lifted)| *is_lifted && !answer.is_empty());
    kept.for_each(|(answer, _)| answer.push(vec![Block::Paragraph(scene.say("say.see-shared", &[]))]));
    lifted
}

/// The entries of the answers, each once, with the numbers of the answers that have it: entries of the same answers are
/// together.
pub(super) fn by_holders(answers: &[Vec<Entry>]) -> IndexMap<Vec<usize>, Vec<Entry>> {
    let mut holders: IndexMap<&Entry, Vec<usize>> = IndexMap::new();
    let all = answers.iter().enumerate();
    for (number, entry) in all.flat_map(|(number, answer)| answer.iter().map(move |entry| (number, entry))) {
        let of = holders.entry(entry).or_default();
        if of.last() != Some(&number) {
            of.push(number);
        }
    }
    let mut groups: IndexMap<Vec<usize>, Vec<Entry>> = IndexMap::new();
    holders.into_iter().for_each(|(entry, of)| groups.entry(of).or_default().push(entry.clone()));
    groups
}

/// Which activities have something: `all parts except a; b`. `None` if all of them.
#[must_use]
pub(in crate::document) fn scope(scene: &Scene, activities: &[&Activity], holders: &[usize]) -> Option<Line> {
    let held: FxHashSet<usize> = holders.iter().copied().collect();
    let titles = |is_held: bool| {
        let of = activities.iter().enumerate().filter(|(number, _)| held.contains(number) == is_held);
        Line::join(of.map(|(_, activity)| scene.text(&activity.title)).collect(), "; ", "; ")
    };
    match activities.len() - holders.len() {
        0 => None,
        others if others < holders.len() => Some(scene.say("say.all-but", &[("activities", titles(false))])),
        _ => Some(titles(true)),
    }
}
