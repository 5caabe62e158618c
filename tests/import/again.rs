//! Importing a sheet again: a three-way merge with the file that was imported last.

use super::book::{csv, sheet, xlsx};
use super::{import, register, workspace};

const ACTIVITY: &str = "registers/testby/activities/bokning.yaml";

fn table(basis: &str, period: &str) -> super::Sheet {
    sheet(&[
        &["Behandling", "Ändamål", "Rättslig grund", "Lagringstid", "Kommentar"],
        &["Bokning", "hyra ut lokaler", basis, period, "hemligt ord"],
        &["Nycklar", "lämna ut nycklar", "avtal", "1 år", ""],
    ])
}

#[test]
fn the_same_sheet_again_changes_nothing() {
    let workspace = workspace("SE");
    import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &[]).is(0);
    let before = register(&workspace);
    let out = import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &[]).is(0).out;
    assert!(out.contains("files new: 0, changed: 0, unchanged: 2; conflicts: 0"), "{out}");
    assert_eq!(register(&workspace), before);
}

#[test]
fn what_changed_in_the_sheet_comes_in_and_what_people_changed_stays() {
    let workspace = workspace("SE");
    import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &[]).is(0);
    workspace.edit(ACTIVITY, "- hyra ut lokaler\n", "- hyra ut lokaler # beslut 2026\n- ta betalt\n");
    let out = import(&workspace, "r (2).csv", csv(&table("avtal", "3 år")), &[]).is(0).out;
    assert!(out.contains("changed: activities/bokning.yaml (retention"), "{out}");
    let file = workspace.read(ACTIVITY);
    assert!(file.contains("- hyra ut lokaler # beslut 2026\n- ta betalt\n"), "{file}");
    assert!(file.contains("keep: 3 years") && !file.contains("2 years"), "{file}");
}

#[test]
fn what_both_changed_is_a_conflict_until_it_is_decided() {
    let workspace = workspace("SE");
    import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &[]).is(0);
    workspace.edit(ACTIVITY, "- contract\n", "- public-task\n");
    let mine = workspace.read(ACTIVITY);
    let changed = || xlsx(&[table("samtycke", "2 år")]);
    for _ in 0..2 {
        let out = import(&workspace, "r.xlsx", changed(), &[]).is(1).out;
        assert!(out.contains("conflict: registers/testby/activities/bokning.yaml, basis"), "{out}");
        assert!(out.contains("[\"consent\"]") && out.contains("[\"public-task\"]"), "{out}");
        assert_eq!(workspace.read(ACTIVITY), mine);
    }
    import(&workspace, "r.xlsx", changed(), &["--keep", "files"]).is(0);
    assert_eq!(workspace.read(ACTIVITY), mine);
    let out = import(&workspace, "r.xlsx", changed(), &[]).is(0).out;
    assert!(out.contains("conflicts: 0"), "what was decided is not asked again: {out}");
    import(&workspace, "r.xlsx", xlsx(&[table("berättigat intresse", "2 år")]), &["--keep", "sheet"]).is(0);
    assert!(workspace.read(ACTIVITY).contains("basis:\n- legitimate-interests\n"));
}

#[test]
fn an_activity_that_people_wrote_is_not_overwritten_and_one_that_is_gone_stays() {
    let workspace = workspace("SE");
    let own = "id: bokning\ntitle: Min bokning\n";
    workspace.write(ACTIVITY, own);
    let out = import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &[]).is(1).out;
    assert!(out.contains("conflict: registers/testby/activities/bokning.yaml, title"), "{out}");
    assert_eq!(workspace.read(ACTIVITY), own);
    import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &["--keep", "files"]).is(0);
    let one = sheet(&[&["Behandling", "Ändamål"], &["Bokning", "hyra ut lokaler"]]);
    let out = import(&workspace, "r.xlsx", xlsx(&[one]), &[]).out;
    assert!(out.contains("not in the sheet any more: nycklar; its file stays"), "{out}");
    assert!(workspace.path("registers/testby/activities/nycklar.yaml").exists());
}

#[test]
fn the_imported_file_is_kept_passed_over_and_never_published() {
    let workspace = workspace("SE");
    import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &[]).is(0);
    assert!(workspace.path("registers/testby/.import/r.sheet").exists());
    workspace.write("registers/testby/.import/extra.yaml", "title: hemligt ord\n");
    assert!(!workspace.check().out.contains(".import"));
    workspace.build(&[]);
    for (path, bytes) in workspace.tree("build") {
        let is_public = !path.contains("internal");
        assert!(!is_public || !String::from_utf8_lossy(&bytes).contains("hemligt ord"), "{path}");
    }
}

#[test]
fn a_row_with_a_new_name_is_the_activity_that_it_was() {
    let workspace = workspace("SE");
    import(&workspace, "r.xlsx", xlsx(&[table("avtal", "2 år")]), &[]).is(0);
    let renamed = || table("avtal", "2 år").map(|_, _, text| text.replace("Bokning", "Lokalbokning"));
    let out = import(&workspace, "r.xlsx", xlsx(&[renamed()]), &[]).is(0).out;
    assert!(out.contains("renamed in the sheet: “Bokning” is now “Lokalbokning”"), "{out}");
    assert!(out.contains("files new: 0, changed: 1") && !out.contains("not in the sheet any more"), "{out}");
    let file = workspace.read(ACTIVITY);
    assert!(file.contains("id: bokning\n") && file.contains("title: Lokalbokning\n"), "{file}");
    let out = import(&workspace, "r.xlsx", xlsx(&[renamed()]), &[]).is(0).out;
    assert!(out.contains("files new: 0, changed: 0, unchanged: 2; conflicts: 0"), "{out}");
    // With another cell changed too, it may be another activity.
    let other = table("avtal", "3 år").map(|_, _, text| text.replace("Bokning", "Uthyrning"));
    let out = import(&workspace, "r.xlsx", xlsx(&[other]), &[]).out;
    assert!(out.contains("not in the sheet any more") && out.contains("new: activities/uthyrning.yaml"), "{out}");
}
