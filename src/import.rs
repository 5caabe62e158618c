//! Reads a register that people keep as a spreadsheet: finds its tables, maps headers to fields, and makes activities of
//! its rows. What is not certain stays as it is written, and no cell is lost.

mod bases;
mod entry;
mod fields;
mod known;
mod merge;
mod renamed;
mod report;
mod retention;
mod split;
mod table;
mod words;
mod yaml;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::assets::Files;
use crate::error::Error;
use crate::workbook::Workbook;

use entry::{Making, Rows};

pub(crate) use entry::{Entry, NewParties};
pub(crate) use fields::{Field, plain};
pub(crate) use known::Known;
pub(crate) use merge::{Choice, Conflict, merge};
pub(crate) use renamed::renamed;
pub(crate) use report::told;
pub(crate) use table::{Mapping, SheetFound};
pub(crate) use yaml::{activity, parties};

/// A spreadsheet as activities.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Import {
    /// Its sheets, with the cells that belong to no table.
    pub(crate) sheets: Vec<SheetFound>,
    /// Its activities.
    pub(crate) entries: Vec<Entry>,
    /// The systems and processors that the municipality does not have yet.
    pub(crate) new: NewParties,
}

/// Checks the tables that only this module reads.
///
/// # Errors
/// The first table that cannot be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    fields::check(files)?;
    words::check(files)?;
    bases::check(files)?;
    retention::check(files)
}

/// A day as the Nordic countries write it, by ISO 8601.
#[must_use]
pub(crate) fn day(text: &str) -> Option<String> {
    words::day(text)
}

/// The retention rules that a text can only mean; `None` if a part of it is not certain.
#[must_use]
pub(crate) fn periods(text: &str) -> Option<Vec<Value>> {
    retention::read(text).into_iter().map(Result::ok).collect::<Option<Vec<_>>>().filter(|rules| !rules.is_empty())
}

/// Makes activities of a spreadsheet. `file` is its name, which gaps and notes give as their source.
#[must_use]
pub(crate) fn read(book: &Workbook, file: &str, mapping: &Mapping, known: &Known) -> Import {
    let mut import = Import::default();
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let is_only = book.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).count() == 1;
    for sheet in &book.sheets {
        let mut found = table::find(sheet, mapping);
        if is_only {
            // Its name would only repeat that of the file.
            found.name.clear();
        }
        for table in &found.tables {
            let mut rows = Rows::default();
            for record in &table.records {
                let mut making = Making { file, sheet: &found.name, known, new: &mut import.new };
                let mut entry = entry::make(record, &mut rows, &mut making);
                let count = ids.entry(entry.id.clone()).or_default();
                *count += 1;
                if *count > 1 {
                    entry.id = format!("{}-{count}", entry.id);
                }
                yaml::readable(&mut entry, file);
                import.entries.push(entry);
            }
        }
        import.sheets.push(found);
    }
    import
}
