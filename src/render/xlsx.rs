//! Workbooks (XLSX). Every text is written as a text: nothing is a formula, whatever it begins with.

mod carried;

use std::borrow::Cow;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format as Look, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use crate::document::sheet::{Book, Cell, Long, Table};
use crate::error::Error;
use crate::language::sheet::Style;
use crate::render::fault::unwritable;
use crate::render::formula::is_formula;
use crate::render::{Format, from_root, to_root};

/// The longest text of a cell, in UTF-16 units. Excel refuses a file with a longer one.
const LONGEST: usize = 32_767;

/// How many links a sheet may have. Excel refuses a file with more.
const MOST_LINKS: usize = 65_530;

/// How hard files are compressed, from 1 to 9: the lowest is three times as fast, and the files are a sixth larger.
const COMPRESSION: u8 = 1;

/// The width of the columns of the first sheet, in letters.
const COVER: [u16; 2] = [36, 100];

/// The widths of the sheet of long texts, in letters.
const OF_LONG: [u16; 4] = [24, 10, 8, 120];

/// How cells look.
struct Looks {
    head: Look,
    title: Look,
    name: Look,
    text: Look,
    /// As `text`, for a text that a spreadsheet would take for a formula when somebody edits the cell.
    quoted: Look,
    link: Look,
    quoted_link: Look,
    day: Look,
    /// A text of the sheet for programs.
    plain: Look,
}

impl Looks {
    fn of(style: &Style) -> Self {
        let text = Look::new().set_text_wrap().set_align(FormatAlign::Top);
        let head =
            Look::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
        Self {
            head: head.set_background_color(Color::RGB(0xE8_EE_F4)),
            title: Look::new().set_bold().set_font_size(14),
            name: text.clone().set_bold(),
            quoted: text.clone().set_quote_prefix(),
            link: text.clone().set_hyperlink(),
            quoted_link: text.clone().set_hyperlink().set_quote_prefix(),
            day: text.clone().set_num_format(style.date_form()).set_align(FormatAlign::Left),
            plain: Look::new().set_align(FormatAlign::Top),
            text,
        }
    }
}

/// A text that has no room in its cell: the sheet, the cell, and its pieces.
struct Overlong {
    sheet: String,
    cell: String,
    pieces: Vec<String>,
}

/// What a sheet is written with.
struct Writing<'b> {
    looks: Looks,
    style: &'static Style,
    long: &'b Long,
    path: &'b str,
    overlong: Vec<Overlong>,
    /// The number of rows of the sheet of long texts.
    pieces: u32,
}

/// A workbook as a file.
///
/// # Errors
/// If it has more rows than a spreadsheet can hold, or cannot be written.
pub(crate) fn workbook(book: &Book) -> Result<Vec<u8>, Error> {
    written(book).map_err(|cause| unwritable(Format::Xlsx, cause))
}

fn written(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    // The day of the register: the same input gives the same bytes.
    let created = ExcelDateTime::from_ymd(year(book.day.year()), number(book.day.month()), number(book.day.day()));
    let properties = DocProperties::new().set_title(&book.title).set_creation_datetime(&created?);
    workbook.set_properties(&properties);
    let mut writing = Writing {
        looks: Looks::of(book.style),
        style: book.style,
        long: &book.long,
        path: &book.path,
        overlong: Vec::new(),
        pieces: 0,
    };
    writing.cover(workbook.add_worksheet(), book)?;
    for table in &book.tables {
        writing.table(workbook.add_worksheet(), table)?;
    }
    if !writing.overlong.is_empty() {
        writing.overlong(workbook.add_worksheet())?;
    }
    writing.carried(workbook.add_worksheet(), &book.carried)?;
    workbook.save_to_buffer()
}

fn year(year: i16) -> u16 {
    u16::try_from(year).unwrap_or_default()
}

fn number(number: i8) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

impl Writing<'_> {
    /// The address of a page from the folder of the workbook, as short as can be: the folder may be copied alone.
    fn address(&self, page: &str) -> String {
        let common = |folder: &str| page.starts_with(folder) && self.path.starts_with(folder);
        let folder = self.path.match_indices('/').map(|(at, _)| &self.path[..=at]).rfind(|folder| common(folder));
        let folder = folder.unwrap_or_default();
        from_root(&page[folder.len()..], &to_root(&self.path[folder.len()..]), Format::Html)
    }

    fn cover(&mut self, sheet: &mut Worksheet, book: &Book) -> Result<(), XlsxError> {
        sheet.set_name(&book.cover_name)?;
        for (column, width) in (0..).zip(COVER) {
            sheet.set_column_width(column, width)?;
        }
        let (text, name, title) = (self.looks.text.clone(), self.looks.name.clone(), self.looks.title.clone());
        for (row, cells) in (0..).zip(&book.cover) {
            for (column, cell) in (0..).zip(cells) {
                let look = match (row, column, cell) {
                    (0, ..) => &title,
                    (_, 0, Cell::Text(_)) => &name,
                    _ => &text,
                };
                match cell {
                    Cell::Sheet(target) => {
                        let (words, number) = target.as_ref();
                        let sheet_name = book.tables.get(*number).map_or("", |table| &table.name);
                        let link = Url::new(format!("internal:'{sheet_name}'!A1")).set_text(words);
                        sheet.write_url_with_format(row, column, link, &self.looks.link)?;
                    }
                    cell => self.cell((sheet, &book.cover_name), (row, column), (cell, look))?,
                }
            }
        }
        fit(sheet);
        Ok(())
    }

    fn table(&mut self, sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
        sheet.set_name(&table.name)?;
        for (column, head) in (0..).zip(&table.heads) {
            sheet.set_column_width(column, head.width)?;
            sheet.write_string_with_format(0, column, &head.name, &self.looks.head)?;
        }
        let text = self.looks.text.clone();
        let mut links = 0;
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Link(link) if links < MOST_LINKS && fits(&link.0) => {
                        links += 1;
                        let to = self.address(&link.1);
                        let url = Url::new(format!("file:///{to}")).set_text(&link.0);
                        let looks = &self.looks;
                        let look = if is_formula(&link.0) { &looks.quoted_link } else { &looks.link };
                        sheet.write_url_with_format(row, column, url, look)?;
                    }
                    cell => self.cell((sheet, &table.name), (row, column), (cell, &text))?,
                }
            }
        }
        finish(sheet, table.heads.len(), table.rows.len())
    }

    /// Writes a cell. A text that is too long has its beginning there, and all of it in the sheet of long texts.
    fn cell(
        &mut self,
        (sheet, name): (&mut Worksheet, &str),
        (row, column): (u32, u16),
        (cell, look): (&Cell, &Look),
    ) -> Result<(), XlsxError> {
        let words = match cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) => Cow::Borrowed(text.as_str()),
            Cell::Link(link) => Cow::Borrowed(link.0.as_str()),
            Cell::Sheet(target) => Cow::Borrowed(target.0.as_str()),
            Cell::Day(day) => match ExcelDateTime::from_ymd(year(day.year()), number(day.month()), number(day.day())) {
                Ok(date) => return sheet.write_datetime_with_format(row, column, date, &self.looks.day).map(|_| ()),
                // A spreadsheet knows no day before 1900.
                Err(_) => Cow::Owned(self.style.day(*day)),
            },
        };
        let words = if fits(&words) { words } else { Cow::Owned(self.begun(&words, (row, column), name)) };
        let look = if is_formula(&words) { &self.looks.quoted } else { look };
        sheet.write_string_with_format(row, column, words, look).map(|_| ())
    }

    /// The beginning of a text that is too long, with where it goes on.
    fn begun(&mut self, text: &str, (row, column): (u32, u16), sheet: &str) -> String {
        let cell = rust_xlsxwriter::utility::row_col_to_cell(row, column);
        let pieces = pieces(text, LONGEST);
        let place = rust_xlsxwriter::utility::row_col_to_cell(self.pieces + 1, 3);
        self.pieces += u32::try_from(pieces.len()).unwrap_or(u32::MAX);
        let note = format!("\n{}", self.long.continued.replace('#', &place));
        let room = LONGEST.saturating_sub(units(&note));
        let begun = pieces.first().map(|first| self::pieces(first, room)).unwrap_or_default();
        self.overlong.push(Overlong { sheet: sheet.to_owned(), cell, pieces });
        begun.into_iter().next().unwrap_or_default() + &note
    }

    fn overlong(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(&self.long.name)?;
        for (column, (head, width)) in (0..).zip(self.long.heads.iter().zip(OF_LONG)) {
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(0, column, head, &self.looks.head)?;
        }
        let mut row = 0;
        for Overlong { sheet: name, cell, pieces } in &self.overlong {
            for (piece, text) in pieces.iter().enumerate() {
                row += 1;
                let look = if is_formula(text) { &self.looks.quoted } else { &self.looks.text };
                sheet.write_string_with_format(row, 0, name, &self.looks.text)?;
                sheet.write_string_with_format(row, 1, cell, &self.looks.text)?;
                sheet.write_string_with_format(row, 2, (piece + 1).to_string(), &self.looks.text)?;
                sheet.write_string_with_format(row, 3, text, look)?;
            }
        }
        finish(sheet, OF_LONG.len(), row as usize)
    }
}

/// The filters, the frozen heads and the print layout of a table.
fn finish(sheet: &mut Worksheet, columns: usize, rows: usize) -> Result<(), XlsxError> {
    let last = u16::try_from(columns.saturating_sub(1)).unwrap_or_default();
    if rows > 0 {
        sheet.autofilter(0, 0, u32::try_from(rows).unwrap_or(u32::MAX), last)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    fit(sheet);
    Ok(())
}

/// One page wide on paper.
fn fit(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn fits(text: &str) -> bool {
    text.len() <= LONGEST || units(text) <= LONGEST
}

/// A text in pieces of at most so many UTF-16 units.
fn pieces(text: &str, longest: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut units = 0;
    for letter in text.chars() {
        if units + letter.len_utf16() > longest {
            pieces.push(String::new());
            units = 0;
        }
        units += letter.len_utf16();
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn the_pieces_of_a_text_are_the_text() {
        assert_eq!(pieces("abcde", 2), ["ab", "cd", "e"]);
        assert_eq!(pieces("a\u{1F600}b", 2), ["a", "\u{1F600}", "b"]);
        assert_eq!(pieces("ab", 2), ["ab"]);
    }
}
