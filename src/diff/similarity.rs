//! The similarity of two values, from 0 to 1.

use crate::model::keys;
use strsim::sorensen_dice;

use crate::diff::candidates;
use crate::diff::matching::is_same_word;
use crate::diff::naming::NAMES;
use crate::diff::value::{Value, Words};
use crate::steps;

/// How alike two gaps with the same reason are.
const SAME_REASON: f64 = 0.9;

/// The closeness of two values, from 0 to 1. Symmetric.
#[must_use]
pub(crate) fn closeness(one: &Value, other: &Value) -> f64 {
    steps::count(1);
    if one == other {
        return 1.0;
    }
    match (one, other) {
        (Value::Record(_), Value::Record(_)) => of_records(one, other),
        (Value::List(some), Value::List(others)) => of_lists(some, others),
        (Value::Term(..), Value::Free(..)) | (Value::Free(..), Value::Term(..)) if is_same_word(one, other) => 1.0,
        // The same reason, or none that is shown: another sentence for the public.
        (Value::Gap(reason, _), Value::Gap(other, _)) if reason == other => SAME_REASON,
        (Value::Text(words), Value::Text(others)) | (Value::Gap(words, _), Value::Gap(others, _)) => {
            of_words(words, others)
        }
        (Value::Free(kind, words), Value::Free(other, others)) if kind == other => of_words(words, others),
        (Value::Plain(words), Value::Plain(others)) => sorensen_dice(words, others),
        (Value::Keep(_), Value::Keep(_)) | (Value::Date(_), Value::Date(_)) => 0.5,
        _ => 0.0,
    }
}

fn of_words(words: &Words, others: &Words) -> f64 {
    let shared = words.iter().filter_map(|(lang, words)| Some(sorensen_dice(words, others.get(lang)?)));
    shared.fold(0.0, f64::max)
}

/// The closeness of two records: 1 if their ids are equal, halved if they differ.
fn of_records(one: &Value, other: &Value) -> f64 {
    let ids = (one.get(keys::ID), other.get(keys::ID));
    if let (Some(Value::Id(id)), Some(Value::Id(other))) = ids
        && id == other
    {
        return 1.0;
    }
    let close = content(one, other);
    if matches!(ids, (Some(_), Some(_))) { close / 2.0 } else { close }
}

/// The closeness of two records, ignoring their ids.
#[must_use]
pub(crate) fn content(one: &Value, other: &Value) -> f64 {
    let (Value::Record(fields), Value::Record(others)) = (one, other) else { return 0.0 };
    let weight = |field: &str| match field {
        _ if field == keys::NOTES => 0.0,
        _ if NAMES.contains(&field) || field == keys::RULE => 3.0,
        _ => 1.0,
    };
    let (mut sum, mut all) = (0.0, 0.0);
    for (field, value) in fields.iter().filter(|(field, _)| *field != keys::ID) {
        all += weight(field);
        sum += weight(field) * other.get(field).map_or(0.0, |other| closeness(value, other));
    }
    let alone = others.iter().filter(|(field, _)| *field != keys::ID && one.get(field).is_none());
    all += alone.map(|(field, _)| weight(field)).sum::<f64>();
    if all > 0.0 { sum / all } else { 0.0 }
}

fn of_lists(some: &[Value], others: &[Value]) -> f64 {
    let (mut rows, mut columns) = (vec![0.0_f64; some.len()], vec![0.0_f64; others.len()]);
    let (before, after): (Vec<&Value>, Vec<&Value>) = (some.iter().collect(), others.iter().collect());
    for (row, column) in candidates::pairs(&before, &after) {
        let close = closeness(before[row], after[column]);
        rows[row] = rows[row].max(close);
        columns[column] = columns[column].max(close);
    }
    let sum: f64 = rows.iter().chain(&columns).sum();
    sum / (some.len() + others.len()).max(1) as f64
}
