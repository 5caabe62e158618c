//! The sheets: workbooks and CSV files, read back by other libraries and compared with the register.

mod hostile;
mod said;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::sync::LazyLock;

use calamine::Data;

use crate::support::fuzz::harmless::rows;
use crate::support::fuzz::workbook::{Sheet, sheets, text};
use crate::support::{DAY, Tree, Workspace, root, tree};

/// Every sheet, for both audiences.
pub(super) const EVERY: &str =
    "\n[outputs]\nxlsx = [\"public\", \"internal\"]\ncsv-people = [\"public\", \"internal\"]\n";

/// A workspace with every sheet for both audiences.
fn with_every_sheet(workspace: Workspace) -> Workspace {
    let settings = if workspace.path("ropa.toml").exists() { workspace.read("ropa.toml") } else { String::new() };
    let own = settings.replacen("[outputs]\n", EVERY.trim_start(), 1);
    workspace.write("ropa.toml", if own == settings { settings + EVERY } else { own });
    workspace
}

/// The files of a workspace, compiled with every sheet.
fn compiled(workspace: &Workspace) -> Tree {
    workspace.ropa(&["build", "--date", DAY]).is(0);
    workspace.tree("build")
}

/// The five registers of the repository and those that use every field.
static BUILT: LazyLock<Vec<Tree>> = LazyLock::new(|| {
    let registers = Workspace::empty();
    registers.lay("registers", &root().join("registers"));
    let full = Workspace::copy_of(&root().join("examples/full"));
    [registers, full, Workspace::complete()].map(|workspace| compiled(&with_every_sheet(workspace))).into()
});

/// The parts of a workbook: XML, by path.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |number: usize| {
        let mut part = archive.by_index(number).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..count).map(part).collect()
}

/// The workbooks of a tree, each with its path.
fn books(tree: &Tree) -> impl Iterator<Item = (&String, Vec<Sheet>)> {
    tree.iter().filter(|(path, _)| path.ends_with(".xlsx")).map(|(path, bytes)| (path, sheets(path, bytes)))
}

/// A table of a workbook: its rows by the heads of their columns.
struct Table(Vec<BTreeMap<String, String>>);

impl Table {
    fn of(rows: &[Vec<Data>]) -> Self {
        let heads: Vec<String> = rows[0].iter().map(text).collect();
        let cells = |row: &Vec<Data>| heads.iter().cloned().zip(row.iter().map(text)).collect();
        Self(rows[1..].iter().map(cells).collect())
    }

    /// What is in a column, in the rows of an activity.
    fn of_activity<'t>(&'t self, id: &'t str, column: &'t str) -> impl Iterator<Item = &'t str> {
        let own = self.0.iter().filter(move |row| row["Id"] == id);
        own.filter_map(move |row| row.get(column)).map(String::as_str).filter(|cell| !cell.is_empty())
    }
}

#[test]
fn a_workbook_is_of_a_controller_or_of_the_municipality() {
    let mut count = 0;
    for tree in BUILT.iter() {
        for (page, _) in tree.iter().filter(|(path, _)| path.contains("/registers/") && path.ends_with(".html")) {
            assert!(tree.contains_key(&page.replace(".html", ".xlsx")), "{page} has no workbook");
            count += 1;
        }
        for (index, _) in tree.iter().filter(|(path, _)| path.ends_with("/index.html") && path.split('/').count() == 4)
        {
            for file in ["register.xlsx", "register.csv"] {
                assert!(tree.contains_key(&index.replace("index.html", file)), "{index} has no {file}");
            }
        }
    }
    assert!(count > 30, "only {count} registers");
}

#[test]
fn security_measures_are_in_internal_workbooks_only() {
    for (path, sheets) in BUILT.iter().flat_map(books) {
        let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        let known = ["Säkerhetsåtgärder", "Sikkerhedsforanstaltninger", "Security measures"];
        let measures = names.iter().any(|name| known.contains(name));
        assert_eq!(measures, path.starts_with("internal/"), "{path}: {names:?}");
        assert_eq!(names.len(), if measures { 8 } else { 7 }, "{path}: {names:?}");
    }
}

#[test]
fn heads_are_frozen_and_filtered_and_texts_wrap() {
    for tree in BUILT.iter() {
        for (path, bytes) in tree.iter().filter(|(path, _)| path.ends_with(".xlsx")) {
            let parts = parts(bytes);
            assert!(parts["xl/styles.xml"].contains("wrapText=\"1\""), "{path}");
            for (part, xml) in parts.iter().filter(|(part, _)| part.starts_with("xl/worksheets/sheet")) {
                assert!(!xml.contains("<f>") && !xml.contains("<f "), "{path} has a formula in {part}");
                assert!(xml.contains("<cols>"), "{path} has no widths in {part}");
                if part == "xl/worksheets/sheet1.xml" {
                    continue;
                }
                assert!(xml.contains("state=\"frozen\""), "{path} has no frozen heads in {part}");
                let has_rows = xml.contains("<row r=\"2\"");
                assert_eq!(xml.contains("<autoFilter"), has_rows, "{path}: {part}");
            }
        }
    }
}

#[test]
fn names_of_sheets_are_short_and_different_in_every_language() {
    for (path, bytes) in tree(&root().join("templates/languages")) {
        let words: toml::Table = toml::from_str(std::str::from_utf8(&bytes).unwrap()).unwrap();
        let keys = ["cover", "activities", "data", "parties", "transfers", "measures", "gaps", "long", "carried"];
        let names: BTreeSet<&str> = keys.iter().map(|key| words["code"]["sheet"][*key].as_str().unwrap()).collect();
        assert_eq!(names.len(), keys.len(), "{path}: {names:?}");
        for name in names {
            // Excel refuses other names.
            assert!(
                name.chars().count() <= 31 && !name.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']),
                "{path}: {name}"
            );
        }
    }
}

#[test]
fn links_lead_to_pages_that_exist() {
    let mut count = 0;
    for tree in BUILT.iter() {
        for (path, bytes) in tree.iter().filter(|(path, _)| path.ends_with(".xlsx")) {
            let parts = parts(bytes);
            for (part, xml) in parts.iter().filter(|(part, _)| part.starts_with("xl/worksheets/_rels/")) {
                let sheet = &parts[&part.replace("_rels/", "").replace(".rels", "")];
                let targets =
                    xml.split("<Relationship ").skip(1).map(|one| (attribute(one, "Id"), attribute(one, "Target")));
                let targets: BTreeMap<&str, &str> = targets.collect();
                for link in sheet.split("<hyperlink ").skip(1).filter(|link| link.contains("r:id=")) {
                    let target = targets[attribute(link, "r:id")];
                    let page = resolved(path, target);
                    let html =
                        std::str::from_utf8(tree.get(&page).unwrap_or_else(|| panic!("{path}: no {target}"))).unwrap();
                    if link.contains("location=") {
                        let id = attribute(link, "location");
                        assert!(html.contains(&format!(" id=\"{id}\"")), "{path}: no {id} in {target}");
                    }
                    assert!(
                        !target.contains("..") || path.contains("/registers/") || target.contains("activities"),
                        "{target}"
                    );
                    count += 1;
                }
            }
        }
    }
    assert!(count > 1000, "only {count} links");
}

fn attribute<'x>(xml: &'x str, name: &str) -> &'x str {
    let (_, rest) = xml.split_once(&format!("{name}=\"")).unwrap();
    rest.split_once('"').unwrap().0
}

fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        if part == ".." { _ = parts.pop() } else { parts.push(part) }
    }
    parts.join("/")
}

#[test]
fn the_file_for_people_is_the_table_of_activities() {
    let mut count = 0;
    for tree in BUILT.iter() {
        for (path, sheets) in books(tree).filter(|(path, _)| path.ends_with("/register.xlsx")) {
            let file = &tree[&path.replace(".xlsx", ".csv")];
            assert!(file.starts_with("\u{FEFF}".as_bytes()), "{path}");
            let rows = rows(file);
            let table = &sheets[1].1;
            assert_eq!(rows.len(), table.len(), "{path}");
            let is_danish =
                sheets[0].1.iter().flatten().any(|cell| text(cell) == "lilleby" || text(cell).contains("Kommune"));
            for (row, cells) in rows.into_iter().zip(table) {
                for (cell, other) in row.unwrap().iter().zip(cells) {
                    let expected = match other {
                        Data::DateTime(_) if is_danish => {
                            let parts = text(other);
                            parts.split('-').rev().collect::<Vec<_>>().join("-")
                        }
                        other => text(other),
                    };
                    assert_eq!(values::unguarded(cell), expected, "{path}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 2000, "only {count} cells");
}

#[test]
fn the_same_register_gives_the_same_sheets() {
    let workspace = with_every_sheet(Workspace::complete());
    let first = compiled(&workspace);
    workspace.ropa(&["build", "--date", DAY, "--out", "again"]).is(0);
    let again = workspace.tree("again");
    assert!(first.keys().any(|path| path.ends_with(".xlsx")));
    for (path, bytes) in first.iter().filter(|(path, _)| path.ends_with(".xlsx") || path.ends_with(".csv")) {
        assert!(again[path] == *bytes, "{path} differs");
    }
    workspace.ropa(&["build", "--check"]).is(0);
}

#[test]
fn sheets_are_written_for_whom_they_are_wanted() {
    let files = |settings: &str| -> Vec<String> {
        let workspace = Workspace::complete();
        workspace.write("ropa.toml", settings);
        let tree = compiled(&workspace);
        let index = String::from_utf8(tree["public/one-language/sv/index.html"].clone()).unwrap();
        let has_link = index.contains("register.csv\"");
        assert_eq!(has_link, tree.keys().any(|path| path.starts_with("public/") && path.ends_with("register.csv")));
        tree.into_keys().filter(|path| path.ends_with(".csv") || path.ends_with(".xlsx")).collect()
    };
    let usual = files("");
    let public = ["public/one-language/register.csv", "public/register.csv", "public/two-languages/register.csv"];
    assert!(public.iter().all(|path| usual.iter().any(|file| file == path)), "{usual:?}");
    assert_eq!(usual.iter().filter(|path| path.starts_with("public/")).count(), public.len(), "{usual:?}");
    assert!(usual.iter().any(|path| path == "internal/one-language/sv/registers/board.xlsx"), "{usual:?}");
    assert!(usual.iter().any(|path| path == "internal/one-language/sv/register.csv"), "{usual:?}");
    let none = files("[outputs]\nxlsx = []\ncsv-people = []\ncsv-machines = []\n");
    assert!(none.is_empty(), "{none:?}");
    let swapped = files("[outputs]\nxlsx = [\"public\"]\ncsv-people = [\"public\"]\ncsv-machines = [\"internal\"]\n");
    assert!(
        swapped.iter().all(|path| path.starts_with("public/")
            == path.split('/').nth(2).is_some_and(|part| part == "sv" || part == "en")),
        "{swapped:?}"
    );
}
