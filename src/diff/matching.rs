//! Matches the items of two lists: equal content first, then the closest. Reordering changes no item.

use crate::model::activity::Activity;
use crate::model::keys;
use crate::model::record::field;
use crate::model::retention::Retention;
use std::collections::{HashMap, HashSet};

use crate::diff::candidates;
use crate::diff::similarity::closeness;
use crate::diff::value::Value;
use crate::steps;
use crate::vocabulary::{self, ListName};

/// Minimum similarity at which two records count as one that was changed.
const RECORDS: f64 = 0.4;
/// Minimum similarity at which two other values count as one that was changed.
const TEXTS: f64 = 0.6;

/// Lists in which a removed and an added item count as one that was corrected, however little they share.
const CORRECTED: [&str; 4] = [keys::LAW, keys::BASIS, field!(Retention, then), field!(Activity, obligation)];

/// An item before and after, or on one side only.
pub(crate) type Pair<'v> = (Option<&'v Value>, Option<&'v Value>);

/// The items that differ between the sides. `field` is the field with the list.
#[must_use]
pub(crate) fn differing<'v>(field: &str, before: &'v [Value], after: &'v [Value]) -> Vec<Pair<'v>> {
    let (mut gone, mut come) = without_same(before, after);
    let mut pairs = same_words(&mut gone, &mut come);
    pairs.append(&mut closest(&mut gone, &mut come));
    if CORRECTED.contains(&field) {
        pairs.append(&mut in_order(&mut gone, &mut come));
    }
    pairs.append(&mut filled(&mut gone, &mut come));
    stated(&mut gone, &mut come);
    pairs.extend(gone.into_iter().map(|value| (Some(value), None)));
    pairs.extend(come.into_iter().map(|value| (None, Some(value))));
    pairs
}

/// The items of each side that the other does not have, in an order that does not depend on the input order.
fn without_same<'v>(before: &'v [Value], after: &'v [Value]) -> (Vec<&'v Value>, Vec<&'v Value>) {
    let mut open: HashMap<String, Vec<&Value>> = HashMap::new();
    after.iter().rev().for_each(|value| open.entry(said(value)).or_default().push(value));
    let is_gone = |value: &&Value| open.get_mut(&said(value)).and_then(Vec::pop).is_none();
    let mut gone: Vec<&Value> = before.iter().filter(is_gone).collect();
    let mut come: Vec<&Value> = open.into_values().flatten().collect();
    gone.sort_by_cached_key(|value| format!("{value:?}"));
    come.sort_by_cached_key(|value| format!("{value:?}"));
    (gone, come)
}

/// The items of a list that another has too, in order.
#[must_use]
pub(crate) fn shared(list: &Value, other: &Value) -> Value {
    let known: HashSet<String> = other.items().iter().map(said).collect();
    Value::List(list.items().iter().filter(|item| known.contains(&said(item))).cloned().collect())
}

/// Whether two lists have the same items in another order.
#[must_use]
pub(crate) fn is_reordered(before: &Value, after: &Value) -> bool {
    let in_order = |value: &Value| value.items().iter().map(said).collect::<Vec<_>>();
    matches!((before, after), (Value::List(_), Value::List(_)))
        && in_order(before) != in_order(after)
        && said(before) == said(after)
}

/// Whether one of two values is a code, and the other the word for it in each language that it is written in.
#[must_use]
pub(crate) fn is_same_word(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Term(kind, code), Value::Free(of, words)) | (Value::Free(of, words), Value::Term(kind, code)) => {
            let is_word =
                |list: &ListName| words.iter().all(|(lang, word)| vocabulary::is_word_for(*list, code, *lang, word));
            kind == of && !words.is_empty() && kind.lists().iter().any(is_word)
        }
        _ => false,
    }
}

/// Pairs codes with the words for them.
fn same_words<'v>(gone: &mut Vec<&'v Value>, come: &mut Vec<&'v Value>) -> Vec<Pair<'v>> {
    let mut pairs = Vec::new();
    gone.retain(|before| match come.iter().position(|after| is_same_word(before, after)) {
        Some(index) => {
            pairs.push((Some(*before), Some(come.remove(index))));
            false
        }
        None => true,
    });
    pairs
}

/// A key that is equal for values with the same content.
#[must_use]
pub(crate) fn said(value: &Value) -> String {
    steps::count(1);
    match value {
        Value::Record(fields) => {
            let fields: Vec<_> = fields.iter().map(|(field, value)| (field, said(value))).collect();
            format!("{{{fields:?}}}")
        }
        Value::List(items) => {
            let mut items: Vec<_> = items.iter().map(said).collect();
            items.sort_unstable();
            format!("[{items:?}]")
        }
        Value::ById(things) => {
            let mut things: Vec<_> = things.iter().map(|(id, value)| (id, said(value))).collect();
            things.sort_unstable();
            format!("<{things:?}>")
        }
        _ => format!("{value:?}"),
    }
}

/// The closest pairs above the threshold, the closest first. Symmetric: ties are broken the same way in both
/// directions.
fn closest<'v>(gone: &mut Vec<&'v Value>, come: &mut Vec<&'v Value>) -> Vec<Pair<'v>> {
    let threshold = |value: &Value| if matches!(value, Value::Record(_)) { RECORDS } else { TEXTS };
    let mut close = Vec::new();
    for (row, column) in candidates::pairs(gone, come) {
        let (before, after) = (gone[row], come[column]);
        if is_one_of_several(before, after) {
            let closeness = closeness(before, after);
            if closeness >= threshold(before) {
                close.push((closeness, row, column));
            }
        }
    }
    close.sort_by(|(one, row, column), (other, other_row, other_column)| {
        let distance = |row: &usize, column: &usize| (row + column, row.abs_diff(*column));
        other.total_cmp(one).then(distance(row, column).cmp(&distance(other_row, other_column)))
    });
    let (mut rows, mut columns) = (vec![false; gone.len()], vec![false; come.len()]);
    let mut pairs = Vec::new();
    for (_, row, column) in close {
        if !rows[row] && !columns[column] {
            pairs.push((Some(gone[row]), Some(come[column])));
            (rows[row], columns[column]) = (true, true);
        }
    }
    keep(gone, |index| !rows[index]);
    keep(come, |index| !columns[index]);
    pairs
}

/// Whether two values may be one that was changed: gaps only match gaps, and codes never match.
fn is_one_of_several(before: &Value, after: &Value) -> bool {
    std::mem::discriminant(before) == std::mem::discriminant(after) && !matches!(before, Value::Code(_))
}

fn keep(values: &mut Vec<&Value>, is_kept: impl Fn(usize) -> bool) {
    let mut index = 0;
    values.retain(|_| {
        index += 1;
        is_kept(index - 1)
    });
}

/// Pairs the remaining items in order.
fn in_order<'v>(gone: &mut Vec<&'v Value>, come: &mut Vec<&'v Value>) -> Vec<Pair<'v>> {
    let is_item = |value: &&Value| !matches!(value, Value::Gap(..) | Value::None);
    let count =
        gone.iter().filter(|value| is_item(value)).count().min(come.iter().filter(|value| is_item(value)).count());
    let take = |values: &mut Vec<&'v Value>| {
        let (items, rest): (Vec<_>, Vec<_>) = values.drain(..).partition(|value| is_item(value));
        let (taken, left) = items.split_at(count);
        values.extend(left.iter().copied().chain(rest));
        taken.to_vec()
    };
    let before = take(gone);
    before.into_iter().zip(take(come)).map(|(before, after)| (Some(before), Some(after))).collect()
}

/// Pairs a gap with a value: the gap was filled, or the value was lost.
fn filled<'v>(gone: &mut Vec<&'v Value>, come: &mut Vec<&'v Value>) -> Vec<Pair<'v>> {
    let is_gap = |value: &Value| matches!(value, Value::Gap(..));
    let is_item = |value: &Value| !matches!(value, Value::Gap(..) | Value::None);
    let mut pairs = fill(gone, is_gap, come, is_item);
    pairs.append(&mut fill(gone, is_item, come, is_gap));
    pairs
}

/// Removes the values that fit from both sides and pairs them in order.
fn fill<'v>(
    gone: &mut Vec<&'v Value>,
    goes: impl Fn(&Value) -> bool,
    come: &mut Vec<&'v Value>,
    comes: impl Fn(&Value) -> bool,
) -> Vec<Pair<'v>> {
    let count = |values: &[&Value], fits: &dyn Fn(&Value) -> bool| values.iter().filter(|value| fits(value)).count();
    let count = count(gone, &goes).min(count(come, &comes));
    let take = |values: &mut Vec<&'v Value>, fits: &dyn Fn(&Value) -> bool| {
        let mut taken = Vec::new();
        values.retain(|value| {
            let is_taken = taken.len() < count && fits(value);
            if is_taken {
                taken.push(*value);
            }
            !is_taken
        });
        taken
    };
    let (gone, come) = (take(gone, &goes), take(come, &comes));
    gone.into_iter().zip(come).map(|(before, after)| (Some(before), Some(after))).collect()
}

/// Drops `none` if the other side has items or a gap, which show the change themselves.
fn stated(gone: &mut Vec<&Value>, come: &mut Vec<&Value>) {
    if !gone.is_empty() && !come.is_empty() {
        gone.retain(|value| **value != Value::None);
        come.retain(|value| **value != Value::None);
    }
}
