//! `ropa import`: a spreadsheet as activities.

mod again;
mod book;
mod hostile;
mod returned;
mod values;

use crate::support::{Run, Workspace};

use book::{Sheet, csv, ods, sheet, xlsx};

/// A workspace with a municipality of format 2 in a language.
fn workspace(country: &str) -> Workspace {
    let workspace = Workspace::empty();
    workspace.ropa(&["new", "Testby", "--country", country, "--folder", "testby"]).is(0);
    workspace
}

fn import(workspace: &Workspace, name: &str, bytes: Vec<u8>, more: &[&str]) -> Run {
    workspace.write(name, bytes);
    workspace.ropa(&[&["import", name], more].concat())
}

/// Every file of the municipality, one after the other.
fn register(workspace: &Workspace) -> String {
    let files = workspace.tree("registers/testby").into_iter().filter(|(path, _)| !path.starts_with(".import/"));
    files.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect()
}

/// The shapes of tables that people make, each with its country.
fn shapes() -> Vec<(&'static str, &'static str, Vec<Sheet>)> {
    let across = sheet(&[
        &["Förteckning över behandlingar"],
        &["Uppdaterad av", "dataskyddsombudet"],
        &[],
        &[
            "#",
            "Behandling",
            "Ändamål",
            "Registrerade",
            "Uppgifter",
            "Rättslig grund",
            "Mottagare",
            "Lagringstid",
            "Tredjeland",
            "Vem vet",
            "",
        ],
        &[
            "1",
            "Bokning av lokaler",
            "Ta emot bokningar; skicka nycklar",
            "Föreningar, privatpersoner",
            "Namn\nTelefon",
            "Avtal (6.1 b)",
            "Inga",
            "Högst 2 år",
            "Nej",
            "Fritid",
            "löst",
        ],
        &[
            "2",
            "Felanmälan",
            "–",
            "Anmälare",
            "Namn, e-post (valfri)",
            "Uppgift av allmänt intresse?",
            "–",
            "Som #1",
            "Inom EU/EES",
            "",
            "",
        ],
        &[
            "3",
            "Kameror",
            "Skydda entrén",
            "se ovan",
            "Bild",
            "Berättigat intresse (6.1 f)",
            "Polisen vid brott",
            "Så länge det behövs",
            "USA",
            "x",
            "",
        ],
        &[],
        &["Frågor ställs till registrator"],
    ]);
    let down = sheet(&[
        &["Aktivitet 1: Henvendelser"],
        &["Felt", "Beskrivelse"],
        &["Formål", "Besvare henvendelser"],
        &["Kategorier af registrerede", "Borgere / virksomheder"],
        &["Retsgrundlag", "Samtykke (art. 6, stk. 1, litra a)"],
        &["Slettefrist", "Senest 24 måneder efter sidste kontakt"],
        &["Baggrund", "Byrådets beslutning"],
        &[],
        &["Aktivitet 2: Nyhedsbrev"],
        &[],
        &["Retsgrundlag", "Legitim interesse og aftale"],
        &["Slettefrist", "Kundeforhold + 2 år"],
    ]);
    let merged = sheet(&[
        &["Enhet", "Behandling", "Ändamål", "Tredjelandsöverföring", "", "Kategorier av personuppgifter"],
        &["", "", "", "Land", "Skydd", ""],
        &["Bibliotek", "Lån", "Låna ut böcker", "Ingen", "", "Lånekort"],
        &["", "", "", "", "", "Återlämning"],
        &["", "Bokbuss", "Köra bokbuss", "Nej", "", "Hållplats"],
        &["Ingen uppgift", "", "Ge service", "Nej", "", "Namn"],
    ])
    .merged(&[(0, 3, 0, 4), (2, 0, 4, 0), (2, 1, 3, 1), (2, 2, 3, 2), (5, 0, 5, 1)]);
    let two = sheet(&[
        &["Navn på behandlingen", "Formål med behandlingen", "Rettslig grunnlag"],
        &["Barnehageopptak", "Tildele plass", "Artikkel 6 nr. 1 bokstav e"],
        &["Navn på behandlingen", "Databehandlere", "Slettefrist"],
        &["Foto", "Bildebyrået AS", "Slettes etter 1 år"],
    ]);
    let columns = sheet(&[
        &["Field", "Payroll", "Parking", "Comment"],
        &["Purpose", "Pay salaries", "Issue permits", "checked"],
        &["Lawful basis", "Contract", "Art. 6(1)(e)", ""],
        &["Retention period", "7 years", "Until revoked", "ask finance"],
        &["Recipients", "Tax agency; bank", "None", ""],
    ]);
    let servers = Sheet { name: "Servrar", ..sheet(&[&["Namn", "Plats"], &["srv1", "Källaren"]]) };
    vec![
        ("across", "SE", vec![across]),
        ("down", "DK", vec![down]),
        ("merged", "SE", vec![merged]),
        ("two tables", "DK", vec![two]),
        ("columns", "SE", vec![columns, servers]),
    ]
}

/// The cells of a report that are headers: `B4`.
fn headers(told: &str) -> Vec<String> {
    let lines = told.lines().filter(|line| line.contains("\" -> "));
    lines.filter_map(|line| line.trim().split_once(" \"")).map(|(name, _)| name.to_owned()).collect()
}

/// The lines of a report about cells outside the tables.
fn outside(told: &str) -> String {
    let lines = told.lines().filter(|line| line.starts_with("    ") && line.ends_with('"') && !line.contains(" -> "));
    lines.map(|line| format!("{line}\n")).collect()
}

fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_cell_is_lost() {
    for (shape, country, sheets) in shapes() {
        let told = import(&workspace(country), "r.xlsx", xlsx(&sheets), &["--dry-run"]).is(0).out;
        let headers = headers(&told);
        // The headers of a row stand beside each other; merged ones have the name of their range.
        let is_header = |row: usize, column: usize| {
            let ends = format!("{}", row + 1);
            let beside = headers
                .iter()
                .filter(|name| name.split(':').next().unwrap().trim_start_matches(char::is_alphabetic) == ends);
            beside.count() > 1 || headers.contains(&cell_name(row, column))
        };
        let mut marks = Vec::new();
        let marked: Vec<Sheet> = sheets
            .into_iter()
            .enumerate()
            .map(|(number, sheet)| {
                for (row, cells) in sheet.rows.iter().enumerate() {
                    let own = (0..cells.len())
                        .filter(|column| !cells[*column].is_empty() && (number > 0 || !is_header(row, *column)));
                    marks.extend(own.map(|column| format!("mark{number}r{row}c{column}z")));
                }
                sheet.map(|row, column, text| match number > 0 || !is_header(row, column) {
                    true => format!("{text} mark{number}r{row}c{column}z"),
                    false => text.to_owned(),
                })
            })
            .collect();
        assert!(marks.len() > 5, "{shape}: {marks:?}");
        let workspace = workspace(country);
        let told = import(&workspace, "r.xlsx", xlsx(&marked), &[]).is(0).out;
        let (files, outside) = (register(&workspace), outside(&told));
        for mark in marks {
            assert!(told.contains(&mark), "{shape}: {mark} is not in the report:\n{told}");
            assert!(
                files.contains(&mark) || outside.contains(&mark),
                "{shape}: {mark} is in no file:\n{told}\n{files}"
            );
        }
    }
}

#[test]
fn every_cell_that_is_understood_stands_in_its_file_too() {
    for (shape, country, sheets) in shapes() {
        let workspace = workspace(country);
        let told = import(&workspace, "r.xlsx", xlsx(&sheets), &[]).is(0).out;
        let files = line(&register(&workspace));
        // Headers, and lines outside the tables.
        let is_header = |line: &&str| line.trim().split_once(' ').is_some_and(|(_, rest)| rest.starts_with('"'));
        let headings = line(&told.lines().filter(is_header).collect::<Vec<_>>().join(" "));
        for text in sheets.iter().flat_map(|sheet| sheet.rows.iter().flatten()).filter(|text| !text.is_empty()) {
            let is_told = headings.contains(&line(text));
            // The items of a list stand one by one.
            let items = text.split(['\n', ';', ',', '/']).all(|item| files.contains(item.trim()));
            assert!(items || files.contains(&line(text)) || is_told, "{shape}: `{text}`\n{told}");
        }
    }
}

#[test]
fn the_same_table_gives_the_same_report_and_files_in_every_format() {
    for (shape, country, sheets) in shapes() {
        let read = |name: &str, bytes: Vec<u8>| {
            let workspace = workspace(country);
            let out = import(&workspace, name, bytes, &[]).is(0).out.replace(name, "FILE");
            let files: String = register(&workspace).replace(name, "FILE");
            (out, files)
        };
        let first = read("r.xlsx", xlsx(&sheets));
        assert_eq!(first, read("r.ods", ods(&sheets)), "{shape}");
        if sheets.len() == 1 && sheets[0].merged.is_empty() {
            assert_eq!(first, read("r.csv", csv(&sheets[0])), "{shape}");
        }
    }
}

#[test]
fn what_is_imported_has_no_error_of_the_format() {
    for (shape, country, sheets) in shapes() {
        let workspace = workspace(country);
        import(&workspace, "r.xlsx", xlsx(&sheets), &[]).is(0);
        let found = workspace.check().out;
        for code in ["term-unknown", "key-", "list-", "text-", "file-", "reference-", "period-wrong", "value-"] {
            let error = found.lines().find(|line| line.starts_with("error[") && line.contains(code));
            assert_eq!(error, None, "{shape}");
        }
    }
}

#[test]
fn rows_are_counted_and_nothing_is_written_in_a_dry_run() {
    let workspace = workspace("SE");
    let (_, _, sheets) = shapes().swap_remove(0);
    let before = workspace.tree("registers");
    let out = import(&workspace, "r.xlsx", xlsx(&sheets), &["--dry-run"]).is(0).out;
    assert!(out.contains("rows with content: 7, in tables: 4; outside the tables: 4 cells"), "{out}");
    assert!(out.contains("files new: 3, changed: 0, unchanged: 0; conflicts: 0"), "{out}");
    assert!(out.contains("B4 \"Behandling\" -> title") && out.contains("J4 \"Vem vet\" -> an internal note"), "{out}");
    assert!(out.contains("+id: bokning-av-lokaler"), "{out}");
    crate::support::assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn a_header_that_is_mapped_is_remembered() {
    let workspace = workspace("SE");
    let table = |what: &str| sheet(&[&["Behandling", "Varför"], &["Bokning", what]]);
    let first = import(&workspace, "a.xlsx", xlsx(&[table("hyra ut")]), &["--map", "Varför=purposes"]).is(0);
    assert!(first.out.contains("B1 \"Varför\" -> purposes"), "{}", first.out);
    assert!(workspace.read("registers/testby/activities/bokning.yaml").contains("purposes:\n- hyra ut\n"));
    let second = import(&workspace, "a.xlsx", xlsx(&[table("hyra ut salar")]), &[]).is(0);
    assert!(second.out.contains("changed: activities/bokning.yaml (purposes)"), "{}", second.out);
    let wrong = import(&workspace, "a.xlsx", xlsx(&[table("x")]), &["--map", "Varför=syfte"]).is(2);
    assert!(wrong.err.contains("purposes"), "the fields are listed: {}", wrong.err);
}

#[test]
fn a_file_without_a_table_of_activities_is_refused_with_the_way_out() {
    let workspace = workspace("SE");
    let servers = sheet(&[&["Underbiträde", "Tjänst", "Tredjeland"], &["Webbhotellet", "Drift", "Nej"]]);
    let run = import(&workspace, "r.csv", csv(&servers), &[]).is(3);
    assert!(run.err.contains("--map \"Header=title\"") && run.out.contains("B2 \"Drift\""), "{}{}", run.out, run.err);
}
