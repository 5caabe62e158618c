//! ODS, from the part with its sheets. The texts are those of the cells; repeated cells count towards the limits.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::value::{iso, iso_time, number, truth};
use super::{Filling, MAX_COLUMNS, MAX_TEXT, Workbook, fault};
use crate::error::Error;

/// Reads the sheets.
///
/// # Errors
/// When the text is damaged, or has more cells than the limits allow.
pub(super) fn read(content: &str) -> Result<Workbook, Error> {
    let mut reader = Reader::from_str(content);
    reader.config_mut().expand_empty_elements = true;
    let mut sheets = Sheets::default();
    loop {
        match reader.read_event().map_err(fault::damaged)? {
            Event::Start(start) => sheets.start(&start)?,
            Event::End(end) => sheets.end(end.name().as_ref())?,
            Event::Text(text) => sheets.add(&text.xml10_content()),
            Event::CData(text) => sheets.add(&text.xml10_content()),
            Event::GeneralRef(entity) => match entity.resolve_char_ref().map_err(fault::damaged)? {
                Some(letter) => sheets.add(letter.encode_utf8(&mut [0; 4])),
                None => sheets.add(quick_xml::escape::resolve_xml_entity(entity.as_ref()).unwrap_or_default()),
            },
            Event::Eof => return Ok(sheets.filling.book),
            _ => {}
        }
    }
}

#[derive(Debug, Default)]
struct Sheets {
    filling: Filling,
    /// Styles of tables that are not shown.
    hidden: Vec<String>,
    style: String,
    row: usize,
    column: usize,
    /// How often the row is repeated.
    rows: usize,
    /// The cells of the row with content: column, how often it is repeated, text.
    cells: Vec<(usize, usize, String)>,
    /// The cell that is open.
    cell: Option<Cell>,
    /// Comments and drawings that are open: their text is not that of the cell.
    asides: usize,
    tables: usize,
}

#[derive(Debug, Default)]
struct Cell {
    /// The value of its attributes, if it is not a text.
    value: Option<String>,
    text: String,
    has_paragraph: bool,
    /// Whether a paragraph is open.
    in_paragraph: bool,
    repeated: usize,
    /// How many rows and columns it covers.
    covers: (usize, usize),
}

impl Sheets {
    fn start(&mut self, start: &BytesStart) -> Result<(), Error> {
        match start.name().as_ref() {
            "style:style" => self.style = attribute(start, "style:name")?.unwrap_or_default(),
            "style:table-properties" if attribute(start, "table:display")?.as_deref() == Some("false") => {
                self.hidden.push(self.style.clone());
            }
            "table:table" if self.tables == 0 && self.asides == 0 => {
                let name = attribute(start, "table:name")?.unwrap_or_default();
                let style = attribute(start, "table:style-name")?.unwrap_or_default();
                self.filling.sheet(&name, self.hidden.contains(&style))?;
                (self.row, self.tables) = (0, 1);
            }
            "table:table" => self.tables += 1,
            _ if self.tables != 1 => {}
            "table:table-row" => {
                (self.column, self.rows) = (0, count(start, "table:number-rows-repeated")?);
            }
            "table:table-cell" | "table:covered-table-cell" if self.asides == 0 => {
                let covers =
                    (count(start, "table:number-rows-spanned")?, count(start, "table:number-columns-spanned")?);
                let repeated = count(start, "table:number-columns-repeated")?;
                if attribute(start, "table:formula")?.is_some() {
                    let columns = (self.column..).take(repeated.min(MAX_COLUMNS));
                    columns.for_each(|column| self.filling.formula(self.row, column));
                }
                self.cell = Some(Cell { value: value(start)?, repeated, covers, ..Cell::default() });
            }
            "office:annotation" | "draw:frame" | "draw:custom-shape" | "table:shapes" => self.asides += 1,
            "text:p" | "text:h" if self.asides == 0 => {
                if let Some(cell) = &mut self.cell {
                    if cell.has_paragraph {
                        cell.text.push('\n');
                    }
                    (cell.has_paragraph, cell.in_paragraph) = (true, true);
                }
            }
            "text:s" => self.add(&" ".repeat(count(start, "text:c")?.min(MAX_TEXT))),
            "text:tab" => self.add("\t"),
            "text:line-break" => self.add("\n"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "table:table" => self.tables = self.tables.saturating_sub(1),
            _ if self.tables != 1 => {}
            "office:annotation" | "draw:frame" | "draw:custom-shape" | "table:shapes" => {
                self.asides = self.asides.saturating_sub(1);
            }
            "text:p" | "text:h" if self.asides == 0 => {
                if let Some(cell) = &mut self.cell {
                    cell.in_paragraph = false;
                }
            }
            "table:table-cell" | "table:covered-table-cell" if self.asides == 0 => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let (rows, columns) = cell.covers;
                if (rows, columns) != (1, 1) {
                    let last = (self.row.saturating_add(rows - 1), self.column.saturating_add(columns - 1));
                    self.filling.merge((self.row, self.column), last)?;
                }
                let text = cell.value.unwrap_or(cell.text);
                if !text.trim().is_empty() {
                    self.cells.push((self.column, cell.repeated, text));
                }
                self.column = self.column.saturating_add(cell.repeated);
            }
            "table:table-row" => {
                let cells = std::mem::take(&mut self.cells);
                if !cells.is_empty() {
                    self.repeat(&cells)?;
                }
                self.row = self.row.saturating_add(self.rows);
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts the cells of a row into every row that it is repeated for; the limits end it.
    fn repeat(&mut self, cells: &[(usize, usize, String)]) -> Result<(), Error> {
        for row in (self.row..).take(self.rows) {
            for (column, repeated, text) in cells {
                for column in (*column..).take(*repeated) {
                    self.filling.put(row, column, text)?;
                }
            }
        }
        Ok(())
    }

    /// Adds to the text of the open paragraph. What is longer than a cell may be is refused when the cell is put.
    fn add(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.in_paragraph && self.asides == 0)
            && cell.text.len() <= 8 * MAX_TEXT
        {
            cell.text.push_str(text);
        }
    }
}

/// The value of a cell that is not a text.
fn value(start: &BytesStart) -> Result<Option<String>, Error> {
    let of = |name| attribute(start, name);
    Ok(match of("office:value-type")?.as_deref() {
        Some("float" | "percentage" | "currency") => {
            of("office:value")?.map(|value| value.parse().map_or(value, number))
        }
        Some("date") => of("office:date-value")?.map(|value| iso(&value)),
        Some("time") => of("office:time-value")?.map(|value| iso_time(&value)),
        Some("boolean") => of("office:boolean-value")?.map(|value| truth(value == "true").to_owned()),
        Some("string") => of("office:string-value")?.filter(|value| !value.is_empty()),
        _ => None,
    })
}

fn attribute(start: &BytesStart, name: &str) -> Result<Option<String>, Error> {
    let found = start.try_get_attribute(name).map_err(fault::damaged)?;
    let value =
        found.map(|attribute| attribute.normalized_value(XmlVersion::Implicit1_0).map(|value| value.into_owned()));
    value.transpose().map_err(fault::damaged)
}

/// A number of repetitions: at least 1.
fn count(start: &BytesStart, name: &str) -> Result<usize, Error> {
    Ok(attribute(start, name)?.and_then(|value| value.parse().ok()).unwrap_or(1).max(1))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::workbook::Area;

    fn table(rows: &str) -> String {
        format!("<office:spreadsheet><table:table table:name=\"Blad1\">{rows}</table:table></office:spreadsheet>")
    }

    #[test]
    fn cells_are_read_with_their_values_and_merged_areas() {
        let sheet = read(&table(
            "<table:table-row><table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\">\
             <text:p>A &amp; B</text:p><text:p>C<text:s text:c=\"2\"/>D</text:p></table:table-cell>\
             <table:covered-table-cell/></table:table-row>\n \
             <table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"3\"/>\
             <table:table-cell office:value-type=\"date\" office:date-value=\"2026-06-05\"><office:annotation>\
             <text:p>note</text:p></office:annotation><text:p>5 jun</text:p></table:table-cell></table:table-row>",
        ))
        .unwrap()
        .sheets
        .remove(0);
        assert_eq!(sheet.text(0, 0), "A & B\nC  D");
        assert_eq!((sheet.text(1, 3), sheet.text(2, 3), sheet.rows.len()), ("2026-06-05", "2026-06-05", 3));
        assert_eq!(sheet.merged, [Area { first: (0, 0), last: (0, 1) }]);
    }

    #[test]
    fn repetitions_end_at_the_limits() {
        let cell = "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
        let rows = |attribute: &str| table(&format!("<table:table-row {attribute}>{cell}</table:table-row>"));
        assert!(read(&rows("table:number-rows-repeated=\"4000000000\"")).is_err());
        let wide = cell.replacen("table-cell ", "table-cell table:number-columns-repeated=\"4000000000\" ", 1);
        assert!(read(&table(&format!("<table:table-row>{wide}</table:table-row>"))).is_err());
        let empty = "<table:table-row table:number-rows-repeated=\"4000000000\"><table:table-cell/></table:table-row>";
        assert_eq!(read(&table(empty)).unwrap().sheets[0].rows.len(), 0);
        let spaces = "<table:table-row><table:table-cell><text:p>x<text:s text:c=\"4000000000\"/></text:p>\
                      </table:table-cell></table:table-row>";
        assert!(read(&table(spaces)).is_ok());
    }
}
