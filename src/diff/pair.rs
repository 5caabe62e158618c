//! Which record before is which record after: by id, by `replaces`, by content.

use std::collections::BTreeSet;

use crate::diff::Recognised;
use crate::diff::closeness::content;
use crate::diff::value::Value;

/// From which closeness on a record under another id is the same one.
const SAME: f64 = 0.75;

/// The most records without a partner that are compared with each other by content.
const MOST: usize = 200;

/// A record of one side: its id, the ids it had before, and its tree.
#[derive(Debug)]
pub struct Named {
    /// The id.
    pub id: String,
    /// `replaces`.
    pub replaces: Vec<String>,
    /// The tree.
    pub value: Value,
}

/// Two records that are one, or one that stands alone, by their index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// Before.
    pub before: Option<usize>,
    /// After.
    pub after: Option<usize>,
    /// How they were recognised.
    pub recognised: Recognised,
}

/// Every record of both sides in a pair or alone. A record that was split or merged stands in several pairs.
#[must_use]
pub fn pairs(before: &[Named], after: &[Named]) -> Vec<Pair> {
    let mut pairs = by_id(before, after);
    pairs.extend(by_replaces(before, after));
    let mut gone = alone(before.len(), pairs.iter().filter_map(|pair| pair.before));
    let mut come = alone(after.len(), pairs.iter().filter_map(|pair| pair.after));
    pairs.extend(by_content(before, after, &mut gone, &mut come));
    let recognised = Recognised::ById;
    pairs.extend(gone.into_iter().map(|index| Pair { before: Some(index), after: None, recognised }));
    pairs.extend(come.into_iter().map(|index| Pair { before: None, after: Some(index), recognised }));
    pairs
}

fn by_id(before: &[Named], after: &[Named]) -> Vec<Pair> {
    let at: std::collections::HashMap<&str, usize> =
        after.iter().enumerate().map(|(index, named)| (named.id.as_str(), index)).collect();
    let pair = |(index, named): (usize, &Named)| {
        let other = at.get(named.id.as_str())?;
        Some(Pair { before: Some(index), after: Some(*other), recognised: Recognised::ById })
    };
    before.iter().enumerate().filter_map(pair).collect()
}

/// A record names an id of the other side that its own side, or the other, no longer has beside it.
fn by_replaces(before: &[Named], after: &[Named]) -> Vec<Pair> {
    let ids = |side: &[Named]| side.iter().map(|named| named.id.clone()).collect::<BTreeSet<_>>();
    let (ids_before, ids_after) = (ids(before), ids(after));
    let mut pairs = Vec::new();
    let telling = |side: &[Named]| side.iter().any(|named| !named.replaces.is_empty());
    if !telling(before) && !telling(after) {
        return pairs;
    }
    for (row, old) in before.iter().enumerate() {
        for (column, new) in after.iter().enumerate() {
            let named = new.replaces.contains(&old.id) || old.replaces.contains(&new.id);
            let is_moved = !(ids_after.contains(&old.id) && ids_before.contains(&new.id));
            if named && old.id != new.id && is_moved {
                pairs.push(Pair { before: Some(row), after: Some(column), recognised: Recognised::ByReplaces });
            }
        }
    }
    pairs
}

/// The indices below `count` that are not taken.
fn alone(count: usize, taken: impl Iterator<Item = usize>) -> Vec<usize> {
    let taken: BTreeSet<usize> = taken.collect();
    (0..count).filter(|index| !taken.contains(index)).collect()
}

fn by_content(before: &[Named], after: &[Named], gone: &mut Vec<usize>, come: &mut Vec<usize>) -> Vec<Pair> {
    let mut close = Vec::new();
    if gone.len() <= MOST && come.len() <= MOST {
        for row in gone.iter().copied() {
            for column in come.iter().copied() {
                let closeness = content(&before[row].value, &after[column].value);
                if closeness >= SAME {
                    let ids = [before[row].id.as_str(), after[column].id.as_str()];
                    close.push((closeness, [ids[0].min(ids[1]), ids[0].max(ids[1])], row, column));
                }
            }
        }
    }
    close.sort_by(|(one, ids, ..), (other, other_ids, ..)| other.total_cmp(one).then(ids.cmp(other_ids)));
    let mut pairs = Vec::new();
    for (_, _, row, column) in close {
        if gone.contains(&row) && come.contains(&column) {
            pairs.push(Pair { before: Some(row), after: Some(column), recognised: Recognised::ByContent });
            gone.retain(|index| *index != row);
            come.retain(|index| *index != column);
        }
    }
    pairs
}
