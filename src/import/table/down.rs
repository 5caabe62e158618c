//! Tables whose fields stand down the side, with a column for each activity.

use std::collections::BTreeSet;

use super::{Column, Filled, Finder, Found, Record};
use crate::import::fields::{self, Field};
use crate::workbook::cell_name;

/// How many of the first columns can hold the fields.
const SIDES: usize = 4;
/// How many rows can stand directly above a table.
const STARTS: usize = 20;
/// How many rows a table can have.
const ROWS: usize = 500;

/// A table that begins in a row, with the row after its end.
pub(super) fn table(finder: &mut Finder, row: usize) -> Option<(Found, usize)> {
    let (side, end) = (0..SIDES).find_map(|side| Some((side, end(finder, row, side)?)))?;
    let first = (row..end).find(|at| !is_above(finder, *at, side))?;
    // A table whose first field comes again has several records below each other.
    let field = |at: usize| finder.field(finder.text(at, side));
    let starts: Vec<usize> = (first..end).filter(|at| field(*at).is_some() && field(*at) == field(first)).collect();
    let starts = if starts.is_empty() { vec![first] } else { starts };
    let from = title_above(finder, row);
    let heading = heading(finder, from, first);
    let mut found = Found { is_down: true, ..Found::default() };
    let mut used: Vec<(usize, usize)> = Vec::new();
    let mut most = side;
    for (index, start) in starts.iter().enumerate() {
        let until = starts.get(index + 1).copied().unwrap_or(end);
        let values: BTreeSet<usize> =
            (*start..until).flat_map(|at| finder.filled(at)).filter(|column| *column > side).collect();
        most = most.max(values.last().copied().unwrap_or(side));
        let above = |column: usize| (row..first).rev().map(|at| finder.text(at, column)).find(|text| !text.is_empty());
        let (notes, records): (Vec<usize>, Vec<usize>) = values
            .iter()
            .partition(|column| above(**column).is_some_and(|head| finder.field(head) == Some(Field::Notes)));
        for column in &records {
            let mut record = Record {
                place: cell_name(*start, *column),
                heading: above(*column).filter(|head| !fields::is_heading(head)).map(str::to_owned),
                filled: Vec::new(),
                rows: until - start,
            };
            record.heading =
                record.heading.or_else(|| heading.clone().filter(|_| records.len() == 1 && starts.len() == 1));
            for at in *start..until {
                record.filled.extend(filled(finder, at, side, *column, None));
                if records.first() == Some(column) {
                    let note = |note: &usize| filled(finder, at, side, *note, above(*note).map(str::to_owned));
                    record.filled.extend(notes.iter().filter_map(note));
                }
            }
            found.records.push(record);
        }
        for at in *start..until {
            let header = finder.text(at, side).to_owned();
            let field = finder.field(&header);
            let column = Column { name: finder.name(at, side), header, field, is_heading: false };
            if !found.columns.iter().any(|known| known.header == column.header) {
                found.columns.push(column);
            }
            used.extend(finder.filled(at).into_iter().map(|column| (at, column)));
        }
    }
    if found.records.is_empty() {
        return None;
    }
    finder.used.extend(used);
    // The title above is said by its record; words such as “Field” and “Content” are said by the headers.
    for at in (from..first).rev() {
        for column in finder.filled(at) {
            let text = finder.text(at, column);
            let is_said =
                fields::is_heading(text) || found.records.iter().any(|record| record.heading.as_deref() == Some(text));
            if is_said {
                let name = cell_name(at, column);
                found.columns.insert(0, Column { name, header: text.to_owned(), field: None, is_heading: true });
                finder.used.insert((at, column));
            }
        }
    }
    found.range = format!("{}:{}", cell_name(first, side), cell_name(end - 1, most));
    Some((found, end))
}

/// The row after a block of rows whose cells in a column mean fields, with something beside them.
fn end(finder: &Finder, row: usize, side: usize) -> Option<usize> {
    if finder.filled(row).first() != Some(&side) {
        return None;
    }
    // A block of rows is looked at from its first rows only: the time grows with the rows, not with their square.
    let is_filled = |at: &usize| !finder.text(*at, side).is_empty() && !finder.used.contains(&(*at, side));
    if (0..row).rev().take(STARTS).take_while(is_filled).count() == STARTS {
        return None;
    }
    let is_of_block = |at: &usize| !finder.text(*at, side).is_empty() && finder.header(*at).is_none();
    let end = (row..finder.sheet.rows.len()).take(ROWS).take_while(is_of_block).last()? + 1;
    let names: Vec<usize> = (row..end).filter(|at| !is_above(finder, *at, side)).collect();
    let known: Vec<Field> = names.iter().filter_map(|at| finder.field(finder.text(*at, side))).collect();
    let distinct: BTreeSet<Field> = known.iter().copied().collect();
    let beside = names.iter().filter(|at| finder.filled(**at).len() > 1).count();
    let is_table = distinct.len() >= 2 && known.len() * 2 >= names.len() && beside * 2 >= names.len();
    is_table.then_some(end)
}

/// Whether a row stands above the fields of its block: a title alone, or words such as “Field” and “Content”.
fn is_above(finder: &Finder, row: usize, side: usize) -> bool {
    let text = finder.text(row, side);
    let is_unknown = finder.field(text).is_none();
    is_unknown && (fields::is_heading(text) || finder.filled(row).len() == 1)
}

/// The row of a title that stands alone above a block, with at most two empty rows between them; or else the row of the
/// block itself.
fn title_above(finder: &Finder, row: usize) -> usize {
    let above = (row.saturating_sub(3)..row).rev().find(|at| !finder.filled(*at).is_empty());
    let is_title = |at: &usize| {
        let title = finder.only(*at).filter(|(column, _)| !finder.used.contains(&(*at, *column)));
        title.is_some_and(|(_, text)| text.chars().count() <= 100 && !text.contains('@') && !text.ends_with('.'))
    };
    above.filter(is_title).unwrap_or(row)
}

/// The title alone in its row, in the rows above the first field.
fn heading(finder: &Finder, row: usize, first: usize) -> Option<String> {
    let mut rows = (row..first).rev();
    rows.find_map(|at| finder.only(at)).map(|(_, text)| text.to_owned()).filter(|text| !fields::is_heading(text))
}

fn filled(finder: &Finder, row: usize, side: usize, column: usize, above: Option<String>) -> Option<Filled> {
    let text = finder.text(row, column);
    let header = finder.text(row, side).to_owned();
    let field = finder.field(&header).filter(|_| above.is_none());
    let header = above.map_or_else(|| header.clone(), |above| format!("{header} – {above}"));
    (!text.is_empty()).then(|| Filled {
        field,
        header,
        name: finder.name(row, column),
        text: text.to_owned(),
        is_repeated: false,
        is_over_fields: false,
    })
}
