//! Tables whose fields stand across: a header, and a row for each activity.

use super::{Column, Filled, Finder, Found, Record};
use crate::import::fields::Field;
use crate::import::words::is_no_item;
use crate::workbook::cell_name;

/// A table whose header is in a row, with the row after its end.
pub(super) fn table(finder: &mut Finder, row: usize) -> Option<(Found, usize)> {
    finder.header(row)?;
    let depth = depth(finder, row);
    let columns = columns(finder, row, depth);
    let is_register = |column: &Header| matches!(column.field, Some(Field::Title | Field::Purposes));
    if !columns.iter().any(is_register) {
        return None;
    }
    let title = columns.iter().position(|column| column.field == Some(Field::Title));
    let is_wide = columns.iter().filter(|column| column.field.is_some()).count() >= 3;
    let mut records: Vec<Record> = Vec::new();
    let (mut at, mut last) = (row + depth, None);
    let mut used: Vec<(usize, usize)> =
        (row..at).flat_map(|row| finder.filled(row).into_iter().map(move |at| (row, at))).collect();
    while at < finder.sheet.rows.len() {
        let filled = finder.filled(at);
        if filled.is_empty() {
            at += 1;
            continue;
        }
        if let Some(again) = finder.header(at) {
            let is_repeated = again.iter().all(|column| finder.text(at, *column) == finder.text(row, *column));
            if !is_repeated {
                break;
            }
            used.extend(again.into_iter().map(|column| (at, column)));
            at += 1;
            continue;
        }
        let is_below = last.is_some_and(|last| last + 1 == at);
        let is_title = |column: usize| title.is_some_and(|title| columns[title].column == column);
        let own_title = title.and_then(|title| text_of(finder, at, columns[title].column));
        // After an empty row, a header of another table, a title or a line below the table is no activity.
        if !is_below && last.is_some() && filled.iter().any(|column| finder.field(finder.text(at, *column)).is_some()) {
            break;
        }
        let is_line = !is_below && last.is_some() && filled.len() < 3;
        // So is a last row with nothing but a sum, a source or an answer.
        let is_last = is_below && own_title.is_none() && finder.filled(at + 1).is_empty();
        let is_foot = is_last && finder.only(at).is_some_and(|(_, text)| is_foot(text));
        // So is a row with nothing but a title.
        let is_alone = finder.only(at).is_some_and(|(column, _)| is_title(column) || title.is_none() || !is_below);
        if is_wide && (is_line || is_foot || is_alone) {
            at += 1;
            continue;
        }
        let cells = cells(finder, &columns, at);
        used.extend(filled.into_iter().map(|column| (at, column)));
        let is_same = |record: &Record| {
            let known =
                record.filled.iter().find(|filled| filled.field == Some(Field::Title)).map(|filled| &filled.text);
            match &own_title {
                Some(own) => known == Some(own),
                None => title.is_some() && is_below,
            }
        };
        match records.last_mut().filter(|record| is_same(record)) {
            Some(record) => {
                record.rows += 1;
                let new = cells.into_iter().filter(|cell| !record.filled.contains(cell));
                let new: Vec<Filled> = new.filter(|cell| !cell.is_repeated).collect();
                record.filled.extend(new);
            }
            None => records.push(Record { place: (at + 1).to_string(), heading: None, filled: cells, rows: 1 }),
        }
        last = Some(at);
        at += 1;
    }
    finder.used.extend(used);
    let range = range(finder, row, last.unwrap_or(row), &columns);
    let columns = columns.into_iter().filter(|column| !column.header.is_empty());
    let columns =
        columns.map(|Header { name, header, field, .. }| Column { name, header, field, is_heading: false }).collect();
    Some((Found { range, is_down: false, columns, records }, at))
}

/// Whether a text is a line below a table: `Summa: 3`, `Källa: verksamhetsplanen`.
fn is_foot(text: &str) -> bool {
    is_no_item(text) || text.split_once(':').is_some_and(|(word, _)| !word.contains(' '))
}

/// A header with its column.
struct Header {
    column: usize,
    name: String,
    header: String,
    field: Option<Field>,
}

/// The most rows of a header.
const DEPTH: usize = 4;

/// How many rows the header has: as many as one of its merged cells; or two, if the second is only below cells that are
/// merged over several columns.
fn depth(finder: &Finder, row: usize) -> usize {
    let filled = finder.filled(row);
    let rows = |column: &usize| finder.area(row, *column).map_or(1, |area| area.last.0 + 1 - row);
    let tall = filled.iter().map(rows).max().unwrap_or(1);
    let over =
        |column: usize| finder.area(row, column).is_some_and(|area| area.last.1 > area.first.1 && area.last.0 == row);
    let groups: Vec<usize> = filled.into_iter().filter(|column| over(*column)).collect();
    if !groups.is_empty() && (2..=DEPTH).contains(&tall) {
        return tall;
    }
    let below = finder.filled(row + 1);
    let is_in =
        |column: usize| groups.iter().any(|group| finder.area(row, *group).is_some_and(|area| area.has(row, column)));
    if !groups.is_empty() && !below.is_empty() && below.iter().all(|column| is_in(*column)) { 2 } else { 1 }
}

/// The headers of every column that has one or has content below it. A header of several rows has the text of each.
fn columns(finder: &Finder, row: usize, depth: usize) -> Vec<Header> {
    let width = finder.sheet.rows.iter().skip(row).map(Vec::len).max().unwrap_or_default();
    let header = |column: usize| {
        let (mut texts, mut name, mut is_own) = (Vec::new(), cell_name(row, column), false);
        for at in row..row + depth {
            let first = finder.area(at, column).map_or((at, column), |area| area.first);
            let text = finder.text(first.0, first.1);
            if first.0 == at && !text.is_empty() {
                texts.push(text);
                is_own |= first.1 == column;
                name = finder.name(at, column);
            }
        }
        if !is_own {
            return Header { column, name: cell_name(row, column), header: String::new(), field: None };
        }
        let whole = finder.field(&texts.join(" "));
        let field = whole.or_else(|| texts.iter().rev().find_map(|text| finder.field(text)));
        Header { column, name, header: texts.join(" – "), field }
    };
    (0..width).map(header).collect()
}

/// The text of a cell, or of the merged cells above it.
fn text_of(finder: &Finder, row: usize, column: usize) -> Option<String> {
    let own = finder.text(row, column);
    let merged = finder.area(row, column).map_or("", |area| finder.text(area.first.0, area.first.1));
    [own, merged].into_iter().find(|text| !text.is_empty()).map(str::to_owned)
}

fn cells(finder: &Finder, columns: &[Header], row: usize) -> Vec<Filled> {
    let cell = |header: &Header| {
        let area = finder.area(row, header.column);
        let own = finder.text(row, header.column);
        let (text, is_repeated) = match area {
            // The rows below the first of merged cells have its text.
            Some(area) if own.is_empty() && area.first.1 == header.column => {
                (finder.text(area.first.0, area.first.1), true)
            }
            _ => (own, false),
        };
        let covered = area.map_or(header.column..=header.column, |area| area.first.1..=area.last.1);
        let mut fields: Vec<_> =
            columns.iter().filter(|other| covered.contains(&other.column)).map(|other| other.field).collect();
        fields.dedup();
        let header_text = if header.header.is_empty() { column_letters(header.column) } else { header.header.clone() };
        (!text.is_empty()).then(|| Filled {
            field: header.field.filter(|_| fields.len() == 1),
            header: header_text,
            name: finder.name(row, header.column),
            text: text.to_owned(),
            is_repeated,
            is_over_fields: fields.len() > 1,
        })
    };
    columns.iter().filter_map(cell).collect()
}

/// The letters of a column: the header of a column without one.
fn column_letters(column: usize) -> String {
    cell_name(0, column).trim_end_matches('1').to_owned()
}

fn range(finder: &Finder, first: usize, last: usize, columns: &[Header]) -> String {
    let filled = (first..=last).flat_map(|row| finder.filled(row));
    let (least, most) = filled.fold((usize::MAX, 0), |(least, most), column| (least.min(column), most.max(column)));
    let least = least.min(columns.len());
    format!("{}:{}", cell_name(first, least), cell_name(last, most))
}
