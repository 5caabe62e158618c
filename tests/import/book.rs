//! Spreadsheets in each format, made of the same grids by libraries that the program does not read them with.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The first and the last row and column of merged cells.
pub(crate) type Merged = (usize, usize, usize, usize);

/// A sheet: its name, its rows, its merged cells.
pub(crate) struct Sheet {
    pub(crate) name: &'static str,
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) merged: Vec<Merged>,
}

/// A sheet of rows.
pub(crate) fn sheet(rows: &[&[&str]]) -> Sheet {
    let rows = rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    Sheet { name: "Blad1", rows, merged: Vec::new() }
}

impl Sheet {
    /// The sheet with merged cells.
    pub(crate) fn merged(mut self, merged: &[Merged]) -> Self {
        self.merged = merged.to_vec();
        self
    }

    /// The sheet with each text changed, by row and column.
    pub(crate) fn map(mut self, change: impl Fn(usize, usize, &str) -> String) -> Self {
        for (row, cells) in self.rows.iter_mut().enumerate() {
            for (column, text) in cells.iter_mut().enumerate().filter(|(_, text)| !text.is_empty()) {
                *text = change(row, column, text);
            }
        }
        self
    }

    fn area(&self, row: usize, column: usize) -> Option<Merged> {
        self.merged.iter().copied().find(|(top, left, ..)| (*top, *left) == (row, column))
    }
}

/// The sheets as XLSX.
pub(crate) fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        let page = book.add_worksheet().set_name(sheet.name).unwrap();
        for (row, cells) in sheet.rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                let (at, to) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                match sheet.area(row, column) {
                    Some((_, _, bottom, right)) => {
                        let last = (u32::try_from(bottom).unwrap(), u16::try_from(right).unwrap());
                        page.merge_range(at, to, last.0, last.1, text, &Format::new()).unwrap();
                    }
                    None => _ = page.write_string(at, to, text).unwrap(),
                }
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// The sheets as ODS.
pub(crate) fn ods(sheets: &[Sheet]) -> Vec<u8> {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "</text:p><text:p>");
    let cell = |sheet: &Sheet, row: usize, column: usize, text: &str| {
        let spans = sheet.area(row, column).map_or_else(String::new, |(top, left, bottom, right)| {
            let (rows, columns) = (bottom - top + 1, right - left + 1);
            format!(" table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\"")
        });
        match text {
            "" => format!("<table:table-cell{spans}/>"),
            text => format!(
                "<table:table-cell{spans} office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                escape(text)
            ),
        }
    };
    let row = |sheet: &Sheet, row: usize, cells: &Vec<String>| {
        let cells: String = cells.iter().enumerate().map(|(column, text)| cell(sheet, row, column, text)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let table = |sheet: &Sheet| {
        let rows: String = sheet.rows.iter().enumerate().map(|(at, cells)| row(sheet, at, cells)).collect();
        format!("<table:table table:name=\"{}\">{rows}</table:table>", sheet.name)
    };
    let tables: String = sheets.iter().map(table).collect();
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet>\
         </office:body></office:document-content>"
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ])
}

/// A packed file of these parts.
pub(crate) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A sheet as CSV, as Excel writes it in the Nordic countries.
pub(crate) fn csv(sheet: &Sheet) -> Vec<u8> {
    let cell = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join(";") + "\r\n";
    [b"\xEF\xBB\xBF".to_vec(), sheet.rows.iter().map(row).collect::<String>().into_bytes()].concat()
}
