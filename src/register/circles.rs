//! Categories of data that name others of their list. One that names itself means the term; a cycle is a fault.

use std::collections::HashMap;

use crate::finding::{Finding, Findings};
use crate::limit;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::data::Data;
use crate::model::term::{Refers, TermKind, Word};
use crate::register::words::Reading;
use crate::say;
use crate::steps;

/// Resolves the references between the categories of an activity.
pub(super) fn settle(activity: &mut Activity, reading: &Reading, findings: &mut Findings) {
    let all = &mut activity.data.items;
    for data in all.iter_mut() {
        let Some(id) = data.id.clone() else { continue };
        data.items
            .items
            .iter_mut()
            .filter(|item| names(&item.word, &id))
            .for_each(|item| _ = reading.find(TermKind::DataTerms, &mut item.word));
    }
    for broken in 0.. {
        let circles = in_circles(all);
        // Breaking one item can resolve other cycles through it. If there are very many, all are broken at once.
        let most = if broken < limit::MOST { 1 } else { circles.len() };
        if circles.is_empty() {
            break;
        }
        for (data, item) in circles.into_iter().take(most) {
            let id = all[data].id.clone();
            let word = &mut all[data].items.items[item].word;
            findings.extend(id.map(|id| in_circle(&id, word)));
            word.refers = Refers::Itself;
        }
    }
}

/// The items that lead back to their own category, in order, as indices of category and item.
fn in_circles(all: &[Data]) -> Vec<(usize, usize)> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for id in all.iter().filter_map(|data| data.id.as_ref()) {
        let next = numbers.len();
        numbers.entry(id.as_str()).or_insert(next);
    }
    let mut ways = Vec::new();
    for (index, data) in all.iter().enumerate() {
        let Some(from) = data.id.as_ref().and_then(|id| numbers.get(id.as_str())) else { continue };
        for (item, to) in data.items.iter().enumerate().filter(|(_, item)| item.word.refers == Refers::Register) {
            let to = to.word.key().and_then(|key| numbers.get(key));
            ways.extend(to.map(|to| ((index, item), *from, *to)));
        }
    }
    if ways.is_empty() {
        return Vec::new();
    }
    let circle = circles(numbers.len(), &ways.iter().map(|(_, from, to)| (*from, *to)).collect::<Vec<_>>());
    let leads_back = |(_, from, to): &(_, usize, usize)| circle[*from] == circle[*to];
    ways.into_iter().filter(leads_back).map(|(item, ..)| item).collect()
}

/// Assigns each of `count` nodes its strongly connected component (Kosaraju): two nodes are on a cycle if they share
/// one.
fn circles(count: usize, ways: &[(usize, usize)]) -> Vec<usize> {
    let (mut onward, mut back) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for (from, to) in ways {
        onward[*from].push(*to);
        back[*to].push(*from);
    }
    let mut order = Vec::new();
    let mut seen = vec![None; count];
    (0..count).for_each(|start| visit(start, &onward, start, &mut seen, &mut order));
    let mut group = vec![None; count];
    for start in order.into_iter().rev() {
        visit(start, &back, start, &mut group, &mut Vec::new());
    }
    group.into_iter().map(Option::unwrap_or_default).collect()
}

/// Marks everything reachable from `start` that is unmarked, and adds it to `order` in postorder.
fn visit(start: usize, ways: &[Vec<usize>], mark: usize, seen: &mut [Option<usize>], order: &mut Vec<usize>) {
    if seen[start].is_some() {
        return;
    }
    seen[start] = Some(mark);
    let mut open = vec![(start, 0)];
    while let Some((at, next)) = open.last_mut() {
        steps::count(1);
        let Some(to) = ways[*at].get(*next).copied() else {
            order.push(*at);
            open.pop();
            continue;
        };
        *next += 1;
        if seen[to].is_none() {
            seen[to] = Some(mark);
            open.push((to, 0));
        }
    }
}

fn in_circle(id: &Id, word: &Word) -> Finding {
    let message = say!(
        en: "`{id}` names `{key}`, which in turn names `{id}`",
        sv: "`{id}` hänvisar till `{key}`, som i sin tur hänvisar till `{id}`",
        da: "`{id}` henviser til `{key}`, som igen henviser til `{id}`",
        key = word.key().unwrap_or_default(),
    );
    let finding = Finding::error("data-in-circle", word.text.at, message);
    finding.label(say!(en: "a circle", sv: "en cirkel", da: "en cirkel")).help(say!(
        en: "write the data themselves in one of the places",
        sv: "skriv själva uppgifterna på ett av ställena",
        da: "skriv selve oplysningerne et af stederne",
    ))
}

fn names(word: &Word, id: &Id) -> bool {
    word.refers == Refers::Register && word.key() == Some(id.as_str())
}
