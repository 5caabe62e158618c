//! A workbook as tables: rows of cells by the heads of their columns.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::Language;
use crate::workbook::{Sheet, Workbook};

/// What a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The first sheet.
    Cover,
    /// The sheet with a row for each activity.
    Activities,
    /// The sheet of links between data and other things.
    Data,
    /// The sheet of processors and systems.
    Parties,
    /// The sheet of transfers.
    Transfers,
    /// The sheet of security measures.
    Measures,
    /// The sheet of gaps.
    Gaps,
    /// The sheet of texts that are too long for a cell.
    Long,
}

impl Kind {
    const ALL: [(&'static str, Self); 8] = [
        ("cover", Self::Cover),
        ("activities", Self::Activities),
        ("data", Self::Data),
        ("parties", Self::Parties),
        ("transfers", Self::Transfers),
        ("measures", Self::Measures),
        ("gaps", Self::Gaps),
        ("long", Self::Long),
    ];
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The index of the row in its sheet.
    pub(super) at: usize,
    /// What it is about: the id of an activity; in the first sheet, its number.
    pub(super) group: String,
    /// The cells that are not empty, by their heads.
    pub(super) cells: BTreeMap<String, String>,
}

impl Row {
    /// The text of a cell.
    pub(super) fn text(&self, head: &str) -> &str {
        self.cells.get(head).map_or("", String::as_str)
    }
}

/// A sheet.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// What it is.
    pub(super) kind: Kind,
    /// Its name.
    pub(super) name: String,
    /// The heads, each with its column.
    pub(super) heads: Vec<(String, usize)>,
    /// The rows.
    pub(super) rows: Vec<Row>,
    /// The cells with a formula: row and column.
    pub(super) formulas: BTreeSet<(usize, usize)>,
}

impl Table {
    /// Whether it has a column.
    pub(super) fn has(&self, head: &str) -> bool {
        self.heads.iter().any(|(own, _)| own == head)
    }
}

/// The tables of a workbook.
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    /// The tables.
    pub(super) tables: Vec<Table>,
    /// The names of sheets that are none of them.
    pub(super) others: Vec<String>,
    /// The cells of rows without a head, and heads that stand twice.
    pub(super) outside: Vec<(String, usize, usize, String)>,
}

impl View {
    /// The tables of a workbook in a language; `without` is the name of the sheet for programs.
    pub(super) fn of(book: &Workbook, language: &Language, without: &str) -> Self {
        let id = language.code("sheet", "id").plain();
        let mut view = Self::default();
        for sheet in book.sheets.iter().filter(|sheet| sheet.name != without) {
            let kind = Kind::ALL.into_iter().find(|(key, _)| language.code("sheet", key).plain() == sheet.name);
            match kind {
                Some((_, Kind::Cover)) => view.tables.push(cover(sheet)),
                Some((_, kind)) => {
                    let table = table(sheet, kind, &id, &mut view.outside);
                    view.tables.push(table);
                }
                None => view.others.push(sheet.name.clone()),
            }
        }
        view
    }

    /// The table of a kind.
    pub(super) fn table(&self, kind: Kind) -> Option<&Table> {
        self.tables.iter().find(|table| table.kind == kind)
    }
}

/// The heads of the first sheet.
pub(super) const COVER: [&str; 2] = ["A", "B"];

fn cover(sheet: &Sheet) -> Table {
    let row = |(at, cells): (usize, &Vec<String>)| Row {
        at,
        group: at.to_string(),
        cells: COVER
            .iter()
            .zip(cells)
            .filter(|(_, text)| !text.is_empty())
            .map(|(head, text)| ((*head).to_owned(), text.clone()))
            .collect(),
    };
    Table {
        kind: Kind::Cover,
        name: sheet.name.clone(),
        heads: COVER.iter().zip(0..).map(|(head, column)| ((*head).to_owned(), column)).collect(),
        rows: sheet.rows.iter().enumerate().map(row).collect(),
        formulas: sheet.formulas.clone(),
    }
}

fn table(sheet: &Sheet, kind: Kind, id: &str, outside: &mut Vec<(String, usize, usize, String)>) -> Table {
    let mut heads: Vec<(String, usize)> = Vec::new();
    for (column, head) in sheet.rows.first().into_iter().flatten().enumerate() {
        if !head.is_empty() && !heads.iter().any(|(known, _)| known == head) {
            heads.push((head.clone(), column));
        }
    }
    let mut rows = Vec::new();
    for (at, cells) in sheet.rows.iter().enumerate().skip(1).filter(|(_, cells)| !cells.is_empty()) {
        let mut row = Row { at, ..Row::default() };
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            match heads.iter().find(|(_, own)| *own == column) {
                Some((head, _)) => _ = row.cells.insert(head.clone(), text.clone()),
                None => outside.push((sheet.name.clone(), at, column, text.clone())),
            }
        }
        row.group = row.text(id).to_owned();
        rows.push(row);
    }
    Table { kind, name: sheet.name.clone(), heads, rows, formulas: sheet.formulas.clone() }
}
