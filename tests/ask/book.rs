//! The form as a workbook: what is in it, and what comes back from it.

use std::io::{Cursor, Write as _};

use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::{Formula, Workbook};

use super::{DAY, FILE, FORM, ask, with};
use crate::support::{Run, Workspace, assert_same};

/// A sheet: its name and its rows.
type Sheet = (String, Vec<Vec<String>>);

/// The first column of answers, the column of the choice, that of the reason, and that of numbers to take away.
const VALUE: usize = 10;
const SAYS: usize = 9;
const WITHOUT: usize = 18;
const BECAUSE: usize = 19;

fn asking() -> Workspace {
    with(&[
        ("transfers: none\n", "transfers: {unknown: inte undersökt}\n"),
        ("procedure: [En handläggare mäter vägen.]\n", "procedure: {unknown: inte frågat}\n"),
        (
            "retention: [{of: [decisions], keep: 2 years, from: decision, then: weed, decision: nämndens plan}]\n",
            "retention: {unknown: planen skrivs om}\n",
        ),
    ])
}

/// The sheets of the form to the unit, every row as wide as the widest.
fn sheets(workspace: &Workspace, more: &[&str]) -> Vec<Sheet> {
    ask(workspace, &[&["--all", "--force"], more].concat()).is(0);
    let ending = if more.contains(&"--review") { "-review.xlsx" } else { ".xlsx" };
    let bytes = std::fs::read(workspace.path(&format!("{FORM}{ending}"))).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let sheet = |name: &String| {
        let range = book.worksheet_range(name).unwrap();
        let (height, width) = range.end().map_or((0, 0), |(row, column)| (row + 1, column + 1));
        let cell = |row, column| match range.get_value((row, column)) {
            Some(Data::Empty) | None => String::new(),
            Some(value) => value.to_string(),
        };
        let rows = (0..height).map(|row| (0..width.max(20)).map(|column| cell(row, column)).collect());
        (name.clone(), rows.collect())
    };
    names.iter().map(sheet).collect()
}

/// The sheets as a workbook of another program: text in every cell, and formulas where a text says so.
fn book(sheets: &[Sheet]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                match text.strip_prefix("FORMULA ") {
                    Some(formula) => sheet.write_formula(row, column, Formula::new(formula).set_result("2 år")),
                    None => sheet.write_string(row, column, text),
                }
                .unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Fills in cells of the questions: the end of the id, what stands in the part, the column, the text.
fn filled(sheets: &mut [Sheet], cells: &[(&str, &str, usize, &str)]) {
    let cover = &mut sheets[0].1;
    while cover.len() < 12 {
        cover.push(vec![String::new(); 20]);
    }
    cover[9][1] = "enhetschefen".to_owned();
    cover[10][1] = DAY.to_owned();
    for (path, part, column, text) in cells {
        let is_meant =
            |row: &&mut Vec<String>| row[0].ends_with(&format!(":{path}")) && row[2].trim_start_matches('+') == *part;
        let row = sheets[1].1.iter_mut().find(is_meant).unwrap_or_else(|| panic!("no row {path} {part}"));
        (*text).clone_into(&mut row[*column]);
    }
}

fn answer(workspace: &Workspace, sheets: &[Sheet]) -> Run {
    workspace.write("filled.xlsx", book(sheets));
    workspace.ropa(&["answer", "filled.xlsx", "--date", DAY, "--write"])
}

#[test]
fn a_workbook_has_a_cover_and_a_row_for_each_question() {
    let sheets = sheets(&asking(), &[]);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Börja här", "Frågor", "ropa-lists", "ropa"]);
    let rows = &sheets[1].1;
    let head: Vec<&str> = rows[0][3..11].iter().map(String::as_str).collect();
    assert_eq!(head, ["Nr", "Gäller", "Fråga", "Så står det nu", "Därför frågar vi", "Exempel", "Svar", "Svar 1"]);
    let asked: Vec<&str> =
        rows.iter().map(|row| row[3].as_str()).filter(|number| number.parse::<u32>().is_ok()).collect();
    assert_eq!(asked, ["1", "2", "3"]);
    let lists = &sheets[2].1;
    let is_listed = |label: &str| lists.iter().any(|row| row.iter().any(|cell| cell == label));
    assert!(is_listed("Vi vet inte, eftersom …") && is_listed("Sverige") && is_listed("gallras"));
}

#[test]
fn an_unfilled_workbook_changes_nothing() {
    let workspace = asking();
    let mut sheets = sheets(&workspace, &[]);
    filled(&mut sheets, &[]);
    let before = workspace.tree("registers");
    let run = answer(&workspace, &sheets).is(0);
    assert_eq!(run.out, "filled.xlsx: nothing is filled in\none-language: nothing changes\n");
    assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn a_filled_workbook_is_written() {
    let workspace = asking();
    let mut sheets = sheets(&workspace, &[]);
    filled(
        &mut sheets,
        &[
            ("transfers", "", SAYS, "Det finns inga"),
            ("procedure", "", SAYS, "Det här vet vi; något saknas fortfarande"),
            ("procedure", "", VALUE, "Rektorn får besked."),
            ("procedure", "", VALUE + 3, "En handläggare mäter vägen."),
            ("retention", "", SAYS, "Vårt svar, och listan är då fullständig"),
            ("retention", "=of", VALUE, "ansökan om skolskjuts"),
            ("retention", "=keep", VALUE, "2 år"),
            ("retention", "=from", VALUE, "beslutet"),
            ("retention", "=then", VALUE, "gallras"),
        ],
    );
    answer(&workspace, &sheets).is(0);
    let after = workspace.read(FILE);
    for line in [
        "\ntransfers: none\n",
        "\nprocedure: [Rektorn får besked., En handläggare mäter vägen., {unknown: inte frågat}]\n",
        "retention: [{of: ansökan om skolskjuts, keep: 2 years, from: beslutet, then: weed}",
        "role: enhetschefen",
    ] {
        assert!(after.contains(line), "{line}{after}");
    }
}

#[test]
fn what_is_wrong_goes_by_its_number() {
    let workspace = with(&[("procedure: [En handläggare mäter vägen.]\n", "procedure: [a b, c d, e f]\n")]);
    let mut sheets = sheets(&workspace, &["--review"]);
    filled(&mut sheets, &[("procedure", "", SAYS, "Det behöver ändras"), ("procedure", "", WITHOUT, "1, 3")]);
    answer(&workspace, &sheets).is(0);
    assert!(workspace.read(FILE).contains("\nprocedure: [c d]\n"), "{}", workspace.read(FILE));
}

#[test]
fn a_workbook_that_does_not_fit_is_told_by_its_question() {
    for (cells, told) in [
        (vec![("procedure", "", VALUE, "FORMULA =1+1")], "formula"),
        (vec![("procedure", "", VALUE, "=1+1")], "formula"),
        (vec![("procedure", "", VALUE, "<b>x</b>")], "HTML"),
        (vec![("procedure", "", SAYS, "Kanske")], "form of an answer"),
        (vec![("procedure", "", SAYS, "Vi vet inte, eftersom …")], "why it is not known"),
        (vec![("procedure", "", SAYS, "Det finns inga"), ("procedure", "", VALUE, "x")], "beside another"),
        (vec![("procedure", "", BECAUSE, "utreds"), ("procedure", "", VALUE, "x")], "beside another"),
        (vec![("retention", "=keep", VALUE, "länge")], "is no period"),
    ] {
        let workspace = asking();
        let mut sheets = sheets(&workspace, &[]);
        filled(&mut sheets, &cells);
        let before = workspace.tree("registers");
        let run = answer(&workspace, &sheets).is(1);
        assert!(run.out.contains(told), "{cells:?}: {}", run.out);
        assert_same(&before, &workspace.tree("registers"));
    }
}

#[test]
fn what_stands_beside_an_answer_is_told() {
    let workspace = asking();
    let mut sheets = sheets(&workspace, &[]);
    let cells = [
        ("transfers", "", SAYS, "Det finns inga"),
        ("transfers", "", BECAUSE, "men kanske nästa år"),
        ("procedure", "", SAYS, "Vårt svar, och listan är då fullständig"),
        ("procedure", "", VALUE, "Rektorn får besked."),
        ("procedure", "", BECAUSE, "frågade Eva"),
    ];
    filled(&mut sheets, &cells);
    let rows = &mut sheets[1].1;
    for row in rows.iter_mut() {
        row.resize(24, String::new());
    }
    let row = rows.iter_mut().find(|row| row[0].ends_with(":procedure")).unwrap();
    "gäller från hösten".clone_into(&mut row[22]);
    let mut last = vec![String::new(); 24];
    "se även bilagan".clone_into(&mut last[VALUE]);
    rows.push(last);
    let run = answer(&workspace, &sheets).is(1);
    assert!(workspace.read(FILE).contains("\nprocedure: [Rektorn får besked.]\n"), "{}", run.out);
    for told in [
        "men kanske nästa år (filled.xlsx, enhetschefen)",
        "frågade Eva; gäller från hösten (filled.xlsx, enhetschefen)",
        "belongs to no question; it says: se även bilagan",
    ] {
        assert!(run.out.contains(told), "{told}: {}", run.out);
    }
}

#[test]
fn a_workbook_that_nobody_filled_in_is_no_fault() {
    let workspace = asking();
    let sheets = sheets(&workspace, &[]);
    let run = answer(&workspace, &sheets).is(0);
    assert_eq!(run.out, "filled.xlsx: nothing is filled in\none-language: nothing changes\n");
}

#[test]
fn another_workbook_or_one_that_is_too_large_is_refused() {
    let workspace = asking();
    let before = workspace.tree("registers");
    let run = answer(&workspace, &[("Blad1".to_owned(), vec![vec!["x".to_owned()]])]).is(3);
    assert!(run.err.contains("is not an answer file"), "{}", run.err);
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options: zip::write::FileOptions<()> = zip::write::FileOptions::default();
    bomb.start_file("xl/workbook.xml", options).unwrap();
    for _ in 0..70 {
        bomb.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    workspace.write("bomb.xlsx", bomb.finish().unwrap().into_inner());
    let run = workspace.ropa(&["answer", "bomb.xlsx", "--date", DAY, "--write"]).is(3);
    assert!(run.err.contains("larger than 64 MiB when it is unpacked"), "{}", run.err);
    assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn a_cell_far_out_is_refused() {
    let workspace = asking();
    let mut sheets = sheets(&workspace, &[]);
    filled(&mut sheets, &[]);
    let mut workbook = Workbook::new();
    for (name, rows) in &sheets {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        sheet.write_string(1_048_575, 16_383, "far").unwrap();
    }
    workspace.write("filled.xlsx", workbook.save_to_buffer().unwrap());
    let run = workspace.ropa(&["answer", "filled.xlsx", "--date", DAY, "--write"]).is(3);
    assert!(run.err.contains("is not an answer file"), "{}", run.err);
}
