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
        drop(cells);
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(fault::damaged)?;
        while let Some(cell) = cells.next_formula().map_err(fault::damaged)? {
            let (row, column) = cell.get_position();
            if !cell.get_value().is_empty() {
                filling.formula(row as usize, column as usize);
            }
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

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

    use super::read;
    use crate::workbook::Area;

    #[test]
    fn values_merged_cells_and_hidden_sheets_are_read() {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        let day = ExcelDateTime::from_ymd(2026, 6, 5).unwrap();
        let time = ExcelDateTime::from_ymd(2026, 6, 5).unwrap().and_hms(14, 30, 0).unwrap();
        page.merge_range(0, 0, 0, 2, "Register", &Format::new()).unwrap();
        page.write_with_format(1, 0, &day, &Format::new().set_num_format("d mmm yyyy")).unwrap();
        page.write_with_format(1, 1, &time, &Format::new().set_num_format("yyyy-mm-dd hh:mm")).unwrap();
        page.write(1, 2, 2.50).unwrap();
        page.write(1, 3, true).unwrap();
        page.write(2, 0, Formula::new("=1+1").set_result("2")).unwrap();
        page.write(2, 5, "a\nb").unwrap();
        book.add_worksheet().set_name("Listor").unwrap().set_hidden(true).write(0, 0, "x").unwrap();
        let read = read(&book.save_to_buffer().unwrap()).unwrap();
        let [first, second] = read.sheets.as_slice() else { panic!("two sheets") };
        assert_eq!(first.rows[1], ["2026-06-05", "2026-06-05 14:30", "2.5", "TRUE"]);
        assert_eq!((first.text(2, 0), first.text(2, 5), first.text(0, 0)), ("2", "a\nb", "Register"));
        assert_eq!(first.merged, [Area { first: (0, 0), last: (0, 2) }]);
        assert_eq!((second.name.as_str(), second.is_hidden), ("Listor", true));
    }

    #[test]
    fn a_cell_far_away_is_refused_and_takes_no_memory() {
        let mut book = Workbook::new();
        book.add_worksheet().write(1_048_575, 16_383, "x").unwrap();
        assert!(read(&book.save_to_buffer().unwrap()).is_err());
    }
}
