//! Which row of a table is which row of another version of it. Rows may have been sorted, changed, added or removed.

use std::collections::HashMap;

use super::view::{Row, Table};

/// The rows of two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    /// The rows that are in both.
    pub(super) both: Vec<(usize, usize)>,
    /// Those that only the first has.
    pub(super) gone: Vec<usize>,
    /// Those that only the second has.
    pub(super) new: Vec<usize>,
}

/// Pairs the rows of two versions: first those that are equal, then those about the same activity that are most alike.
pub(super) fn pairs(one: &Table, other: &Table) -> Pairs {
    let mut pairs = Pairs::default();
    let mut free: HashMap<Content, Vec<usize>> = HashMap::new();
    for (at, row) in other.rows.iter().enumerate().rev() {
        free.entry(content(row)).or_default().push(at);
    }
    let mut left: Vec<usize> = Vec::new();
    for (at, row) in one.rows.iter().enumerate() {
        match free.get_mut(&content(row)).and_then(Vec::pop) {
            Some(same) => pairs.both.push((at, same)),
            None => left.push(at),
        }
    }
    let mut new: Vec<usize> = free.into_values().flatten().collect();
    new.sort_unstable();
    let mut groups: Vec<&str> = left.iter().map(|at| one.rows[*at].group.as_str()).collect();
    groups.dedup();
    for group in groups {
        let of = |table: &Table, rows: &[usize]| -> Vec<usize> {
            rows.iter().copied().filter(|at| table.rows[*at].group == group).collect()
        };
        let (old, come) = (of(one, &left), of(other, &new));
        for (from, to) in alike((one, &old), (other, &come)) {
            pairs.both.push((from, to));
            left.retain(|at| *at != from);
            new.retain(|at| *at != to);
        }
    }
    (pairs.gone, pairs.new) = (left, new);
    pairs
}

/// What a row is about, and its cells.
type Content<'r> = (&'r str, Vec<(&'r str, &'r str)>);

fn content(row: &Row) -> Content<'_> {
    (&row.group, row.cells.iter().map(|(head, text)| (head.as_str(), text.as_str())).collect())
}

/// Rows about one activity that are alike: a row that is left alone on both sides is the same; of several, those with most
/// cells in common.
fn alike((one, old): (&Table, &[usize]), (other, new): (&Table, &[usize])) -> Vec<(usize, usize)> {
    if let ([from], [to]) = (old, new) {
        return vec![(*from, *to)];
    }
    let mut all: Vec<(usize, usize, usize)> = Vec::new();
    for from in old {
        for to in new {
            let (row, same) = (&one.rows[*from], &other.rows[*to]);
            let common = row.cells.iter().filter(|(head, text)| same.text(head) == text.as_str()).count();
            all.push((common, *from, *to));
        }
    }
    // The id and the name of the activity are common to all.
    all.sort_by_key(|(common, from, to)| (std::cmp::Reverse(*common), from.abs_diff(*to), *from));
    let mut found: Vec<(usize, usize)> = Vec::new();
    let is_even = old.len() == new.len();
    for (common, from, to) in all {
        let is_free = !found.iter().any(|(known, same)| *known == from || *same == to);
        if is_free && (common > 2 || is_even) {
            found.push((from, to));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::pairs;
    use crate::reimport::view::{Kind, Row, Table};

    fn table(rows: &[[&str; 4]]) -> Table {
        let heads = ["name", "a", "b", "id"];
        let row = |(at, cells): (usize, &[&str; 4])| Row {
            at,
            group: cells[3].to_owned(),
            cells: heads
                .iter()
                .zip(cells)
                .filter(|(_, text)| !text.is_empty())
                .map(|(head, text)| ((*head).to_owned(), (*text).to_owned()))
                .collect(),
        };
        Table {
            kind: Kind::Data,
            name: "t".into(),
            heads: heads.iter().zip(0..).map(|(head, at)| ((*head).to_owned(), at)).collect(),
            rows: rows.iter().enumerate().map(row).collect(),
            formulas: BTreeSet::new(),
        }
    }

    #[test]
    fn rows_are_found_again_when_they_are_sorted_and_changed() {
        let one = table(&[["A", "x", "1", "a"], ["A", "y", "2", "a"], ["B", "x", "1", "b"]]);
        let other = table(&[["B", "x", "3", "b"], ["A", "y", "2", "a"], ["A", "x", "1", "a"]]);
        let mut found = pairs(&one, &other);
        found.both.sort_unstable();
        assert_eq!((found.both, found.gone, found.new), (vec![(0, 2), (1, 1), (2, 0)], vec![], vec![]));
    }

    #[test]
    fn a_row_that_is_gone_or_new_is_no_changed_one() {
        let one = table(&[["A", "x", "1", "a"], ["A", "y", "2", "a"], ["A", "z", "3", "a"]]);
        let gone = pairs(&one, &table(&[["A", "x", "1", "a"], ["A", "y", "9", "a"]]));
        assert_eq!((gone.both, gone.gone), (vec![(0, 0), (1, 1)], vec![2]));
        let new = pairs(
            &one,
            &table(&[["A", "x", "1", "a"], ["A", "y", "2", "a"], ["A", "z", "3", "a"], ["A", "q", "", "a"]]),
        );
        assert_eq!((new.both.len(), new.new), (3, vec![3]));
    }
}
