//! What a person changed in a workbook: its cells against those of the workbook as it was written, and against what the
//! register says now.

use std::collections::HashMap;

use super::pair::{Pairs, pairs};
use super::view::{Kind, Row, Table, View};
use crate::workbook::cell_name;

/// The most letters of a row that are told: its cells are in the workbook.
const LONGEST: usize = 300;

/// A changed cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// The kind of its table.
    pub(super) kind: Kind,
    /// The sheet and the name of the cell: `Behandlingar, K4`.
    pub(super) place: String,
    /// Its head.
    pub(super) head: String,
    /// The id of the activity of its row.
    pub(super) group: String,
    /// The row in the register's workbook as it is now; none if it has none.
    pub(super) row: Option<usize>,
    /// What the cell said when the workbook was written.
    pub(super) old: String,
    /// What the register says now.
    pub(super) now: String,
    /// What the cell says.
    pub(super) new: String,
    /// The row as the workbook has it.
    pub(super) cells: Row,
    /// Whether it is a formula.
    pub(super) is_formula: bool,
}

/// A row that came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moved {
    /// The kind of its table.
    pub(super) kind: Kind,
    /// The sheet, and the number of the row if the workbook has it.
    pub(super) place: String,
    /// The row.
    pub(super) row: Row,
    /// Its heads in order.
    pub(super) heads: Vec<String>,
}

impl Moved {
    /// The texts of the row in the order of the sheet.
    pub(super) fn words(&self) -> String {
        let texts = self.heads.iter().map(|head| self.row.text(head)).filter(|text| !text.is_empty());
        let words: Vec<String> = texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let words = words.join(" | ");
        match words.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{} …", &words[..end]),
            None => words,
        }
    }
}

/// What is different.
#[derive(Debug, Default)]
pub(super) struct Edits {
    /// The cells.
    pub(super) cells: Vec<Edit>,
    /// The rows that the workbook has and had not.
    pub(super) new: Vec<Moved>,
    /// The rows that the workbook had and has not.
    pub(super) gone: Vec<Moved>,
    /// The sheets and columns that it had and has not.
    pub(super) absent: Vec<String>,
    /// By table of the register's workbook, which of its rows is which row of the file.
    pub(super) rows: HashMap<String, HashMap<usize, usize>>,
}

/// What is different in `file` against `base`, with what `now` says of it.
pub(super) fn edits(base: &View, file: &View, now: &View) -> Edits {
    let mut edits = Edits::default();
    for table in &base.tables {
        let Some(other) = file.table(table.kind) else {
            edits.absent.push(table.name.clone());
            continue;
        };
        let found = pairs(table, other);
        let present = now.table(table.kind);
        let own = present.map(|present| pairs(table, present)).unwrap_or_default();
        of_table(&mut edits, (table, other, present), (&found, &own));
        let by_base: HashMap<usize, usize> = found.both.iter().copied().collect();
        let rows = own.both.iter().filter_map(|(from, now)| Some((*now, *by_base.get(from)?)));
        edits.rows.insert(table.name.clone(), rows.collect());
    }
    edits
}

fn of_table(edits: &mut Edits, (base, file, now): (&Table, &Table, Option<&Table>), (found, own): (&Pairs, &Pairs)) {
    let heads = |table: &Table| table.heads.iter().map(|(head, _)| head.clone()).collect::<Vec<_>>();
    for (head, _) in base.heads.iter().filter(|(head, _)| !file.has(head)) {
        edits.absent.push(format!("{}, {head}", base.name));
    }
    let by_base: HashMap<usize, usize> = own.both.iter().copied().collect();
    for (from, to) in &found.both {
        let (row, other) = (&base.rows[*from], &file.rows[*to]);
        let mine = by_base.get(from).copied();
        for (head, column) in &file.heads {
            let (old, new) = (row.text(head), other.text(head));
            if old == new {
                continue;
            }
            let said = mine.zip(now).map_or("", |(mine, now)| now.rows[mine].text(head));
            edits.cells.push(Edit {
                kind: base.kind,
                place: format!("{}, {}", file.name, cell_name(other.at, *column)),
                head: head.clone(),
                group: row.group.clone(),
                row: mine,
                old: old.to_owned(),
                now: said.to_owned(),
                new: new.to_owned(),
                cells: other.clone(),
                is_formula: file.formulas.contains(&(other.at, *column)),
            });
        }
    }
    let moved = |table: &Table, at: usize, place: String| Moved {
        kind: base.kind,
        place,
        row: table.rows[at].clone(),
        heads: heads(table),
    };
    let new = found.new.iter().map(|at| moved(file, *at, format!("{}, {}", file.name, file.rows[*at].at + 1)));
    edits.new.extend(new);
    edits.gone.extend(found.gone.iter().map(|at| moved(base, *at, base.name.clone())));
}
