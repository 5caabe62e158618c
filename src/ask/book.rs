//! A form as a workbook: a cover, one row for each question, lists to choose from, and locked cells but for answers.

mod cells;
pub(crate) mod read;

use jiff::civil;
use rust_xlsxwriter::{
    DataValidation, DocProperties, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use crate::ask::form::{Form, Kind, Part, Question};
use crate::ask::given::VERSION;
use crate::ask::words::{self, Words};
use crate::error::Error;
use crate::say;
use cells::{list_of, values};

/// The sheet that says which form this is, and the sheet with the choices. Both are hidden.
const HEAD: &str = "ropa";
const LISTS: &str = "ropa-lists";

/// What the first cell of [`HEAD`] says.
const KIND: &str = "ropa-form";

/// How many cells a question has for answers.
const VALUES: u16 = 8;

/// The columns of the sheet with the questions. The first three are hidden.
const ID: u16 = 0;
const WAS: u16 = 1;
const PART: u16 = 2;
const NUMBER: u16 = 3;
const SAYS: u16 = 9;
const VALUE: u16 = 10;
const WITHOUT: u16 = VALUE + VALUES;
const BECAUSE: u16 = WITHOUT + 1;

/// The rows of the cover in which the unit writes.
const BY_ROW: u32 = 9;
const ON_ROW: u32 = 10;
const COMMENT_ROW: u32 = 11;

/// What stands in [`PART`] at a question whose list has a gap.
const WITH_GAP: &str = "+";

/// The most characters shown in a cell.
const SHOWN: usize = 1_500;

/// The answers that a question may offer, by the key of their words.
pub(super) const SAID: [&str; 7] =
    ["says-right", "says-value", "says-change", "says-all", "says-partial", "says-none", "says-unknown"];

/// The formats of cells.
struct Looks {
    head: Format,
    locked: Format,
    question: Format,
    open: Format,
    title: Format,
    text: Format,
}

/// The workbook of a form.
///
/// # Errors
/// When the workbook cannot be written.
pub(crate) fn book(form: &Form) -> Result<Vec<u8>, Error> {
    written(form).map_err(|cause| {
        Error::new(say!(
            en: "the workbook of {unit} cannot be written",
            sv: "arbetsboken för {unit} kan inte skrivas",
            da: "projektmappen for {unit} kan ikke skrives",
            unit = form.unit,
        ))
        .because(cause)
    })
}

fn written(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let words = words::of(form.tongue);
    let word = |key: &str| words.get(key).cloned().unwrap_or_default();
    let border = |format: Format| format.set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let looks = Looks {
        head: border(Format::new().set_bold().set_background_color("D9E3EF")),
        locked: border(Format::new().set_background_color("EEEEEE")),
        question: border(Format::new().set_bold().set_background_color("EEEEEE")),
        open: border(Format::new().set_unlocked().set_num_format("@")),
        title: Format::new().set_bold(),
        text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
    };
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title(word(if form.is_review { "review-title" } else { "title" }));
    if let Ok(day) = form.day.parse::<civil::Date>() {
        properties = properties.set_creation_datetime(&rust_xlsxwriter::ExcelDateTime::from_ymd(
            day.year().unsigned_abs(),
            day.month().unsigned_abs(),
            day.day().unsigned_abs(),
        )?);
    }
    workbook.set_properties(&properties);
    cover(workbook.add_worksheet().set_name(word("sheet-cover"))?, form, &words, &looks)?;
    let mut lists = Vec::new();
    questions(workbook.add_worksheet().set_name(word("sheet-questions"))?, form, (&words, &looks), &mut lists)?;
    let sheet = workbook.add_worksheet().set_name(LISTS)?;
    for (column, list) in (0..).zip(&lists) {
        for (row, label) in (0..).zip(list) {
            sheet.write_string(row, column, label)?;
        }
    }
    sheet.set_very_hidden(true).protect();
    let sheet = workbook.add_worksheet().set_name(HEAD)?;
    let version = VERSION.to_string();
    let (cover, questions) = (word("sheet-cover"), word("sheet-questions"));
    for (row, text) in (0..).zip([KIND, &version, &form.municipality, &form.unit, &cover, &questions]) {
        sheet.write_string(row, 0, text)?;
    }
    sheet.set_very_hidden(true).protect();
    workbook.save_to_buffer()
}

fn cover(sheet: &mut Worksheet, form: &Form, words: &Words, looks: &Looks) -> Result<(), XlsxError> {
    let word = |key: &str| words.get(key).map_or("", String::as_str);
    sheet.set_column_width(0, 34)?.set_column_width(1, 70)?;
    sheet.write_string_with_format(0, 0, word(if form.is_review { "review-title" } else { "title" }), &looks.title)?;
    sheet.write_string(1, 0, &form.name)?;
    sheet.write_string(2, 0, word("unit"))?.write_string(2, 1, &form.unit_name)?;
    sheet.write_string(3, 0, word("made"))?.write_string(3, 1, &form.day)?;
    for (row, key) in (4..).zip(["book-1", "book-2", "book-3", "book-4"]) {
        sheet.write_string_with_format(row, 1, word(key), &looks.text)?;
    }
    for (row, key) in [(BY_ROW, "book-by"), (ON_ROW, "book-on"), (COMMENT_ROW, "book-comment")] {
        sheet.write_string_with_format(row, 0, word(key), &looks.head)?.write_blank(row, 1, &looks.open)?;
    }
    sheet.protect();
    Ok(())
}

fn questions(
    sheet: &mut Worksheet,
    form: &Form,
    (words, looks): (&Words, &Looks),
    lists: &mut Vec<Vec<String>>,
) -> Result<(), XlsxError> {
    let word = |key: &str| words.get(key).map_or("", String::as_str);
    for column in [ID, WAS, PART] {
        sheet.set_column_hidden(column)?;
    }
    let heads = ["number", "matter", "question", "now", "why", "example", "says"];
    for ((column, key), width) in (NUMBER..).zip(heads).zip([5, 22, 42, 34, 30, 24, 26]) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, word(&format!("column-{key}")), &looks.head)?;
    }
    for value in 0..VALUES {
        let head = word("column-value").replace("{number}", &(value + 1).to_string());
        sheet.set_column_width(VALUE + value, 28)?;
        sheet.write_string_with_format(0, VALUE + value, head, &looks.head)?;
    }
    for (column, key) in [(WITHOUT, "column-without"), (BECAUSE, "column-because")] {
        sheet.set_column_width(column, 28)?;
        sheet.write_string_with_format(0, column, word(key), &looks.head)?;
    }
    let mut row = 1;
    let mut number = 0;
    for matter in &form.matters {
        for question in &matter.questions {
            number += 1;
            row = question_rows(sheet, (question, &matter.heading, number), row, (words, looks), lists)?;
        }
    }
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.set_freeze_panes(1, NUMBER + 3)?.protect_with_options(&options);
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// Writes a question and its parts; returns the next free row.
fn question_rows(
    sheet: &mut Worksheet,
    (question, heading, number): (&Question, &str, u32),
    row: u32,
    (words, looks): (&Words, &Looks),
    lists: &mut Vec<Vec<String>>,
) -> Result<u32, XlsxError> {
    let word = |key: &str| words.get(key).map_or("", String::as_str);
    sheet.write_string(row, ID, &question.id)?.write_string(row, WAS, &question.print)?;
    sheet.write_string(row, PART, if question.has_gap { WITH_GAP } else { "" })?;
    let now: Vec<String> = match question.items.is_empty() {
        true if question.now.is_empty() => vec![word("nothing-now").to_owned()],
        true => question.now.clone(),
        false => question.items.iter().zip(1..).map(|(item, number)| format!("{number}. {}", item.words)).collect(),
    };
    let law = question.law.iter().map(|law| word("law").replace("{law}", law));
    let why: Vec<String> = question.why.iter().cloned().chain(law).collect();
    let asked = if question.about.is_empty() {
        question.words.clone()
    } else {
        format!("{}\n{}", question.words, question.about)
    };
    let example = question.example.clone().unwrap_or_default();
    let told = [number.to_string(), heading.to_owned(), asked, now.join("\n"), why.join("\n"), example];
    for (column, text) in (NUMBER..).zip(told) {
        let format = if column == NUMBER + 2 { &looks.question } else { &looks.locked };
        sheet.write_string_with_format(row, column, shortened(&text), format)?;
    }
    let labels: Vec<String> = says(question).into_iter().map(|key| word(key).to_owned()).collect();
    sheet.write_blank(row, SAYS, &looks.open)?;
    let choice = DataValidation::new().allow_list_formula(list_of(lists, labels));
    sheet.add_data_validation(row, SAYS, row, SAYS, &choice)?;
    let parts: &[Part] = if let Kind::Parts(parts) = &question.kind { parts } else { &[] };
    let cells = match &question.kind {
        Kind::Parts(_) => 0,
        _ if question.is_list => VALUES,
        _ => 1,
    };
    values(sheet, row, (&question.kind, cells), (words, looks), lists)?;
    match question.items.is_empty() {
        true => sheet.write_blank(row, WITHOUT, &looks.locked)?,
        false => sheet.write_blank(row, WITHOUT, &looks.open)?,
    };
    sheet.write_blank(row, BECAUSE, if question.takes_gap { &looks.open } else { &looks.locked })?;
    let mut next = row + 1;
    for part in parts {
        sheet.write_string(next, ID, &question.id)?.write_string(next, WAS, &question.print)?;
        sheet.write_string(next, PART, format!("={}", part.key))?;
        let label =
            if part.is_required { format!("{} ({})", part.label, word("required")) } else { part.label.clone() };
        let told = [
            String::new(),
            String::new(),
            label,
            String::new(),
            String::new(),
            part.example.clone().unwrap_or_default(),
            String::new(),
        ];
        for (column, text) in (NUMBER..).zip(told) {
            sheet.write_string_with_format(next, column, shortened(&text), &looks.locked)?;
        }
        values(sheet, next, (&part.kind, if part.is_list { VALUES } else { 1 }), (words, looks), lists)?;
        sheet.write_blank(next, WITHOUT, &looks.locked)?.write_blank(next, BECAUSE, &looks.locked)?;
        next += 1;
    }
    Ok(next)
}

/// The keys of the answers that a question offers.
fn says(question: &Question) -> Vec<&'static str> {
    let gap = question.is_list && question.has_gap;
    let own = if question.is_written { "says-change" } else { "says-value" };
    let offered = [
        (question.is_written, "says-right"),
        (true, if gap { "says-all" } else { own }),
        (gap, "says-partial"),
        (question.takes_none, "says-none"),
        (question.takes_gap, "says-unknown"),
    ];
    offered.into_iter().filter(|(is_offered, _)| *is_offered).map(|(_, key)| key).collect()
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
