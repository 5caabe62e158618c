//! Workbooks that say that `ropa build` wrote them.

use super::{Book, cell, example, import};
use crate::support::{Workspace, assert_same};

/// The cells of the sheet for programs.
fn carried(book: &mut Book) -> &mut Vec<Vec<String>> {
    &mut book.iter_mut().find(|(name, _)| name == "För programmet").unwrap().1
}

#[test]
fn a_mark_without_the_sheets_is_refused() {
    let (workspace, mut book) = example();
    let before = workspace.tree("registers");
    book.retain(|(name, _)| name == "För programmet");
    let run = import(&workspace, &book, &[]).is(3);
    assert!(run.err.contains("has no sheet of activities"), "{}", run.err);
    assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn a_sheet_or_a_column_that_is_gone_removes_nothing() {
    let (workspace, mut book) = example();
    let before = workspace.tree("registers");
    book.retain(|(name, _)| name != "Luckor");
    let (_, rows) = book.iter_mut().find(|(name, _)| name == "Behandlingar").unwrap();
    let column = rows[0].iter().position(|head| head == "Ändamål").unwrap();
    rows.iter_mut().for_each(|row| _ = row.remove(column));
    let out = import(&workspace, &book, &[]).is(0).out;
    assert!(out.contains("Luckor: not in the workbook any more"), "{out}");
    assert!(out.contains("Behandlingar, Ändamål: not in the workbook any more"), "{out}");
    assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn ids_that_stand_twice_formulas_and_strange_sheets_are_asked_about() {
    let (workspace, mut book) = example();
    let before = workspace.tree("registers");
    let (_, rows) = book.iter_mut().find(|(name, _)| name == "Behandlingar").unwrap();
    let mut twice = rows[3].clone();
    twice[6] = "något annat".into();
    rows.push(twice);
    "=1+1".clone_into(cell(&mut book, "Behandlingar", "Ändamål", "anta elever"));
    book.push(("Egna".into(), vec![vec!["hemligt".into()]]));
    let out = import(&workspace, &book, &[]).is(1).out;
    assert!(out.contains("a row has the id or the name of an activity that is there already"), "{out}");
    assert!(out.contains("a formula is not read") && out.contains("sheet `Egna` is none that"), "{out}");
    assert_same(&before, &workspace.tree("registers"));
}

#[test]
fn what_a_changed_sheet_for_programs_carries_is_not_written() {
    let (workspace, book) = example();
    let before = workspace.tree("registers");
    for (path, piece, content) in [
        ("../../utanfor.yaml", "1", "{}"),
        ("municipality.yaml", "1", "{\"name\": \"Annan\"}"),
        ("activities/ny.yaml", "1", "{"),
    ] {
        let mut changed = book.clone();
        carried(&mut changed).push(vec![path.into(), piece.into(), content.into()]);
        let out = import(&workspace, &changed, &[]).is(0).out;
        assert!(out.contains("the register that it carries is not used"), "{path}: {out}");
        assert_same(&before, &workspace.tree("registers"));
        let empty = Workspace::empty();
        import(&empty, &changed, &[]).is(3);
        assert!(!empty.path("registers").exists(), "{path}");
    }
    // What it carries is no source for a register that is there.
    let mut changed = book.clone();
    for row in carried(&mut changed).iter_mut().filter(|row| row[0] == "activities/skolskjuts.yaml") {
        row[2] = row[2].replace("utbildningschefen", "någon annan");
    }
    let out = import(&workspace, &changed, &[]).is(0).out;
    assert!(out.contains("no difference"), "{out}");
    assert_same(&before, &workspace.tree("registers"));
}
