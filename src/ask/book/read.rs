//! Reads a filled workbook. It may be from anybody: its size is counted before it is unpacked in memory, cells far out are
//! refused, and a formula is no answer.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, DataType as _, Reader as _, Xlsx, XlsxError};
use indexmap::IndexMap;

use super::{BECAUSE, BY_ROW, COMMENT_ROW, HEAD, ID, KIND, ON_ROW, PART, SAID, SAYS, VALUE, WAS, WITH_GAP, WITHOUT};
use crate::ask::given::{Answer, Given, Raw, Says, VERSION, Value, not_ours, of_wrong_form};
use crate::ask::words::word;
use crate::error::Error;
use crate::say;
use crate::say::{Message, Tongue};
use crate::workbook;

/// The most that the parts of a form may unpack to, in bytes: less than any workbook may.
const UNPACKED: u64 = 64 << 20;

/// The most rows and columns that are read.
const ROWS: u32 = 20_000;
const COLUMNS: u32 = 64;

/// A cell that is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Text(String),
    Formula,
}

type Cells = BTreeMap<(u32, u16), Cell>;

/// Reads the answers of a workbook.
///
/// # Errors
/// When it is no workbook of a form, or unpacks to too much.
pub(crate) fn book(name: &str, bytes: &[u8]) -> Result<Given, Error> {
    workbook::refuse_large(bytes, UNPACKED).map_err(|fault| not_ours(name).because(fault))?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|fault: XlsxError| not_ours(name).because(fault))?;
    let head = cells(name, &mut workbook, HEAD)?;
    let at = |row: u32| match head.get(&(row, 0)) {
        Some(Cell::Text(text)) => text.clone(),
        _ => String::new(),
    };
    if at(0) != KIND || at(1) != VERSION.to_string() {
        return Err(not_ours(name));
    }
    let cover = cells(name, &mut workbook, &at(4))?;
    let questions = cells(name, &mut workbook, &at(5))?;
    let own = |row: u32| match cover.get(&(row, 1)) {
        Some(Cell::Text(text)) => Ok(text.clone()),
        Some(Cell::Formula) => Err(Error::new(formula()).because(name.to_owned())),
        None => Ok(String::new()),
    };
    let (answers, refused) = answers(&questions);
    let (by, on, comment) = (own(BY_ROW)?, own(ON_ROW)?, own(COMMENT_ROW)?);
    Raw { name, municipality: at(2), unit: at(3), by, on, comment, answers, refused }.read()
}

/// The filled cells of a sheet.
fn cells(name: &str, workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Cells, Error> {
    let fault = |fault: XlsxError| not_ours(name).because(fault);
    let mut cells = Cells::new();
    let place = |row: u32, column: u32| {
        (row < ROWS && column < COLUMNS).then(|| u16::try_from(column).map(|column| (row, column)).ok()).flatten()
    };
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(fault)?;
    while let Some(cell) = reader.next_cell().map_err(fault)? {
        let (row, column) = cell.get_position();
        let text = text_of(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let place = place(row, column).ok_or_else(|| not_ours(name))?;
        cells.insert(place, Cell::Text(text));
    }
    drop(reader);
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(fault)?;
    while let Some(cell) = reader.next_formula().map_err(fault)? {
        let (row, column) = cell.get_position();
        if let Some(place) = place(row, column).filter(|_| !cell.get_value().is_empty()) {
            cells.insert(place, Cell::Formula);
        }
    }
    Ok(cells)
}

/// A cell as text: a whole number without a point, a day as year, month, day.
fn text_of(value: &DataRef) -> String {
    match value {
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        other => other.as_string().unwrap_or_default(),
    }
}

fn formula() -> Message {
    say!(
        en: "a cell has a formula: write the answer itself",
        sv: "en ruta har en formel: skriv själva svaret",
        da: "et felt har en formel: skriv selve svaret",
    )
}

/// A question as it was filled in.
#[derive(Default)]
struct Filled {
    was: String,
    says: String,
    has_gap: bool,
    texts: Vec<String>,
    record: BTreeMap<String, Vec<String>>,
    without: String,
    because: String,
    has_formula: bool,
}

fn answers(cells: &Cells) -> (Vec<Answer>, Vec<(String, Message)>) {
    let mut filled: IndexMap<String, Filled> = IndexMap::new();
    let rows: std::collections::BTreeSet<u32> = cells.keys().map(|(row, _)| *row).filter(|row| *row > 0).collect();
    let mut refused = Vec::new();
    for row in rows {
        let mut has_formula = false;
        let mut text = |column: u16| match cells.get(&(row, column)) {
            Some(Cell::Text(text)) => text.trim().to_owned(),
            Some(Cell::Formula) => {
                has_formula = true;
                String::new()
            }
            None => String::new(),
        };
        let (id, was, part) = (text(ID), text(WAS), text(PART));
        let texts: Vec<String> = (VALUE..WITHOUT).map(&mut text).filter(|text| !text.is_empty()).collect();
        let (says, without, because) = (text(SAYS), text(WITHOUT), text(BECAUSE));
        if id.is_empty() {
            if has_formula || !(texts.is_empty() && says.is_empty() && because.is_empty()) {
                refused.push((String::new(), of_wrong_form("")));
            }
            continue;
        }
        let entry = filled.entry(id).or_default();
        entry.has_formula |= has_formula;
        match part.strip_prefix('=') {
            Some(key) if !texts.is_empty() => _ = entry.record.insert(key.to_owned(), texts),
            Some(_) => {}
            None => {
                entry.has_gap = part == WITH_GAP;
                entry.texts.extend(texts);
                (entry.was, entry.says, entry.without, entry.because) = (was, says, without, because);
            }
        }
    }
    let mut answers = Vec::new();
    for (id, filled) in filled {
        match answer(&id, filled) {
            Ok(answer) => answers.extend(answer),
            Err(why) => refused.push((id, why)),
        }
    }
    (answers, refused)
}

/// The answer of a question, if it has one.
fn answer(id: &str, filled: Filled) -> Result<Option<Answer>, Message> {
    let Filled { was, says, has_gap, texts, record, without, because, has_formula } = filled;
    if has_formula {
        return Err(formula());
    }
    let is_filled = !texts.is_empty() || !record.is_empty() || !without.is_empty();
    let key = SAID.into_iter().find(|key| Tongue::ALL.into_iter().any(|tongue| word(tongue, key) == says));
    let says = match key {
        None if !says.is_empty() => return Err(of_wrong_form(&says)),
        None if !is_filled && because.is_empty() => return Ok(None),
        None if !is_filled => Says::Unknown(because),
        None if because.is_empty() => value(texts, record, &without, has_gap)?,
        Some("says-right" | "says-none" | "says-unknown") | None if is_filled => return Err(both()),
        Some("says-right") => Says::Right,
        Some("says-none") => Says::None,
        Some("says-unknown") => Says::Unknown(because),
        Some(key) => value(texts, record, &without, key == "says-partial")?,
        None => return Err(both()),
    };
    Ok(Some(Answer { id: id.to_owned(), was, says }))
}

fn both() -> Message {
    say!(
        en: "the row has an answer beside another: choose one of them",
        sv: "raden har ett svar bredvid ett annat: välj ett av dem",
        da: "rækken har et svar ved siden af et andet: vælg ét af dem",
    )
}

fn value(
    texts: Vec<String>,
    record: BTreeMap<String, Vec<String>>,
    without: &str,
    is_partial: bool,
) -> Result<Says, Message> {
    let numbers = without.split([',', ';', ' ', '\n']).map(str::trim).filter(|number| !number.is_empty());
    let without = numbers.map(|number| {
        let number = number.trim_end_matches('.');
        let is_number = number.len() < 5 && number.parse::<usize>().is_ok_and(|number| number > 0);
        is_number.then(|| format!("#{number}")).ok_or_else(|| {
            say!(
                en: "“{number}” is not the number of an item",
                sv: "”{number}” är inte numret på en post",
                da: "»{number}« er ikke nummeret på et punkt",
            )
        })
    });
    let records = if record.is_empty() { Vec::new() } else { vec![record] };
    Ok(Says::Value(Value { texts, records, without: without.collect::<Result<_, _>>()?, is_partial }))
}
