//! Matches the records before and after: by id, by `replaces`, by content.

use std::collections::{BTreeSet, HashMap};

use crate::diff::Recognised;
use crate::diff::similarity::content;
use crate::diff::value::Value;

/// Minimum closeness at which records with different ids count as the same.
const SAME: f64 = 0.75;

/// Maximum number of unmatched records on a side for comparison by content.
const MOST: usize = 200;

/// A record of one side.
#[derive(Debug)]
pub(crate) struct Named {
    /// The id.
    pub id: String,
    /// The ids it had before.
    pub replaces: Vec<String>,
    /// Its tree, as written.
    pub value: Value,
    /// The tree of what holds for it, if it takes over values from another record.
    pub held: Option<Value>,
}

/// Two matched records, or an unmatched one, as indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pair {
    /// The index before.
    pub before: Option<usize>,
    /// The index after.
    pub after: Option<usize>,
    /// How they were matched.
    pub recognised: Recognised,
}

/// Every record of both sides, matched or not. A record that was split or merged is in several pairs.
#[must_use]
pub(crate) fn pairs(before: &[Named], after: &[Named]) -> Vec<Pair> {
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
    let at: HashMap<&str, usize> = after.iter().enumerate().map(|(index, named)| (named.id.as_str(), index)).collect();
    let pair = |(index, named): (usize, &Named)| {
        let other = at.get(named.id.as_str())?;
        Some(Pair { before: Some(index), after: Some(*other), recognised: Recognised::ById })
    };
    before.iter().enumerate().filter_map(pair).collect()
}

/// Pairs of which one record names the id of the other in `replaces`, unless both ids exist on both sides.
fn by_replaces(before: &[Named], after: &[Named]) -> Vec<Pair> {
    let ids = |side: &[Named]| side.iter().map(|named| named.id.clone()).collect::<BTreeSet<_>>();
    let (ids_before, ids_after) = (ids(before), ids(after));
    let mut named = telling(before, after);
    named.extend(telling(after, before).into_iter().map(|(column, row)| (row, column)));
    let is_moved = |(row, column): &(usize, usize)| {
        let (old, new) = (&before[*row].id, &after[*column].id);
        old != new && !(ids_after.contains(old) && ids_before.contains(new))
    };
    let pair = |(row, column)| Pair { before: Some(row), after: Some(column), recognised: Recognised::ByReplaces };
    named.into_iter().filter(is_moved).map(pair).collect()
}

/// Pairs of a record of `side` and a record of `other` that names its id in `replaces`.
fn telling(side: &[Named], other: &[Named]) -> BTreeSet<(usize, usize)> {
    let by_id: HashMap<&str, usize> =
        side.iter().enumerate().map(|(index, named)| (named.id.as_str(), index)).collect();
    let named = other.iter().enumerate().flat_map(|(index, named)| named.replaces.iter().map(move |id| (id, index)));
    named.filter_map(|(id, index)| Some((*by_id.get(id.as_str())?, index))).collect()
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
