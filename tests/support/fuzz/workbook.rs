//! Workbooks, read back by what did not write them.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

/// A sheet: its name and its rows.
pub(crate) type Sheet = (String, Vec<Vec<Data>>);

/// The sheets of a workbook. Every cell is a text, a day or empty, and none is a formula.
#[track_caller]
pub(crate) fn sheets(name: &str, bytes: &[u8]) -> Vec<Sheet> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    let names = book.sheet_names();
    let sheet = |sheet: String| {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        assert!(formulas.used_cells().next().is_none(), "{name} has a formula in {sheet}");
        let rows: Vec<Vec<Data>> = book.worksheet_range(&sheet).unwrap().rows().map(<[Data]>::to_vec).collect();
        for cell in rows.iter().flatten() {
            let is_known = matches!(cell, Data::Empty | Data::String(_) | Data::DateTime(_));
            assert!(is_known, "{name}: {cell:?} in {sheet}");
        }
        (sheet, rows)
    };
    names.into_iter().map(sheet).collect()
}

/// A cell as a text: a day by ISO 8601.
pub(crate) fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        _ => String::new(),
    }
}

/// A workbook as a text: each sheet, and each of its cells that is not empty under the head of its column.
#[track_caller]
pub(crate) fn told(name: &str, bytes: &[u8]) -> String {
    let mut told = String::new();
    for (number, (sheet, rows)) in sheets(name, bytes).into_iter().enumerate() {
        _ = writeln!(told, "## {sheet}\n");
        let heads: Vec<String> = rows.first().into_iter().flatten().map(text).collect();
        let first = usize::from(number > 0);
        for row in rows.iter().skip(first) {
            for (column, cell) in row.iter().map(text).enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let head = heads.get(column).filter(|_| number > 0).map_or("", String::as_str);
                _ = writeln!(told, "{head}: {}", cell.replace('\n', "\n    "));
            }
            told.push('\n');
        }
    }
    told
}
