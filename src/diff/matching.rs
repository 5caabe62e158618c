//! Which item of a list before is which item after: the same content first, then the closest. Order is nothing.

use crate::diff::closeness::closeness;
use crate::diff::value::Value;

/// From which closeness on two items are one that was changed.
const RECORDS: f64 = 0.4;
const TEXTS: f64 = 0.6;

/// Lists in which an item that goes and one that comes are one that was corrected, however little they share.
const CORRECTED: [&str; 4] = ["law", "basis", "then", "obligation"];

/// An item on both sides, or on one.
pub type Pair<'v> = (Option<&'v Value>, Option<&'v Value>);

/// The items that are not the same on both sides. `field` is the field whose value the list is.
#[must_use]
pub fn differing<'v>(field: &str, before: &'v [Value], after: &'v [Value]) -> Vec<Pair<'v>> {
    let (mut gone, mut come) = without_same(before, after);
    let mut pairs = closest(&mut gone, &mut come);
    if CORRECTED.contains(&field) {
        pairs.append(&mut in_order(&mut gone, &mut come));
    }
    pairs.append(&mut filled(&mut gone, &mut come));
    stated(&mut gone, &mut come);
    pairs.extend(gone.into_iter().map(|value| (Some(value), None)));
    pairs.extend(come.into_iter().map(|value| (None, Some(value))));
    pairs
}

/// The items of each side that the other does not have, in an order that does not depend on the one written.
fn without_same<'v>(before: &'v [Value], after: &'v [Value]) -> (Vec<&'v Value>, Vec<&'v Value>) {
    let mut come: Vec<&Value> = after.iter().collect();
    let mut gone = Vec::new();
    for value in before {
        match come.iter().position(|other| same(value, other)) {
            Some(at) => _ = come.swap_remove(at),
            None => gone.push(value),
        }
    }
    gone.sort_by_cached_key(|value| format!("{value:?}"));
    come.sort_by_cached_key(|value| format!("{value:?}"));
    (gone, come)
}

/// Whether two values say the same, whatever the order of their lists.
#[must_use]
pub fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Record(fields), Value::Record(others)) => {
            fields.len() == others.len()
                && fields.iter().zip(others).all(|((field, one), (name, other))| field == name && same(one, other))
        }
        (Value::List(some), Value::List(others)) => {
            some.len() == others.len() && (some == others || without_same(some, others).0.is_empty())
        }
        (Value::Things(some), Value::Things(others)) => {
            let has = |id: &String, value: &Value| others.iter().any(|(name, other)| name == id && same(value, other));
            some.len() == others.len() && some.iter().all(|(id, value)| has(id, value))
        }
        _ => one == other,
    }
}

/// The closest pairs above the threshold, the closest first. Ties are broken the same way in both directions.
fn closest<'v>(gone: &mut Vec<&'v Value>, come: &mut Vec<&'v Value>) -> Vec<Pair<'v>> {
    let threshold = |value: &Value| if matches!(value, Value::Record(_)) { RECORDS } else { TEXTS };
    let mut close = Vec::new();
    for (row, before) in gone.iter().enumerate() {
        for (column, after) in come.iter().enumerate() {
            let closeness = closeness(before, after);
            if closeness >= threshold(before) && is_one_of_several(before, after) {
                close.push((closeness, row, column));
            }
        }
    }
    close.sort_by(|(one, row, column), (other, other_row, other_column)| {
        let distance = |row: &usize, column: &usize| (row + column, row.abs_diff(*column));
        other.total_cmp(one).then(distance(row, column).cmp(&distance(other_row, other_column)))
    });
    let (mut rows, mut columns, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
    for (_, row, column) in close {
        if !rows.contains(&row) && !columns.contains(&column) {
            pairs.push((Some(gone[row]), Some(come[column])));
            rows.push(row);
            columns.push(column);
        }
    }
    keep(gone, |index| !rows.contains(&index));
    keep(come, |index| !columns.contains(&index));
    pairs
}

/// Gaps and items are not each other, and a code is no other code.
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

/// What is left on both sides, one after the other.
fn in_order<'v>(gone: &mut Vec<&'v Value>, come: &mut Vec<&'v Value>) -> Vec<Pair<'v>> {
    let is_item = |value: &&Value| !matches!(value, Value::Gap(_) | Value::None);
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

/// A gap on one side and a value on the other: the gap was filled, or the value was lost.
fn filled<'v>(gone: &mut Vec<&'v Value>, come: &mut Vec<&'v Value>) -> Vec<Pair<'v>> {
    let mut pairs = Vec::new();
    let gap = |values: &[&Value]| values.iter().position(|value| matches!(value, Value::Gap(_)));
    let item = |values: &[&Value]| values.iter().position(|value| !matches!(value, Value::Gap(_) | Value::None));
    while let (Some(from), Some(to)) = (gap(gone), item(come)) {
        pairs.push((Some(gone.remove(from)), Some(come.remove(to))));
    }
    while let (Some(from), Some(to)) = (item(gone), gap(come)) {
        pairs.push((Some(gone.remove(from)), Some(come.remove(to))));
    }
    pairs
}

/// `none` says nothing more where the other side has items or a gap: they tell it themselves.
fn stated(gone: &mut Vec<&Value>, come: &mut Vec<&Value>) {
    if !gone.is_empty() && !come.is_empty() {
        gone.retain(|value| **value != Value::None);
        come.retain(|value| **value != Value::None);
    }
}
