//! The history: changes in merges, former ids, commits that cannot be read, settings.

use super::git::{FILE, commit, git, repository};
use crate::support::Workspace;

const HEALTH: &str = "registers/one-language/activities/elevhalsa.yaml";

/// The commits that the history shows, each with its lines.
fn log(workspace: &Workspace, args: &[&str], code: i32) -> Vec<(String, String)> {
    let out = workspace.ropa(&[&["log"], args].concat()).is(code).out;
    let mut all: Vec<(String, String)> = Vec::new();
    for line in out.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("  "), all.last_mut()) {
            (Some(change), Some((_, changes))) => changes.push_str(&format!("{change}\n")),
            _ => all.push((line.split_once(": ").unwrap().1.to_owned(), String::new())),
        }
    }
    all
}

fn names(all: &[(String, String)]) -> Vec<&str> {
    all.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn an_activity_has_one_history_whichever_of_its_ids_is_asked() {
    let workspace = repository();
    workspace.edit(FILE, "id: skolskjuts\n", "id: resor\nreplaces: [skolskjuts]\n");
    workspace.edit("registers/one-language/notices/skola.yaml", "[skolskjuts,", "[resor,");
    commit(&workspace.path(""), "renamed");
    workspace.edit(FILE, "keep: 5 years", "keep: 6 years");
    commit(&workspace.path(""), "after");
    workspace.edit("registers/two-languages/activities/skolskjuts.yaml", "keep: 2 years", "keep: 1 year");
    commit(&workspace.path(""), "another municipality");
    let own = ["after", "renamed", "second", "first"];
    let one = |id: &str| log(&workspace, &[id, "-m", "one-language"], 0);
    assert_eq!(names(&one("resor")), own);
    assert_eq!(names(&one("skolskjuts")), own);
    assert_eq!(names(&log(&workspace, &["resor"], 0)), own, "the other municipality has another activity");
    assert_eq!(names(&log(&workspace, &["skolskjuts"], 0))[0], "another municipality");
}

#[test]
fn a_change_in_a_merge_is_told_and_those_of_its_branches_are_not_told_again() {
    let workspace = repository();
    let folder = workspace.path("");
    git(&folder, &["checkout", "-q", "-b", "other"]);
    workspace.edit(FILE, "examples: [turlistor]", "examples: [turlistor, kartor]");
    commit(&folder, "on the branch");
    git(&folder, &["checkout", "-q", "main"]);
    workspace.edit(HEALTH, "keep: 10 years", "keep: 11 years");
    commit(&folder, "on main");
    git(&folder, &["merge", "-q", "--no-ff", "--no-commit", "other"]);
    workspace.edit(FILE, "keep: 5 years", "keep: 7 years");
    commit(&folder, "the merge");
    let all = log(&workspace, &[], 0);
    let mut told = names(&all);
    told.sort_unstable();
    assert_eq!(told, ["first", "on main", "on the branch", "second", "the merge"]);
    let (_, merge) = all.iter().find(|(name, _)| name == "the merge").unwrap();
    assert_eq!(merge, "material: Skolskjuts: retention › decisions › period: 5 years → 7 years\n");
    assert!(names(&log(&workspace, &["skolskjuts", "-m", "one-language"], 0)).contains(&"the merge"));
}

#[test]
fn a_commit_that_cannot_be_read_is_named_and_compared_across() {
    let workspace = repository();
    let folder = workspace.path("");
    workspace.edit(FILE, "keep: 5 years", "keep: 8 years");
    workspace.write(FILE, workspace.read(FILE) + "x: [\n");
    commit(&folder, "broken");
    workspace.write(FILE, workspace.read(FILE).replace("x: [\n", "y: [\n"));
    commit(&folder, "broken still");
    workspace.write(FILE, workspace.read(FILE).replace("y: [\n", ""));
    commit(&folder, "repaired");
    for args in [&[][..], &["skolskjuts", "-m", "one-language"]] {
        let all = log(&workspace, args, 1);
        assert_eq!(names(&all), ["repaired", "broken still", "broken", "second", "first"]);
        let (_, repaired) = &all[0];
        assert!(repaired.contains("compared with ") && repaired.contains("5 years → 8 years"), "{repaired}");
        for (_, broken) in &all[1..3] {
            assert_eq!(broken, "not read, and not compared: one-language/activities/skolskjuts.yaml\n");
        }
    }
}

#[test]
fn settings_are_in_the_history_and_a_decision_counts_from_the_next_commit_on() {
    let workspace = repository();
    let folder = workspace.path("");
    let decision = "[[diff.grade]]\nchange = \"retention-longer\"\nsubject = \"skolskjuts\"\ngrade = \"minor\"\nbecause = \"x\"\nuntil = 2030-01-01\n";
    workspace.write("ropa.toml", format!("title = \"Complete\"\n{decision}"));
    workspace.edit(FILE, "keep: 5 years", "keep: 6 years");
    commit(&folder, "decided");
    workspace.edit(FILE, "keep: 6 years", "keep: 7 years");
    commit(&folder, "later");
    let all = log(&workspace, &[], 0);
    assert_eq!(names(&all), ["later", "decided", "second", "first"]);
    assert!(all[0].1.starts_with("minor: Skolskjuts: retention"), "{}", all[0].1);
    assert!(
        all[1].1.contains("minor: ropa.toml: diff.grade: – → ") && all[1].1.contains("material: Skolskjuts"),
        "{}",
        all[1].1
    );
}
