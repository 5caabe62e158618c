//! Texts before and after, with the words that are not the same.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::steps;

/// The most comparisons of two words for one change; where there would be more, all between the first and the last
/// word that differ is marked.
const MOST: usize = 250_000;

/// How many characters of an unchanged stretch are kept next to a changed one when a text is cut.
const CONTEXT: usize = 60;

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether the other version has something else here.
    pub is_changed: bool,
}

/// A text as stretches that are changed or not.
pub(crate) type Marked = Vec<Piece>;

/// A text in which nothing is marked.
pub(crate) fn unmarked(text: String) -> Marked {
    vec![Piece { text, is_changed: false }]
}

/// The text without marks.
pub(crate) fn plain(marked: &[Piece]) -> String {
    marked.iter().map(|piece| piece.text.as_str()).collect()
}

/// The lines of both sides. If each side is one line and they share words, the others are marked.
pub(super) fn sides(before: Vec<String>, after: Vec<String>) -> (Vec<Marked>, Vec<Marked>) {
    if let ([old], [new]) = (before.as_slice(), after.as_slice())
        && let Some((old, new)) = both(old, new)
    {
        return (vec![old], vec![new]);
    }
    let all = |side: Vec<String>| side.into_iter().map(unmarked).collect();
    (all(before), all(after))
}

/// Marks the words of two texts that are not the same; `None` if they share no word.
fn both(before: &str, after: &str) -> Option<(Marked, Marked)> {
    let (old, new) = (words(before), words(after));
    let is_kept = |(one, other): &(&&str, &&str)| one.trim() == other.trim();
    let first = old.iter().zip(&new).take_while(is_kept).count();
    let rest = (old.len() - first).min(new.len() - first);
    let last = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(is_kept).count();
    let (mut kept_old, mut kept_new) = (BTreeSet::new(), BTreeSet::new());
    kept_old.extend((0..first).chain(old.len() - last..old.len()));
    kept_new.extend((0..first).chain(new.len() - last..new.len()));
    for (row, column) in common(&old[first..old.len() - last], &new[first..new.len() - last]) {
        kept_old.insert(first + row);
        kept_new.insert(first + column);
    }
    (!kept_old.is_empty()).then(|| (pieces(&old, &kept_old), pieces(&new, &kept_new)))
}

/// Words, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// The longest common list of words, as pairs of indices.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    if old.is_empty() || new.is_empty() || old.len().saturating_mul(new.len()) > MOST {
        return Vec::new();
    }
    steps::count(old.len() * new.len());
    let mut longest = vec![0u32; (old.len() + 1) * width];
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            longest[row * width + column] = match old[row].trim() == new[column].trim() {
                true => longest[(row + 1) * width + column + 1] + 1,
                false => longest[(row + 1) * width + column].max(longest[row * width + column + 1]),
            };
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < old.len() && column < new.len() {
        if old[row].trim() == new[column].trim() {
            pairs.push((row, column));
            (row, column) = (row + 1, column + 1);
        } else if longest[(row + 1) * width + column] >= longest[row * width + column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

fn pieces(words: &[&str], kept: &BTreeSet<usize>) -> Marked {
    let mut all: Marked = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let is_changed = !kept.contains(&index);
        match all.last_mut().filter(|piece| piece.is_changed == is_changed) {
            Some(piece) => piece.text.push_str(word),
            None => all.push(Piece { text: (*word).to_owned(), is_changed }),
        }
    }
    all
}

/// At most so many characters of a text, around what changed, and how many characters are left out.
pub(super) fn cut(marked: &[Piece], most: usize) -> (Marked, usize) {
    let length = |text: &str| text.chars().count();
    let whole: usize = marked.iter().map(|piece| length(&piece.text)).sum();
    if whole <= most {
        return (marked.to_vec(), 0);
    }
    let has_marks = marked.iter().any(|piece| piece.is_changed);
    let (mut all, mut room, mut kept) = (Marked::new(), most, 0);
    for (index, piece) in marked.iter().enumerate() {
        let (head, tail) = match piece.is_changed || !has_marks {
            true => (usize::MAX, 0),
            false => (if index > 0 { CONTEXT } else { 0 }, if index + 1 < marked.len() { CONTEXT } else { 0 }),
        };
        let (text, count) = ends(&piece.text, head.min(room), tail.min(room.saturating_sub(head.min(room))));
        kept += count;
        room -= count;
        if !text.is_empty() {
            all.push(Piece { text, is_changed: piece.is_changed });
        }
        if room == 0 {
            break;
        }
    }
    (all, whole - kept)
}

/// The first and the last characters of a text, and how many they are.
fn ends(text: &str, head: usize, tail: usize) -> (String, usize) {
    let count = text.chars().count();
    if count <= head.saturating_add(tail) {
        return (text.to_owned(), count);
    }
    let at = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
    (format!("{}…{}", &text[..at(head)], &text[at(count - tail)..]), head + tail)
}

#[cfg(test)]
mod tests {
    use super::{Marked, both, cut, plain, sides, unmarked};

    fn shown(marked: &Marked) -> String {
        let piece = |piece: &super::Piece| match piece.is_changed {
            true => format!("[{}]", piece.text),
            false => piece.text.clone(),
        };
        marked.iter().map(piece).collect()
    }

    #[test]
    fn the_words_that_are_not_the_same_are_marked() {
        let (before, after) = both("i två år efter beslutet", "i fem år efter att beslutet").unwrap();
        assert_eq!(
            (shown(&before), shown(&after)),
            ("i [två ]år efter beslutet".into(), "i [fem ]år efter [att ]beslutet".into())
        );
        assert_eq!(both("Skolskjuts", "Resor"), None);
        let (before, after) = both("ett ord", "ett ord till").unwrap();
        assert_eq!((shown(&before), shown(&after)), ("ett ord".into(), "ett ord [till]".into()));
        let (before, _) = sides(vec!["a".into(), "b".into()], vec!["a".into()]);
        assert_eq!(before, [unmarked("a".into()), unmarked("b".into())]);
    }

    #[test]
    fn a_long_text_is_cut_around_what_changed() {
        let long = "ord ".repeat(500);
        let (before, _) = both(&format!("{long}gammalt {long}"), &format!("{long}nytt {long}")).unwrap();
        let (short, left) = cut(&before, 200);
        assert!(shown(&short).contains("[gammalt ]") && plain(&short).chars().count() <= 203, "{}", shown(&short));
        assert_eq!(left, 4_008 - 128);
        let (short, left) = cut(&unmarked(long.clone()), 100);
        assert_eq!((plain(&short).chars().count(), left), (101, 1_900));
        assert_eq!(cut(&unmarked("kort".into()), 100), (unmarked("kort".into()), 0));
    }
}
