//! What several activities of a notice have alike, and to which it applies.

use indexmap::IndexMap;

use crate::document::scene::Scene;
use crate::language::line::Line;
use crate::model::activity::Activity;

/// The fewest activities for which something is said once.
const FEWEST: usize = 3;

/// The fewest words that saying something once must save.
const SAVED: usize = 12;

/// Takes out of the answers what several activities say, where saying it once saves words; each group with the
/// activities to which it applies. An answer that keeps something refers to what was taken out.
pub(super) fn lift(scene: &Scene, activities: &[&Activity], answers: &mut [&mut Vec<Line>]) -> Vec<Line> {
    let all: Vec<Vec<Line>> = answers.iter().map(|answer| answer.to_vec()).collect();
    let mut lifted = Vec::new();
    let mut lifted_from = vec![false; answers.len()];
    for (holders, lines) in by_holders(&all) {
        let scope = scope(scene, activities, &holders);
        let scope = scope.map(|scope| scene.say("say.shared-by", &[("activities", scope)]));
        let said = words(&lines);
        let saved = (said * (holders.len() - 1)).saturating_sub(scope.as_ref().map_or(0, count));
        if holders.len() < FEWEST.min(activities.len()) || saved < SAVED {
            continue;
        }
        for holder in &holders {
            answers[*holder].retain(|line| !lines.contains(line));
            lifted_from[*holder] = true;
        }
        lifted.extend(lines);
        lifted.extend(scope);
    }
    let kept = answers.iter_mut().zip(lifted_from).filter(|(answer, is_lifted)| *is_lifted && !answer.is_empty());
    kept.for_each(|(answer, _)| answer.push(scene.say("say.see-shared", &[])));
    lifted
}

/// The sentences of the answers, each once, with the numbers of the answers that have it: sentences of the same answers
/// are together.
pub(super) fn by_holders(answers: &[Vec<Line>]) -> IndexMap<Vec<usize>, Vec<Line>> {
    let mut holders: IndexMap<&Line, Vec<usize>> = IndexMap::new();
    for (number, line) in
        answers.iter().enumerate().flat_map(|(number, answer)| answer.iter().map(move |line| (number, line)))
    {
        let of = holders.entry(line).or_default();
        if of.last() != Some(&number) {
            of.push(number);
        }
    }
    let mut groups: IndexMap<Vec<usize>, Vec<Line>> = IndexMap::new();
    holders.into_iter().for_each(|(line, of)| groups.entry(of).or_default().push(line.clone()));
    groups
}

/// Which activities have something: `all parts except a; b`. `None` if all of them.
#[must_use]
pub(in crate::document) fn scope(scene: &Scene, activities: &[&Activity], holders: &[usize]) -> Option<Line> {
    let titles = |held: bool| {
        let of = activities.iter().enumerate().filter(|(number, _)| holders.contains(number) == held);
        Line::join(of.map(|(_, activity)| scene.text(&activity.title)).collect(), "; ", "; ")
    };
    match activities.len() - holders.len() {
        0 => None,
        others if others < holders.len() => Some(scene.say("say.all-but", &[("activities", titles(false))])),
        _ => Some(titles(true)),
    }
}

fn words(lines: &[Line]) -> usize {
    lines.iter().map(count).sum()
}

fn count(line: &Line) -> usize {
    line.plain().split_whitespace().count()
}
