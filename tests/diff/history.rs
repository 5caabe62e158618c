//! The history: changes in merges, former ids, commits that cannot be read, settings.

use serde_json::Value;

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

/// An edit: the file, what stands there, and what comes in its place.
type Edit<'e> = (&'e str, &'e str, &'e str);

/// A repository in which `main` merges a branch, after one commit on each.
fn merged(branch: Edit, main: Edit, how: [&str; 2]) -> Workspace {
    let workspace = repository();
    let folder = workspace.path("");
    let change = |(file, from, to): Edit, name: &str| {
        workspace.edit(file, from, to);
        commit(&folder, name);
    };
    git(&folder, &["checkout", "-q", "-b", "other"]);
    change(branch, "on the branch");
    git(&folder, &["checkout", "-q", "main"]);
    change(main, "on main");
    git(&folder, &[&["merge", "-q", "--no-ff"], &how[..], &["-m", "the merge", "other"]].concat());
    workspace
}

#[test]
fn a_change_that_a_merge_threw_away_is_told() {
    let workspace = merged(
        (FILE, "examples: [turlistor]", "examples: [turlistor, kartor]"),
        (HEALTH, "keep: 10 years", "keep: 11 years"),
        ["-s", "ours"],
    );
    let all = log(&workspace, &[], 0);
    let mut told = names(&all);
    told.sort_unstable();
    assert_eq!(told, ["first", "on main", "on the branch", "second", "the merge"]);
    let of = |name: &str| &all.iter().find(|(known, _)| known == name).unwrap().1;
    let (merge, branch) = (of("the merge"), of("on the branch"));
    assert!(
        merge.starts_with("thrown away in this merge: minor: Skolskjuts: purposes") && merge.lines().count() == 1,
        "{merge}"
    );
    assert!(merge.ends_with(branch.as_str()), "{merge} / {branch}");
    // The history of the activity tells it too.
    let own = log(&workspace, &["skolskjuts", "-m", "one-language"], 0);
    assert!(own.iter().any(|(name, lines)| name == "the merge" && lines.contains("thrown away")), "{own:?}");
    let health = log(&workspace, &["elevhalsa", "-m", "one-language"], 0);
    assert!(!names(&health).contains(&"the merge"), "{health:?}");
}

#[test]
fn one_side_of_a_conflict_is_thrown_away() {
    let workspace =
        merged((FILE, "keep: 5 years", "keep: 8 years"), (FILE, "keep: 5 years", "keep: 3 years"), ["-X", "ours"]);
    let all = log(&workspace, &[], 0);
    let (_, merge) = all.iter().find(|(name, _)| name == "the merge").unwrap();
    assert_eq!(
        merge,
        "thrown away in this merge: material: Skolskjuts: retention › decisions › period: 5 years → 8 years\n"
    );
}

#[test]
fn a_history_begins_where_it_is_asked_to_and_fails_from_a_grade() {
    let workspace = repository();
    let folder = workspace.path("");
    workspace.edit(FILE, "examples: [turlistor]", "examples: [turlistor, kartor]");
    commit(&folder, "third");
    assert_eq!(names(&log(&workspace, &["--since", "HEAD~1"], 0)), ["third"]);
    assert_eq!(names(&log(&workspace, &["--since", "HEAD~2"], 0)), ["third", "second"]);
    assert_eq!(names(&log(&workspace, &["--since", "1999-01-01"], 0)), ["third", "second", "first"]);
    assert!(log(&workspace, &["--since", "2999-01-01"], 0).is_empty());
    assert_eq!(workspace.ropa(&["log", "--since", "no-such-revision"]).code, Some(3));
    assert_eq!(workspace.ropa(&["log", "--fail-on", "material"]).code, Some(1));
    assert_eq!(workspace.ropa(&["log", "--fail-on", "material", "--since", "HEAD~1"]).code, Some(0));
    assert_eq!(workspace.ropa(&["log", "--fail-on", "minor", "--since", "HEAD~1"]).code, Some(1));
}

#[test]
fn the_history_is_also_markdown_and_json() {
    let workspace = repository();
    workspace.edit(FILE, "keep: 5 years", "keep: 6 years");
    commit(&workspace.path(""), "@alla #1 `x`");
    let json: Value = serde_json::from_str(&workspace.ropa(&["log", "--format", "json"]).is(0).out).unwrap();
    let commits = json["commits"].as_array().unwrap();
    assert_eq!(commits.len(), 3);
    assert_eq!(commits[0]["subject"], "@alla #1 `x`");
    let change = &commits[0]["changes"][0];
    assert_eq!((&change["code"], &change["grade"]), (&Value::from("retention-longer"), &Value::from("material")));
    assert_eq!(change["id-after"], "skolskjuts");
    assert_eq!((&json["grade"], &json["is-complete"]), (&Value::from("material"), &Value::from(true)));
    let markdown = workspace.ropa(&["log", "--format", "markdown"]).is(0).out;
    assert!(
        markdown.contains("\n- material: Skolskjuts: retention › decisions › period: 5 years → 6 years\n"),
        "{markdown}"
    );
    assert!(!markdown.contains("@alla") && !markdown.contains(" #1 ") && !markdown.contains(" `x`"), "{markdown}");
}
