//! What is written, removed and left alone.

use std::fs;

use crate::support::{Workspace, assert_same};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PAGE: &str = "build/public/one-language/sv/activities/skolskjuts.md";

#[test]
fn a_check_writes_nothing_and_tells_whether_the_folder_differs() {
    let workspace = Workspace::complete();
    let before = workspace.tree("");
    workspace.build(&["--check"]).is(1);
    assert_same(&before, &workspace.tree(""));
    workspace.build(&[]).is(0);
    let built = workspace.tree("");
    workspace.build(&["--check"]).is(0);
    assert_same(&built, &workspace.tree(""));
    workspace.edit(ACTIVITY, "keep: 2 years", "keep: 3 years");
    let run = workspace.build(&["--check"]).is(1);
    assert!(run.err.contains("differs: public/one-language/sv/activities/skolskjuts.md"), "{}", run.err);
    assert!(workspace.read(PAGE).contains("2 år"));
    fs::remove_file(workspace.path(PAGE)).unwrap();
    let run = workspace.build(&["--check"]).is(1);
    assert!(run.err.contains(&format!("missing: {}\n", PAGE.trim_start_matches("build/"))), "{}", run.err);
}

/// Removes the activity from the register.
fn without_activity(workspace: &Workspace) {
    fs::remove_file(workspace.path(ACTIVITY)).unwrap();
    workspace.edit("registers/one-language/notices/skola.yaml", "[skolskjuts, elevhalsa]", "[elevhalsa]");
}

#[test]
fn what_is_no_longer_made_is_removed() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    without_activity(&workspace);
    workspace.build(&["--check"]).is(1);
    let run = workspace.build(&[]).is(0);
    assert!(run.out.contains(" 4 removed"), "{}", run.out);
    let fresh = Workspace::copy_of(&workspace.path(""));
    fs::remove_dir_all(fresh.path("build")).unwrap();
    assert_same(&fresh.built(), &workspace.pages());
}

#[test]
fn folders_that_became_empty_are_removed() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    fs::remove_file(workspace.path("registers/one-language/activities/elevhalsa-journal.yaml")).unwrap();
    workspace.build(&[]).is(0);
    assert!(!workspace.path("build/public/one-language/sv/activities/elevhalsa").exists());
}

#[test]
fn files_of_the_user_stay() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let own = ["build/public/own.md", "build/public/one-language/sv/activities/own.html", "build/public/CNAME"];
    own.iter().for_each(|path| workspace.write(path, "own"));
    without_activity(&workspace);
    workspace.build(&[]).is(0);
    workspace.build(&["--force"]).is(0);
    own.iter().for_each(|path| assert_eq!(workspace.read(path), "own"));
}

#[test]
fn a_file_of_the_user_in_the_way_is_refused_and_overwritten_only_by_force() {
    let workspace = Workspace::complete();
    workspace.write(PAGE, "own");
    let run = workspace.build(&[]).is(3);
    assert!(run.err.contains("skolskjuts.md already exists"), "{}", run.err);
    assert!(run.err.contains("--force"), "{}", run.err);
    assert_eq!(workspace.read(PAGE), "own");
    workspace.build(&["--force"]).is(0);
    assert_ne!(workspace.read(PAGE), "own");
    workspace.build(&["--check"]).is(0);
}

#[test]
fn a_file_of_ours_that_was_changed_by_hand_becomes_what_it_was() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let ours = workspace.read(PAGE);
    workspace.write(PAGE, "changed by hand");
    workspace.build(&["--check"]).is(1);
    assert_eq!(workspace.read(PAGE), "changed by hand");
    workspace.build(&[]).is(0);
    assert_eq!(workspace.read(PAGE), ours);
    workspace.build(&["--check"]).is(0);
}

#[test]
fn a_stale_file_that_was_changed_by_hand_is_left() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    workspace.write(PAGE, "changed by hand");
    without_activity(&workspace);
    let run = workspace.build(&[]).is(0);
    assert!(
        run.err.contains("left alone, because it was changed by hand: public/one-language/sv/activities/skolskjuts.md")
    );
    assert_eq!(workspace.read(PAGE), "changed by hand");
}

#[test]
fn one_municipality_leaves_the_files_of_the_others() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    workspace.edit(ACTIVITY, "keep: 2 years", "keep: 3 years");
    workspace.build(&["-m", "one-language"]).is(0);
    let after = workspace.pages();
    assert!(before.keys().eq(after.keys()));
    for (path, bytes) in &before {
        let is_own = path.contains("/one-language/");
        assert!(is_own || after[path] == *bytes, "{path} changed");
    }
    assert!(workspace.read(PAGE).contains("3 år"));
}

#[test]
fn one_language_leaves_the_files_of_the_others() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    workspace.build(&["-l", "en"]).is(0);
    assert_same(&before, &workspace.pages());
}

#[test]
fn a_municipality_with_an_error_keeps_its_earlier_output() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    workspace.edit(ACTIVITY, "title: Skolskjuts\n", "");
    workspace.edit("registers/two-languages/activities/skolskjuts.yaml", "keep: 2 years", "keep: 3 years");
    let run = workspace.build(&[]).is(1);
    assert!(run.out.contains("1 of 2 municipalities compiled"), "{}", run.out);
    let after = workspace.pages();
    assert!(before.keys().eq(after.keys()), "the sets of files differ");
    for (path, bytes) in before.iter().filter(|(path, _)| path.contains("/one-language/")) {
        assert!(after[path] == *bytes, "{path} changed");
    }
    assert!(workspace.read("build/public/two-languages/sv/activities/skolskjuts.md").contains("3 år"));
}

#[test]
fn public_and_internal_can_be_built_alone() {
    let workspace = Workspace::complete();
    workspace.build(&["--public"]).is(0);
    assert!(!workspace.path("build/internal").exists());
    workspace.build(&["--internal", "--out", "other"]).is(0);
    assert!(workspace.path("other/internal/register.csv").exists());
    assert!(!workspace.path("other/public").exists());
}
