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
    /// What is written beside the table.
    beside: Vec<String>,
    has_formula: bool,
}

impl Filled {
    /// All that was written.
    fn words(&self) -> String {
        let head = [&self.says].into_iter().chain(&self.texts).chain(self.record.values().flatten());
        let all = head.chain([&self.without, &self.because]).chain(&self.beside);
        all.map(String::as_str).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

fn with_words(why: &Message, words: &str) -> Message {
    if words.is_empty() {
        return why.clone();
    }
    say!(
        en: "{why}; the row says: {words}",
        sv: "{why}; på raden står: {words}",
        da: "{why}; på rækken står: {words}",
        why = why.clone(),
        words = words,
    )
}

fn of_no_question(row: u32, words: &str) -> Message {
    let row = row + 1;
    say!(
        en: "row {row} belongs to no question; it says: {words}",
        sv: "rad {row} hör inte till någon fråga; där står: {words}",
        da: "række {row} hører ikke til noget spørgsmål; der står: {words}",
    )
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
        let columns = u16::try_from(COLUMNS).unwrap_or(u16::MAX);
        let beside: Vec<String> = (BECAUSE + 1..columns).map(&mut text).filter(|text| !text.is_empty()).collect();
        if id.is_empty() {
            let all: Vec<String> = [says].into_iter().chain(texts).chain([without, because]).chain(beside).collect();
            let all: Vec<&str> = all.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
            if has_formula || !all.is_empty() {
                refused.push((String::new(), of_no_question(row, &all.join("; "))));
            }
            continue;
        }
        let entry = filled.entry(id).or_default();
        entry.has_formula |= has_formula;
        entry.beside.extend(beside);
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
        let words = filled.words();
        match answer(&id, filled) {
            Ok(answer) => answers.extend(answer),
            Err(why) => refused.push((id, with_words(&why, &words))),
        }
    }
    (answers, refused)
}

/// The answer of a question, if it has one.
fn answer(id: &str, filled: Filled) -> Result<Option<Answer>, Message> {
    let Filled { was, says, has_gap, texts, record, without, mut because, beside, has_formula } = filled;
    if has_formula {
        return Err(formula());
    }
    let is_filled = !texts.is_empty() || !record.is_empty() || !without.is_empty();
    let key = SAID.into_iter().find(|key| Tongue::ALL.into_iter().any(|tongue| is_word(word(tongue, key), &says)));
    let is_gap = matches!(key, None | Some("says-unknown"));
    // Beside another answer, the reason is a remark.
    let mut remark = if is_gap { Vec::new() } else { vec![std::mem::take(&mut because)] };
    remark.extend(beside);
    remark.retain(|text| !text.is_empty());
    let remark = remark.join("; ");
    let says = match key {
        None if !says.is_empty() => return Err(of_wrong_form(&says)),
        None if !is_filled && because.is_empty() && remark.is_empty() => return Ok(None),
        None if !is_filled && because.is_empty() => return Err(only_beside()),
        None if !is_filled => Says::Unknown(because),
        None if because.is_empty() => value(texts, record, &without, has_gap)?,
        Some("says-right" | "says-none" | "says-unknown") | None if is_filled => return Err(both()),
        Some("says-right") => Says::Right,
        Some("says-none") => Says::None,
        Some("says-unknown") => Says::Unknown(because),
        Some(key) => value(texts, record, &without, key == "says-partial")?,
        None => return Err(both()),
    };
    Ok(Some(Answer { id: id.to_owned(), was, says, remark }))
}

/// Whether a cell says a word of the form, perhaps in small letters.
fn is_word(word: &str, says: &str) -> bool {
    word.to_lowercase() == says.to_lowercase()
}

fn only_beside() -> Message {
    say!(
        en: "words stand beside the question, but no answer to it",
        sv: "bredvid frågan står ord, men inget svar på den",
        da: "ved siden af spørgsmålet står der ord, men intet svar på det",
    )
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
