//! XLSX, cell by cell: a cell far away takes no memory for those before it.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};

use super::value::{clock, duration, iso, iso_time, moment, number, truth};
use super::{Filling, Workbook, fault};
use crate::error::Error;

/// Reads a file whose size was checked.
///
/// # Errors
/// When it is damaged, or has more cells than the limits allow.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Error> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(fault::damaged)?;
    let sheets = book.sheets_metadata().to_vec();
    let mut filling = Filling::default();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        filling.sheet(&sheet.name, sheet.visible != SheetVisible::Visible)?;
        for area in book.merge_cells_by_sheet_name(&sheet.name).map_err(fault::damaged)? {
            let at = |(row, column): (u32, u32)| (row as usize, column as usize);
            filling.merge(at(area.start), at(area.end))?;
        }
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(fault::damaged)?;
        while let Some(cell) = cells.next_cell().map_err(fault::damaged)? {
            let (row, column) = cell.get_position();
            filling.put(row as usize, column as usize, &shown(cell.get_value()))?;
        }
    }
    Ok(filling.book)
}

fn shown(value: &DataRef) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is_true) => truth(*is_true).to_owned(),
        DataRef::DateTime(value) if value.is_duration() => duration(value.as_f64()),
        DataRef::DateTime(value) => {
            let (year, month, day, hours, minutes, seconds, _) = value.to_ymd_hms_milli();
            match value.as_f64() {
                days if days < 1.0 => clock((hours, minutes, seconds)),
                _ => moment((year, month, day), (hours, minutes, seconds)),
            }
        }
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => iso_time(text),
        DataRef::Error(error) => error.to_string(),
    }
}
