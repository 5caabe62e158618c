//! Spreadsheets as plain grids of text: XLSX, ODS and CSV. Nothing in them is trusted: every size has a limit.

mod archive;
mod fault;
mod ods;
mod text;
mod value;
mod xlsx;

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use crate::error::Error;

/// The largest file that is read, in bytes.
pub(crate) const MAX_FILE: u64 = 32 << 20;
/// The largest size of all parts of a file together, unpacked.
const MAX_UNPACKED: u64 = 256 << 20;
/// The largest number of parts of a file.
const MAX_PARTS: usize = 5_000;
/// The largest number of sheets.
const MAX_SHEETS: usize = 200;
/// The last row that may have content.
const MAX_ROWS: usize = 20_000;
/// The last column that may have content.
const MAX_COLUMNS: usize = 1_000;
/// The largest number of cells with content, of all sheets together.
const MAX_CELLS: usize = 500_000;
/// The largest number of merged areas of a sheet.
const MAX_MERGED: usize = 5_000;
/// The longest text of a cell, in characters: as in Excel.
const MAX_TEXT: usize = 32_767;
/// The largest size of all texts together, in bytes.
const MAX_TEXTS: usize = 64 << 20;

/// The sheets of a file, in order.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Workbook {
    /// The sheets.
    pub(crate) sheets: Vec<Sheet>,
}

/// A grid of texts, as a person sees them: dates as `2026-06-05`, numbers without a tail of zeros.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// The name; empty in a CSV file.
    pub(crate) name: String,
    /// Whether the sheet is hidden.
    pub(crate) is_hidden: bool,
    /// The rows from the first one on. A row ends with its last cell that has content.
    pub(crate) rows: Vec<Vec<String>>,
    /// Merged cells. The text is in the first cell.
    pub(crate) merged: Vec<Area>,
    /// The cells with a formula, by row and column; their texts are its last result.
    pub(crate) formulas: BTreeSet<(usize, usize)>,
}

/// A rectangle of cells, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    /// The first row and column.
    pub(crate) first: (usize, usize),
    /// The last row and column.
    pub(crate) last: (usize, usize),
}

impl Area {
    /// Whether a cell is in it.
    #[must_use]
    pub(crate) fn has(&self, row: usize, column: usize) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column)
    }
}

impl Sheet {
    /// The text of a cell; empty if it has none.
    #[must_use]
    pub(crate) fn text(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// The cells with content, with row and column.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, usize, &str)> {
        let rows = self.rows.iter().enumerate();
        let cells = rows.flat_map(|(row, cells)| cells.iter().enumerate().map(move |(at, text)| (row, at, text)));
        cells.filter(|(_, _, text)| !text.is_empty()).map(|(row, column, text)| (row, column, text.as_str()))
    }
}

/// The name of a cell, as spreadsheets show it: `B4`.
#[must_use]
pub(crate) fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &(row + 1).to_string()
}

/// Reads a file. Its format is found by its content: XLSX, ODS, or else text with a delimiter.
///
/// # Errors
/// When it is no spreadsheet, is damaged, or is larger than a limit.
pub(crate) fn read(bytes: &[u8]) -> Result<Workbook, Error> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(fault::too_large());
    }
    if bytes.starts_with(b"PK") {
        return match archive::check(bytes, MAX_UNPACKED)? {
            archive::Format::Xlsx => xlsx::read(bytes),
            archive::Format::Ods => ods::read(&archive::content(bytes)?),
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(fault::old_or_locked());
    }
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"{\\rtf") {
        return Err(fault::no_sheet());
    }
    text::read(bytes)
}

/// Refuses a packed file that is damaged or unpacks to more than `most` bytes. The sizes that it states are not believed.
///
/// # Errors
/// When it is no packed spreadsheet, is damaged, or is too large.
pub(crate) fn refuse_large(bytes: &[u8], most: u64) -> Result<(), Error> {
    archive::check(bytes, most).map(|_| ())
}

/// Fills sheets within the limits.
#[derive(Debug, Default)]
struct Filling {
    book: Workbook,
    cells: usize,
    bytes: usize,
}

impl Filling {
    /// Begins a sheet.
    fn sheet(&mut self, name: &str, is_hidden: bool) -> Result<(), Error> {
        if self.book.sheets.len() == MAX_SHEETS {
            return Err(fault::too_many_sheets());
        }
        self.book.sheets.push(Sheet { name: name.to_owned(), is_hidden, ..Sheet::default() });
        Ok(())
    }

    /// Puts a text into a cell of the last sheet. An empty text takes no place.
    fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), Error> {
        let text = clean(text);
        let Some(sheet) = self.book.sheets.last_mut().filter(|_| !text.is_empty()) else { return Ok(()) };
        if row >= MAX_ROWS {
            return Err(fault::too_many_rows(&sheet.name));
        }
        if column >= MAX_COLUMNS {
            return Err(fault::too_many_columns(&sheet.name));
        }
        self.cells += 1;
        self.bytes += text.len();
        if self.cells > MAX_CELLS || self.bytes > MAX_TEXTS {
            return Err(fault::too_many_cells());
        }
        if text.chars().count() > MAX_TEXT {
            return Err(fault::too_long(&sheet.name, &cell_name(row, column)));
        }
        if sheet.rows.len() <= row {
            sheet.rows.resize(row + 1, Vec::new());
        }
        let cells = &mut sheet.rows[row];
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    /// Notes that a cell of the last sheet has a formula.
    fn formula(&mut self, row: usize, column: usize) {
        if let Some(sheet) = self.book.sheets.last_mut().filter(|_| row < MAX_ROWS && column < MAX_COLUMNS) {
            sheet.formulas.insert((row, column));
        }
    }

    /// Merges cells of the last sheet.
    fn merge(&mut self, first: (usize, usize), last: (usize, usize)) -> Result<(), Error> {
        let Some(sheet) = self.book.sheets.last_mut().filter(|_| first != last) else { return Ok(()) };
        if sheet.merged.len() == MAX_MERGED {
            return Err(fault::too_many_merged(&sheet.name));
        }
        sheet.merged.push(Area { first, last });
        Ok(())
    }
}

/// A text as it is read from a cell: with line feeds as line ends, without space around it and without control characters; composed (NFC).
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |letter: char| match letter {
        '\n' => letter,
        '\u{FEFF}' => ' ',
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    text.chars().map(shown).nfc().collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{cell_name, clean};

    #[test]
    fn cells_have_the_names_that_spreadsheets_show() {
        let names = [(0, 0, "A1"), (3, 1, "B4"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 701, "ZZ10"), (0, 702, "AAA1")];
        for (row, column, name) in names {
            assert_eq!(cell_name(row, column), name);
        }
    }

    #[test]
    fn a_text_has_line_feeds_and_no_control_characters() {
        assert_eq!(clean(" a\r\nb\rc\u{7}d\u{a0} "), "a\nb\nc d");
        assert_eq!(clean("a\u{30a}"), "å");
    }
}
