//! Finds the tables of a sheet: fields across or down the side, with titles above, merged cells, headers of two rows, and
//! rows that continue the row above.

mod across;
mod down;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::fields::{self, Field};
use crate::workbook::{Area, Sheet, cell_name};

/// Headers that the person mapped, in the form in which they are compared. Nothing is a field that notes are made of.
pub(crate) type Mapping = BTreeMap<String, Field>;

/// A cell with content that belongs to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filled {
    /// The field of its column, if it means one.
    pub(crate) field: Option<Field>,
    /// The header.
    pub(crate) header: String,
    /// The name of the cell, or of the merged cells: `B4`, `B4:B7`.
    pub(crate) name: String,
    /// The text.
    pub(crate) text: String,
    /// Whether the text is that of merged cells, and was read in an earlier record.
    pub(crate) is_repeated: bool,
    /// Whether it is merged over columns of several fields: nobody knows what it is about.
    pub(crate) is_over_fields: bool,
}

/// A row or column of a table, with the rows that continue it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// The number of its first row or the letters of its column.
    pub(crate) place: String,
    /// A title above it, outside its fields.
    pub(crate) heading: Option<String>,
    /// Its cells, in order.
    pub(crate) filled: Vec<Filled>,
    /// How many rows it has.
    pub(crate) rows: usize,
}

/// A header of a table with its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The name of its cell.
    pub(crate) name: String,
    /// The text.
    pub(crate) header: String,
    /// The field.
    pub(crate) field: Option<Field>,
    /// Whether it stands above fields down the side: a title, or a word such as “Content”.
    pub(crate) is_heading: bool,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The range of its cells: `A3:H14`.
    pub(crate) range: String,
    /// Whether its fields stand down the side.
    pub(crate) is_down: bool,
    /// Its headers.
    pub(crate) columns: Vec<Column>,
    /// Its records.
    pub(crate) records: Vec<Record>,
}

/// A cell that belongs to no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outside {
    /// Its name.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// What a sheet has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SheetFound {
    /// The name of the sheet; empty in a CSV file.
    pub(crate) name: String,
    /// Whether it is hidden.
    pub(crate) is_hidden: bool,
    /// How many rows have content.
    pub(crate) rows: usize,
    /// How many of them are in tables, with their headers.
    pub(crate) read: usize,
    /// Its tables.
    pub(crate) tables: Vec<Found>,
    /// The cells that belong to none.
    pub(crate) outside: Vec<Outside>,
}

/// Finds the tables of a sheet.
#[must_use]
pub(crate) fn find(sheet: &Sheet, mapping: &Mapping) -> SheetFound {
    let mut finder =
        Finder { sheet, mapping, used: BTreeSet::new(), fields: RefCell::default(), headers: RefCell::default() };
    let (mut tables, mut row) = (Vec::new(), 0);
    while row < sheet.rows.len() {
        let found = across::table(&mut finder, row).or_else(|| down::table(&mut finder, row));
        match found {
            Some((found, end)) => {
                row = end.max(row + 1);
                tables.push(found);
            }
            None => row += 1,
        }
    }
    let rows = |is_counted: &dyn Fn(usize, usize) -> bool| {
        let rows = sheet.cells().filter(|(row, column, _)| is_counted(*row, *column)).map(|(row, _, _)| row);
        rows.collect::<BTreeSet<_>>().len()
    };
    let outside = sheet.cells().filter(|(row, column, _)| !finder.used.contains(&(*row, *column)));
    let outside = outside.map(|(row, column, text)| Outside { name: finder.name(row, column), text: text.to_owned() });
    SheetFound {
        name: sheet.name.clone(),
        is_hidden: sheet.is_hidden,
        rows: rows(&|_, _| true),
        read: rows(&|row, column| finder.used.contains(&(row, column))),
        tables,
        outside: outside.collect(),
    }
}

/// A sheet that tables are looked for in.
struct Finder<'s> {
    sheet: &'s Sheet,
    mapping: &'s Mapping,
    /// The cells that belong to a table.
    used: BTreeSet<(usize, usize)>,
    /// The fields of the headers that were looked up.
    fields: RefCell<HashMap<String, Option<Field>>>,
    /// The rows that were asked whether they are headers.
    headers: RefCell<HashMap<usize, Option<Vec<usize>>>>,
}

impl Finder<'_> {
    /// The field that a header means.
    fn field(&self, header: &str) -> Option<Field> {
        if let Some(known) = self.fields.borrow().get(header) {
            return *known;
        }
        let field = self.mapping.get(&fields::plain(header)).copied().or_else(|| fields::field(header));
        self.fields.borrow_mut().insert(header.to_owned(), field);
        field
    }

    fn text(&self, row: usize, column: usize) -> &str {
        self.sheet.text(row, column)
    }

    /// The merged cells that a cell is in.
    fn area(&self, row: usize, column: usize) -> Option<Area> {
        self.sheet.merged.iter().copied().find(|area| area.has(row, column))
    }

    /// The name of a cell, or of the merged cells that begin with it.
    fn name(&self, row: usize, column: usize) -> String {
        let name = cell_name(row, column);
        match self.area(row, column) {
            Some(area) => format!("{}:{}", cell_name(area.first.0, area.first.1), cell_name(area.last.0, area.last.1)),
            None => name,
        }
    }

    /// The columns of a row with content, in order.
    fn filled(&self, row: usize) -> Vec<usize> {
        let cells = self.sheet.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        cells.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(|(column, _)| column).collect()
    }

    /// The only cell of a row with content.
    fn only(&self, row: usize) -> Option<(usize, &str)> {
        match self.filled(row).as_slice() {
            [column] => Some((*column, self.text(row, *column))),
            _ => None,
        }
    }

    /// The columns of a row whose texts mean different fields, if the row can be the header of a table.
    fn header(&self, row: usize) -> Option<Vec<usize>> {
        if let Some(known) = self.headers.borrow().get(&row) {
            return known.clone();
        }
        let header = self.read_header(row);
        self.headers.borrow_mut().insert(row, header.clone());
        header
    }

    fn read_header(&self, row: usize) -> Option<Vec<usize>> {
        let filled = self.filled(row);
        let short = filled.iter().filter(|column| self.text(row, **column).chars().count() <= 120);
        let known: Vec<(usize, Field)> =
            short.filter_map(|column| Some((*column, self.field(self.text(row, *column))?))).collect();
        let fields: BTreeSet<Field> = known.iter().map(|(_, field)| *field).collect();
        let is_header = fields.len() >= 2 && known.len() * 5 >= filled.len() * 2;
        is_header.then_some(filled)
    }
}
