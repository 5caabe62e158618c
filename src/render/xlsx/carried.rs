//! The sheet for programs.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{Writing, finish};
use crate::document::sheet::carried::Carried;
use crate::render::formula::is_formula;

/// The widths of the sheet for programs, in letters.
const OF_CARRIED: [u16; 3] = [40, 8, 120];

impl Writing<'_> {
    /// The sheet for programs: its texts are on one line.
    pub(super) fn carried(&self, sheet: &mut Worksheet, carried: &Carried) -> Result<(), XlsxError> {
        sheet.set_name(&carried.name)?;
        for (column, (head, width)) in (0..).zip(carried.heads.iter().zip(OF_CARRIED)) {
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(0, column, head, &self.looks.head)?;
        }
        for (row, cells) in (1..).zip(&carried.rows) {
            for (column, text) in (0..).zip(cells) {
                let look = if is_formula(text) { &self.looks.quoted } else { &self.looks.plain };
                sheet.write_string_with_format(row, column, text, look)?;
            }
        }
        finish(sheet, OF_CARRIED.len(), carried.rows.len())
    }
}
