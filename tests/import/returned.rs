//! A workbook that `ropa build` wrote, imported again: nothing is lost, and what somebody changed comes in as that change.

mod hostile;

use rust_xlsxwriter::{Formula, Workbook};

use crate::support::fuzz::workbook::{sheets, text};
use crate::support::{Run, Tree, Workspace, assert_same, root};

/// The sheets of a workbook with their cells as texts.
type Book = Vec<(String, Vec<Vec<String>>)>;

fn read(path: &str, bytes: &[u8]) -> Book {
    let cells = |rows: Vec<Vec<_>>| rows.iter().map(|row| row.iter().map(text).collect()).collect();
    sheets(path, bytes).into_iter().map(|(name, rows)| (name, cells(rows))).collect()
}

/// A workbook of these texts; one that begins with `=` is a formula.
fn written(book: &Book) -> Vec<u8> {
    let mut made = Workbook::new();
    for (name, rows) in book {
        let page = made.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
                match text.strip_prefix('=') {
                    Some(formula) => page.write(row, column, Formula::new(formula).set_result("x")).unwrap(),
                    None => page.write_string(row, column, text).unwrap(),
                };
            }
        }
    }
    made.save_to_buffer().unwrap()
}

/// A workspace with one municipality of the examples, built, and its internal workbook.
fn built(folder: &str, name: &str, lang: &str) -> (Workspace, Book) {
    let workspace = Workspace::empty();
    workspace.lay(&format!("registers/{name}"), &root().join(folder).join(name));
    workspace.build(&[]).is(0);
    let path = format!("build/internal/{name}/{lang}/register.xlsx");
    let book = read(&path, &std::fs::read(workspace.path(&path)).unwrap());
    (workspace, book)
}

fn example() -> (Workspace, Book) {
    built("examples/full/registers", "storkoping", "sv")
}

fn import(workspace: &Workspace, book: &Book, more: &[&str]) -> Run {
    workspace.write("back.xlsx", written(book));
    workspace.ropa(&[&["import", "back.xlsx"], more].concat())
}

/// The cell in the first row of a sheet that has a text under a head.
fn cell<'b>(book: &'b mut Book, sheet: &str, head: &str, has: &str) -> &'b mut String {
    let (_, rows) = book.iter_mut().find(|(name, _)| name == sheet).unwrap();
    let column = rows[0].iter().position(|own| own == head).unwrap();
    let row = rows.iter_mut().skip(1).find(|row| row.get(column).is_some_and(|text| text.contains(has)));
    &mut row.unwrap_or_else(|| panic!("no `{has}` under {head} in {sheet}"))[column]
}

/// A row of these cells under these heads.
fn add(book: &mut Book, sheet: &str, cells: &[(&str, &str)]) {
    let (_, rows) = book.iter_mut().find(|(name, _)| name == sheet).unwrap();
    let mut row = vec![String::new(); rows[0].len()];
    for (head, text) in cells {
        let column = rows[0].iter().position(|own| own == head).unwrap();
        (*text).clone_into(&mut row[column]);
    }
    rows.push(row);
}

/// The lines that a run adds and removes, without those of other files than registers.
fn lines(before: &Tree, after: &Tree) -> Vec<String> {
    let mut all = Vec::new();
    for (path, bytes) in after {
        let new = String::from_utf8(bytes.clone()).unwrap();
        let old = before.get(path).map(|bytes| String::from_utf8(bytes.clone()).unwrap()).unwrap_or_default();
        for line in similar::TextDiff::from_lines(&old, &new).iter_all_changes() {
            let sign = match line.tag() {
                similar::ChangeTag::Equal => continue,
                similar::ChangeTag::Delete => '-',
                similar::ChangeTag::Insert => '+',
            };
            all.push(format!("{path} {sign}{}", line.value().trim()));
        }
    }
    all
}

#[test]
fn what_build_wrote_comes_in_again_without_a_difference() {
    let mut count = 0;
    for folder in ["registers", "examples/full/registers", "examples/smallest/registers"] {
        let workspace = Workspace::empty();
        workspace.lay("registers", &root().join(folder));
        workspace.build(&["--internal"]).is(0);
        let before = workspace.tree("registers");
        for (path, bytes) in workspace.tree("build/internal").into_iter().filter(|(path, _)| path.ends_with(".xlsx")) {
            let whole = format!("build/internal/{path}");
            let out = workspace.ropa(&["import", &whole]).is(0).out;
            assert!(
                out.contains("no difference") && out.contains("changes: 0, in files: 0; to decide: 0"),
                "{path}: {out}"
            );
            count += 1;
            if !path.ends_with("/register.xlsx") {
                continue;
            }
            let empty = Workspace::empty();
            empty.write("r.xlsx", &bytes);
            let out = empty.ropa(&["import", "r.xlsx"]).is(0).out;
            assert!(out.contains("it does not hold comments"), "{out}");
            empty.build(&["--internal"]).is(0);
            let again = std::fs::read(empty.path(&whole)).unwrap();
            assert_eq!(read(&path, &bytes), read(&path, &again), "{path}");
        }
        assert_same(&before, &workspace.tree("registers"));
    }
    assert!(count > 20, "only {count} workbooks");
}

/// A changed cell of each sheet: sheet, head, the text that is replaced, the new one, and the lines of the change.
const EDITS: [(&str, &str, &str, &str, &[&str]); 15] = [
    (
        "Behandlingar",
        "Behandling",
        "Ekonomiskt bistånd",
        "Försörjningsstöd",
        &[
            "activities/ekonomiskt-bistand.yaml -title: {sv: Ekonomiskt bistånd, en: Social assistance}",
            "activities/ekonomiskt-bistand.yaml +title: {sv: Försörjningsstöd, en: Social assistance}",
        ],
    ),
    (
        "Behandlingar",
        "Tidsfrister för radering",
        "i 2 år från publiceringen",
        "i 18 månader från publiceringen",
        &[
            "activities/bilder-sociala-medier.yaml -keep: 2 years",
            "activities/bilder-sociala-medier.yaml +keep: 18 months",
        ],
    ),
    (
        "Behandlingar",
        "Status",
        "planerad",
        "avslutad",
        &["activities/gymnasieantagning.yaml -status: planned", "activities/gymnasieantagning.yaml +status: ended"],
    ),
    (
        "Behandlingar",
        "Nästa översyn",
        "2027-02-01",
        "2027-05-01",
        &["activities/skolskjuts.yaml -review: 2027-02-01", "activities/skolskjuts.yaml +review: 2027-05-01"],
    ),
    (
        "Behandlingar",
        "Säkerhetsåtgärder",
        "Uppgift saknas: ingen säkerhetsåtgärd är angiven.",
        "kryptering",
        &["activities/bilder-sociala-medier.yaml +measures: [kryptering]"],
    ),
    (
        "Uppgifter",
        "Registrerade",
        "elever",
        "vårdnadshavare",
        &[
            "activities/bilder-sociala-medier.yaml -subjects: [pupil]",
            "activities/bilder-sociala-medier.yaml +subjects: [guardian]",
        ],
    ),
    (
        "Uppgifter",
        "Uppgifter eller handlingar",
        "filmer",
        "filmer med ljud",
        &[
            "activities/bilder-sociala-medier.yaml -items: [photo, film-recordings]",
            "activities/bilder-sociala-medier.yaml +items: [photo, filmer med ljud]",
        ],
    ),
    (
        "Uppgifter",
        "Lagringstid",
        "i 2 år från publiceringen",
        "i 3 år från publiceringen",
        &[
            "activities/bilder-sociala-medier.yaml -keep: 2 years",
            "activities/bilder-sociala-medier.yaml +keep: 3 years",
        ],
    ),
    (
        "Biträden och system",
        "Land",
        "Sverige",
        "Norge",
        &["shared/parties.yaml -country: SE", "shared/parties.yaml +country: NO"],
    ),
    (
        "Biträden och system",
        "Avtalets diarienummer",
        "UBN 2025/0001",
        "UBN 2025/0002",
        &["shared/parties.yaml -reference: UBN 2025/0001", "shared/parties.yaml +reference: UBN 2025/0002"],
    ),
    (
        "Överföringar",
        "Land",
        "USA",
        "Indien",
        &["activities/bilder-sociala-medier.yaml -country: US", "activities/bilder-sociala-medier.yaml +country: IN"],
    ),
    (
        "Överföringar",
        "Kopia av skyddsåtgärderna",
        "skriv till dataskyddsombudet",
        "skriv till registratorn",
        &[
            "activities/larplattform.yaml -copy: {sv: skriv till dataskyddsombudet, en: write to the data protection officer}",
            "activities/larplattform.yaml +copy: {sv: skriv till registratorn, en: write to the data protection officer}",
        ],
    ),
    (
        "Säkerhetsåtgärder",
        "Säkerhetsåtgärd",
        "Uppgift saknas: ingen säkerhetsåtgärd är angiven.",
        "loggkontroll",
        &["activities/bilder-sociala-medier.yaml +measures: [loggkontroll]"],
    ),
    (
        "Luckor",
        "Registret säger",
        "nämnden utreder frågan",
        "nämnden beslutar i maj",
        &[
            "activities/bilder-sociala-medier.yaml -copy: {unknown: {sv: nämnden utreder frågan, en: the board is investigating the question}}",
            "activities/bilder-sociala-medier.yaml +copy: {unknown: {sv: nämnden beslutar i maj, en: the board is investigating the question}}",
        ],
    ),
    (
        "Om registret",
        "",
        "ks@example.org",
        "styrelsen@example.org",
        &[
            "municipality.yaml -contact: {email: ks@example.org}",
            "municipality.yaml +contact: {email: styrelsen@example.org}",
        ],
    ),
];

/// Makes a change of [`EDITS`].
fn edit(book: &mut Book, (sheet, head, from, to): (&str, &str, &str, &str)) {
    if sheet == "Biträden och system" {
        // What a processor has is said in each of its rows.
        let (_, rows) = book.iter_mut().find(|(name, _)| name == sheet).unwrap();
        let column = |head: &str| rows[0].iter().position(|own| own == head).unwrap();
        let (name, column) = (column("Namn"), column(head));
        let own = rows.iter().skip(1).find(|row| row[column].contains(from)).unwrap()[name].clone();
        for row in rows.iter_mut().filter(|row| row[name] == own) {
            row[column] = row[column].replacen(from, to, 1);
        }
        return;
    }
    let cell = match head {
        "" => book[0].1.iter_mut().flatten().find(|text| text.contains(from)).unwrap(),
        head => cell(book, sheet, head, from),
    };
    *cell = cell.replacen(from, to, 1);
}

#[test]
fn a_changed_cell_comes_in_as_that_change_alone() {
    let (workspace, book) = example();
    let before = workspace.tree("registers/storkoping");
    for (sheet, head, from, to, expected) in EDITS {
        let mut changed = book.clone();
        edit(&mut changed, (sheet, head, from, to));
        let run = import(&workspace, &changed, &[]);
        assert_eq!(run.code, Some(0), "{sheet}, {head}: {}{}", run.out, run.err);
        let found = lines(&before, &workspace.tree("registers/storkoping"));
        let found: Vec<&String> = found.iter().filter(|line| !line.ends_with([' ', '+'])).collect();
        assert_eq!(found, expected.iter().collect::<Vec<_>>(), "{sheet}, {head}: {}", run.out);
        for (path, bytes) in &before {
            workspace.write(&format!("registers/storkoping/{path}"), bytes);
        }
    }
}

#[test]
fn changes_on_several_sheets_come_in_together_and_once() {
    let (workspace, mut book) = example();
    let before = workspace.tree("registers/storkoping");
    let some: Vec<_> = EDITS.into_iter().step_by(3).collect();
    for (sheet, head, from, to, _) in &some {
        edit(&mut book, (sheet, head, from, to));
    }
    let out = import(&workspace, &book, &[]).is(0).out;
    let found = lines(&before, &workspace.tree("registers/storkoping"));
    for line in some.iter().flat_map(|(.., lines)| *lines) {
        assert!(found.iter().any(|own| own == line), "{line}: {out}");
    }
    let again = import(&workspace, &book, &[]).is(0).out;
    assert!(again.contains("no difference"), "{again}");
}

#[test]
fn what_the_cells_of_a_sheet_contradict_is_asked() {
    let (workspace, mut book) = example();
    let before = workspace.tree("registers");
    "Serverhall Exempel AB".clone_into(cell(&mut book, "Biträden och system", "Namn", "Datahall Exempel AB"));
    let out = import(&workspace, &book, &[]).is(1).out;
    assert!(out.contains("the value stands in 4 other cells of the sheet"), "{out}");
    assert_same(&before, &workspace.tree("registers"));
    let out = import(&workspace, &book, &["--keep", "sheet"]).is(0).out;
    assert!(out.contains("-> shared/parties.yaml, processors."), "{out}");
    assert!(workspace.read("registers/storkoping/shared/parties.yaml").contains("Serverhall Exempel AB"));
}

#[test]
fn rows_come_in_and_a_row_that_is_gone_is_asked_about() {
    let (workspace, book) = example();
    let before = workspace.tree("registers/storkoping");
    let mut changed = book.clone();
    let id = ("Id", "bilder-sociala-medier");
    add(
        &mut changed,
        "Säkerhetsåtgärder",
        &[("Behandling", "Bilder i sociala medier"), ("Säkerhetsåtgärd", "kryptering"), id],
    );
    add(&mut changed, "Uppgifter", &[("Behandling", "Bilder i sociala medier"), ("Registrerade", "lärare"), id]);
    add(&mut changed, "Biträden och system", &[("Roll", "System"), ("Namn", "Elevjournal"), ("Id", "skolskjuts")]);
    add(&mut changed, "Behandlingar", &[("Behandling", "Bokning av lokaler"), ("Ändamål", "hyra ut lokaler")]);
    let out = import(&workspace, &changed, &[]);
    let found = lines(&before, &workspace.tree("registers/storkoping")).join("\n");
    for line in [
        "activities/bilder-sociala-medier.yaml +measures: [kryptering]",
        "activities/bilder-sociala-medier.yaml +subjects: [pupil, teacher]",
        "activities/skolskjuts.yaml +- journal",
        "activities/bokning-av-lokaler.yaml +title: Bokning av lokaler",
    ] {
        assert!(found.contains(line), "{line}\n{found}\n{}", out.out);
    }
    assert_eq!(out.code, Some(0), "{}", out.out);
    let (workspace, mut book) = example();
    let before = workspace.tree("registers");
    let (_, rows) = book.iter_mut().find(|(name, _)| name == "Säkerhetsåtgärder").unwrap();
    rows.retain(|row| row[1] != "inloggning med två faktorer" || row[2] != "ekonomiskt-bistand");
    let out = import(&workspace, &book, &[]).is(1).out;
    assert!(out.contains("a row is gone: Ekonomiskt bistånd | inloggning med två faktorer"), "{out}");
    assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn sorted_rows_and_moved_columns_are_no_difference() {
    let (workspace, mut book) = example();
    for (_, rows) in book.iter_mut().skip(1).take(6) {
        rows[1..].reverse();
        rows.iter_mut().for_each(|row| row.swap(0, 1));
    }
    let out = import(&workspace, &book, &[]).is(0).out;
    assert!(out.contains("no difference"), "{out}");
}

#[test]
fn what_people_changed_in_the_files_stays_and_what_both_changed_is_a_conflict() {
    let (workspace, book) = example();
    let file = "registers/storkoping/activities/skolskjuts.yaml";
    workspace.edit(file, "review: 2027-02-01", "review: 2027-03-01 # nämndens beslut");
    let out = import(&workspace, &book, &[]).is(0).out;
    assert!(out.contains("no difference"), "the workbook is older and was not changed: {out}");
    let mut changed = book.clone();
    "rektor".clone_into(cell(&mut changed, "Behandlingar", "Informationsägare", "utbildningschefen"));
    import(&workspace, &changed, &[]).is(0);
    let text = workspace.read(file);
    assert!(text.contains("review: 2027-03-01 # nämndens beslut") && text.contains("owner: {sv: rektor"), "{text}");
    "2027-05-01".clone_into(cell(&mut changed, "Behandlingar", "Nästa översyn", "2027-02-01"));
    let out = import(&workspace, &changed, &[]).is(1).out;
    assert!(out.contains("the sheet says “2027-05-01”\n  the files say “2027-03-01”"), "{out}");
    assert_eq!(workspace.read(file), text);
    import(&workspace, &changed, &["--keep", "files"]).is(0);
    assert_eq!(workspace.read(file), text);
    import(&workspace, &changed, &["--keep", "sheet"]).is(0);
    assert!(workspace.read(file).contains("review: 2027-05-01 # nämndens beslut"));
}

#[test]
fn the_workbook_of_a_controller_comes_in_while_the_register_is_the_one_it_is_of() {
    let (workspace, _) = example();
    let path = "build/internal/storkoping/sv/registers/social.xlsx";
    let mut book = read(path, &std::fs::read(workspace.path(path)).unwrap());
    "Försörjningsstöd".clone_into(cell(&mut book, "Behandlingar", "Behandling", "Ekonomiskt bistånd"));
    import(&workspace, &book, &["--dry-run"]).is(0);
    workspace.edit("registers/storkoping/activities/skolskjuts.yaml", "review: 2027-02-01", "review: 2027-03-01");
    let out = import(&workspace, &book, &[]).is(1).out;
    assert!(out.contains("conflict: Behandlingar, A2 Behandling"), "{out}");
    let empty = Workspace::empty();
    let run = import(&empty, &book, &[]).is(3);
    assert!(run.err.contains("does not carry a whole register"), "{}", run.err);
    // Without its last sheet it is known by the others.
    let (workspace, _) = example();
    book.pop();
    let out = import(&workspace, &book, &[]).is(0).out;
    assert!(out.contains("“Ekonomiskt bistånd” is now “Försörjningsstöd”"), "{out}");
}

#[test]
fn two_sheets_that_say_different_things_about_one_value_are_asked() {
    let (workspace, book) = example();
    let before = workspace.tree("registers");
    let period = |first: &str, second: &str| {
        let mut changed = book.clone();
        for (sheet, head, to) in
            [("Behandlingar", "Tidsfrister för radering", first), ("Uppgifter", "Lagringstid", second)]
        {
            let cell = cell(&mut changed, sheet, head, "i 2 år från publiceringen");
            *cell = cell.replacen("i 2 år", to, 1);
        }
        changed
    };
    for more in [&[][..], &["--keep", "sheet"]] {
        let out = import(&workspace, &period("i 3 år", "i 4 år"), more).is(1).out;
        assert_eq!(out.matches("about the same value").count(), 2, "{out}");
        assert_same(&before, &workspace.tree("registers"));
    }
    let out = import(&workspace, &period("i 3 år", "så länge de behövs"), &[]).is(1).out;
    assert!(out.contains("about the same value"), "{out}");
    assert_same(&before, &workspace.tree("registers"));
    import(&workspace, &period("i 3 år", "i 3 år"), &[]).is(0);
}

#[test]
fn a_value_of_a_processor_that_other_rows_say_is_asked() {
    let (workspace, book) = example();
    let before = workspace.tree("registers");
    for (head, to) in [("Land", "Norge"), ("Avtalets datum", "2025-07-01")] {
        let (_, rows) = &book[book.iter().position(|(name, _)| name == "Biträden och system").unwrap()];
        let column = |head: &str| rows[0].iter().position(|own| own == head).unwrap();
        let is_of = |row: &&Vec<String>| row[column("Namn")].starts_with("Molntjänst");
        let first = rows.iter().position(|row| is_of(&row)).unwrap();
        assert!(rows.iter().filter(is_of).count() > 1, "{rows:#?}");
        let mut changed = book.clone();
        let (_, own) = changed.iter_mut().find(|(name, _)| name == "Biträden och system").unwrap();
        to.clone_into(&mut own[first][column(head)]);
        let out = import(&workspace, &changed, &[]).is(1).out;
        assert!(out.contains("the value stands in"), "{head}: {out}");
        assert_same(&before, &workspace.tree("registers"));
        import(&workspace, &changed, &["--keep", "sheet", "--dry-run"]).is(0);
        let (_, own) = changed.iter_mut().find(|(name, _)| name == "Biträden och system").unwrap();
        own.iter_mut().filter(|row| is_of(&&**row)).for_each(|row| to.clone_into(&mut row[column(head)]));
        import(&workspace, &changed, &["--dry-run"]).is(0);
    }
}
