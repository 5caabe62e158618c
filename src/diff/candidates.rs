//! Selects the items of two lists to compare: all pairs if the lists are short, otherwise items that share rare pieces
//! or are neighbours in alphabetical order.

use std::collections::HashMap;

use crate::diff::value::Value;

/// Maximum number of pairs for which all are compared.
const SHORT: usize = 10_000;
/// How many of the rarest pieces of an item are looked up on the other side.
const PIECES: usize = 4;
/// Maximum number of items that contain such a piece.
const RARE: usize = 16;
/// How many items with such pieces are compared.
const NEAR: usize = 16;
/// How many alphabetical neighbours are compared.
const NEIGHBOURS: usize = 4;

/// The pairs to compare, as sorted indices. Symmetric: swapping the sides swaps the indices.
pub(super) fn pairs(before: &[&Value], after: &[&Value]) -> Vec<(usize, usize)> {
    if before.len().saturating_mul(after.len()) <= SHORT {
        return (0..before.len()).flat_map(|row| (0..after.len()).map(move |column| (row, column))).collect();
    }
    let texts = |values: &[&Value]| values.iter().map(|value| told(value)).collect::<Vec<_>>();
    let (rows, columns) = (texts(before), texts(after));
    let mut pairs = by_pieces(&rows, &columns);
    pairs.extend(by_pieces(&columns, &rows).into_iter().map(|(column, row)| (row, column)));
    pairs.extend(neighbours(&rows, &columns));
    let backwards = |texts: &[String]| texts.iter().map(|text| text.chars().rev().collect()).collect::<Vec<String>>();
    pairs.extend(neighbours(&backwards(&rows), &backwards(&columns)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The words of a value, joined, without punctuation.
fn told(value: &Value) -> String {
    let mut told = String::new();
    value.each(&mut |value| match value {
        Value::Record(_) | Value::List(_) | Value::ById(_) | Value::Nothing => {}
        _ => match (value.words(), value.key()) {
            (Some(words), _) => words.values().for_each(|words| add(&mut told, words)),
            (None, Some(key)) => add(&mut told, key),
            (None, None) => add(&mut told, &format!("{value:?}")),
        },
    });
    told
}

fn add(told: &mut String, words: &str) {
    told.extend(words.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }));
    told.push(' ');
}

/// The words of a text, and each two adjacent words.
fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let words = text.split_whitespace();
    let next = text.split_whitespace().skip(1);
    words.clone().map(|word| (word, "")).chain(words.zip(next))
}

/// Pairs of items that share one of the rarest pieces of the first.
fn by_pieces(some: &[String], others: &[String]) -> Vec<(usize, usize)> {
    let mut holding: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (index, text) in others.iter().enumerate() {
        for piece in pieces(text) {
            let all = holding.entry(piece).or_default();
            if all.len() <= RARE && all.last() != Some(&index) {
                all.push(index);
            }
        }
    }
    let mut pairs = Vec::new();
    for (index, text) in some.iter().enumerate() {
        let mut rare: Vec<&Vec<usize>> =
            pieces(text).filter_map(|piece| holding.get(&piece)).filter(|all| all.len() <= RARE).collect();
        rare.sort();
        rare.sort_by_key(|all| all.len());
        let near = rare.into_iter().take(PIECES).flatten().take(NEAR);
        pairs.extend(near.map(|other| (index, *other)));
    }
    pairs
}

/// Pairs of neighbours when the items of both sides are sorted together.
fn neighbours(rows: &[String], columns: &[String]) -> Vec<(usize, usize)> {
    let own = rows.iter().enumerate().map(|(index, text)| (text, true, index));
    let others = columns.iter().enumerate().map(|(index, text)| (text, false, index));
    let mut all: Vec<(&String, bool, usize)> = own.chain(others).collect();
    all.sort_by_key(|(text, _, index)| (*text, *index));
    let mut pairs = Vec::new();
    for (at, (_, is_row, index)) in all.iter().enumerate() {
        for (_, is_other_row, other) in all.iter().skip(at + 1).take(NEIGHBOURS) {
            match (is_row, is_other_row) {
                (true, false) => pairs.push((*index, *other)),
                (false, true) => pairs.push((*other, *index)),
                _ => {}
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::pairs;
    use crate::diff::value::Value;

    #[test]
    fn of_long_lists_few_pairs_are_compared_and_the_right_one_is_among_them() {
        let side = |word: &str| -> Vec<Value> {
            (0..500).map(|number| Value::Plain(format!("handling {word} cases of kind {number} in town"))).collect()
        };
        let (before, after) = (side("old"), side("new"));
        let (before, after): (Vec<_>, Vec<_>) = (before.iter().collect(), after.iter().collect());
        let found = pairs(&before, &after);
        assert!(found.len() < 500 * 50, "{}", found.len());
        assert!((0..500).all(|index| found.binary_search(&(index, index)).is_ok()));
        let mut turned: Vec<_> = pairs(&after, &before).into_iter().map(|(row, column)| (column, row)).collect();
        turned.sort_unstable();
        assert_eq!(found, turned);
    }
}
