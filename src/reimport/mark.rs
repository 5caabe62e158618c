//! The sheet for programs of a workbook. It may be from anybody: paths are those of records, every file is there once, and
//! all texts are read by the reader of registers.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::audience::Audience;
use crate::document::sheet::carried::{FORM, KIND, Mark};
use crate::finding::Place;
use crate::language::{self, Language};
use crate::model::Id;
use crate::say;
use crate::say::Message;
use crate::workbook::{Sheet, Workbook};

/// A workbook that says that `ropa build` wrote it.
#[derive(Debug, Clone)]
pub(crate) struct Marked {
    /// What it is of.
    pub(crate) mark: Mark,
    /// The name of the sheet for programs.
    pub(crate) sheet: String,
    /// Whether the workbook has the sheets of one that `ropa build` wrote, but does not say so.
    pub(crate) is_guess: bool,
    /// The files of the register as YAML, each with its path; none in the workbook of a controller.
    pub(crate) files: Result<Vec<(String, String)>, Message>,
}

/// What a workbook says that it is of, if it has a sheet for programs.
#[must_use]
pub(crate) fn marked(book: &Workbook) -> Option<Marked> {
    let mark = |sheet: &Sheet| {
        let is_ours = sheet.text(1, 0) == KIND && sheet.text(1, 1) == FORM;
        is_ours.then(|| serde_json::from_str::<Mark>(sheet.text(1, 2)).ok()).flatten()
    };
    let mut found = book.sheets.iter().filter_map(|sheet| Some((mark(sheet)?, sheet)));
    let (mark, sheet) = found.next()?;
    let files = if found.next().is_some() { Err(twice(&sheet.name)) } else { files(sheet) };
    Some(Marked { mark, sheet: sheet.name.clone(), is_guess: false, files })
}

/// A workbook with the sheets that `ropa build` writes, from which somebody removed the one for programs. It is taken for one
/// of this municipality; of which controller is found by its activities.
#[must_use]
pub(crate) fn guessed(book: &Workbook, municipality: &str) -> Option<Marked> {
    let sheet = |name: &str| book.sheets.iter().find(|sheet| sheet.name == name);
    let is_it = |language: &&Language| {
        let word = |key: &str| language.code("sheet", key).plain();
        let has = ["cover", "activities", "data", "parties", "transfers", "gaps"]
            .iter()
            .all(|key| sheet(&word(key)).is_some());
        let heads = sheet(&word("activities")).and_then(|sheet| sheet.rows.first());
        let heads = heads.map(Vec::as_slice).unwrap_or_default();
        has && heads.contains(&word("id")) && heads.contains(&language.code("table", "activity").plain())
    };
    let language = language::all().filter_map(language::language).find(is_it)?;
    let word = |key: &str| language.code("sheet", key).plain();
    let cover = sheet(&word("cover"))?;
    let day = cover.rows.iter().filter_map(|row| row.get(1)?.parse::<jiff::civil::Date>().ok()).next()?;
    let audience = if sheet(&word("measures")).is_some() { Audience::Internal } else { Audience::Public };
    let mark = Mark {
        municipality: municipality.to_owned(),
        controller: None,
        language: language.lang.code().to_owned(),
        audience: audience.folder().to_owned(),
        day: day.to_string(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    Some(Marked { mark, sheet: String::new(), is_guess: true, files: Ok(Vec::new()) })
}

fn files(sheet: &Sheet) -> Result<Vec<(String, String)>, Message> {
    let mut json: Vec<(String, String)> = Vec::new();
    let mut next = 1;
    for row in 2..sheet.rows.len() {
        let (path, piece, text) = (sheet.text(row, 0), sheet.text(row, 1), sheet.text(row, 2));
        if path.is_empty() && text.is_empty() {
            continue;
        }
        match json.last_mut().filter(|(last, _)| last == path) {
            Some((_, whole)) if piece == next.to_string() => whole.push_str(text),
            None if piece == "1" && is_path(path) => {
                json.push((path.to_owned(), text.to_owned()));
                next = 1;
            }
            _ => return Err(damaged(sheet, row)),
        }
        next += 1;
    }
    let mut known = BTreeSet::new();
    if let Some((path, _)) = json.iter().find(|(path, _)| !known.insert(path.clone())) {
        return Err(twice(path));
    }
    json.into_iter()
        .map(|(path, text)| yaml(&text).map(|yaml| (path.clone(), yaml)).ok_or_else(|| no_json(&path)))
        .collect()
}

/// JSON as YAML, which people read.
fn yaml(json: &str) -> Option<String> {
    let value: Value = serde_json::from_str(json).ok()?;
    serde_yaml::to_string(&value).ok()
}

/// Whether a path is that of a file of a register.
fn is_path(path: &str) -> bool {
    let of_record = |rest: &str| rest.strip_suffix(".yaml").is_some_and(|id| Id::parse(id, Place::default()).is_some());
    match path.split_once('/') {
        None => matches!(path, "municipality.yaml" | "accept.yaml"),
        Some(("shared", rest)) => rest == "records.yaml",
        Some(("activities" | "notices", rest)) => of_record(rest),
        Some(_) => false,
    }
}

fn damaged(sheet: &Sheet, row: usize) -> Message {
    let (name, row) = (&sheet.name, row + 1);
    say!(
        en: "row {row} of sheet `{name}` was changed; the register that it carries is not used",
        sv: "rad {row} i bladet `{name}` har ändrats; registret som det bär på används inte",
        da: "række {row} i arket `{name}` er ændret; fortegnelsen i det bruges ikke",
    )
}

fn twice(name: &str) -> Message {
    say!(
        en: "`{name}` is in the workbook twice; the register that it carries is not used",
        sv: "`{name}` finns två gånger i arbetsboken; registret som den bär på används inte",
        da: "`{name}` findes to gange i projektmappen; fortegnelsen i den bruges ikke",
    )
}

fn no_json(path: &str) -> Message {
    say!(
        en: "`{path}` in the sheet for the program cannot be read; the register that it carries is not used",
        sv: "`{path}` i bladet för programmet kan inte läsas; registret som det bär på används inte",
        da: "`{path}` i arket til programmet kan ikke læses; fortegnelsen i det bruges ikke",
    )
}

#[cfg(test)]
mod tests {
    use super::{is_path, marked};
    use crate::workbook::{Sheet, Workbook};

    fn book(rows: &[[&str; 3]]) -> Workbook {
        let mark = r#"{"municipality":"a","language":"sv","audience":"internal","day":"2026-11-21","version":"1"}"#;
        let first = [["File", "Piece", "Content"], ["ropa", "1", mark]];
        let rows = first.iter().chain(rows).map(|row| row.iter().map(ToString::to_string).collect());
        Workbook { sheets: vec![Sheet { name: "x".into(), rows: rows.collect(), ..Sheet::default() }] }
    }

    #[test]
    fn pieces_are_put_together_and_nothing_else_is_taken() {
        let files = |rows: &[[&str; 3]]| marked(&book(rows)).unwrap().files;
        let whole = files(&[["municipality.yaml", "1", r#"{"name":"A"#], ["municipality.yaml", "2", r#"by"}"#]]);
        assert_eq!(whole.unwrap(), [("municipality.yaml".to_owned(), "name: Aby\n".to_owned())]);
        for wrong in [
            ["../a.yaml", "1", "{}"],
            ["activities/../../a.yaml", "1", "{}"],
            ["activities/con.yaml", "1", "{}"],
            ["municipality.yaml", "2", "{}"],
            ["municipality.yaml", "1", "{"],
        ] {
            assert!(files(&[wrong]).is_err(), "{wrong:?}");
        }
        let twice = [["accept.yaml", "1", "[]"], ["municipality.yaml", "1", "{}"], ["accept.yaml", "1", "[]"]];
        assert!(files(&twice).is_err());
        assert!(is_path("activities/a/b.yaml") && !is_path("activities/a/b/c.yaml") && !is_path("shared/x.yaml"));
    }

    #[test]
    fn a_workbook_without_a_whole_mark_is_an_ordinary_one() {
        let mut other = book(&[]);
        other.sheets[0].rows[1][2] = "{}".into();
        assert!(marked(&other).is_none() && marked(&Workbook::default()).is_none());
    }
}
