//! What is compared: merge bases, the index, missing folders, other repositories.

use super::git::{FILE, commit, diff, git, repository};
use crate::support::{DAY, Workspace};

const HEALTH: &str = "registers/one-language/activities/elevhalsa.yaml";

#[test]
fn a_pull_request_is_compared_with_where_it_left_main() {
    let workspace = repository();
    let folder = workspace.path("");
    git(&folder, &["checkout", "-q", "-b", "request"]);
    workspace.edit(FILE, "keep: 5 years", "keep: 6 years");
    commit(&folder, "request");
    git(&folder, &["checkout", "-q", "main"]);
    workspace.edit(HEALTH, "keep: 10 years", "keep: 11 years");
    commit(&folder, "main goes on");
    git(&folder, &["checkout", "-q", "request"]);
    for name in ["main...HEAD", "main...request", "main...", "main~0...HEAD~0"] {
        let out = diff(&workspace, &[name]).is(0).out;
        assert!(out.contains("Changes: 1 material."), "{name}: {out}");
        assert!(out.contains("5 years") && !out.contains("11 years"), "{name}: {out}");
    }
    assert!(diff(&workspace, &["main", "HEAD"]).is(0).out.contains("11 years"));
    assert!(diff(&workspace, &["main...HEAD", "main"]).is(2).err.contains("names both versions"));
    assert!(diff(&workspace, &["main...nowhere"]).is(3).err.contains("there is no revision `nowhere`"));
    git(&folder, &["checkout", "-q", "--orphan", "alone"]);
    commit(&folder, "alone");
    assert!(diff(&workspace, &["main...alone"]).is(3).err.contains("have no commit in common"));
}

#[test]
fn what_is_staged_is_a_version() {
    let workspace = repository();
    let folder = workspace.path("");
    workspace.edit(FILE, "keep: 5 years", "keep: 6 years");
    git(&folder, &["add", "-A"]);
    workspace.edit(FILE, "keep: 6 years", "keep: 7 years");
    for args in [&["--staged"][..], &["HEAD", "--staged"]] {
        let out = diff(&workspace, args).is(0).out;
        assert!(out.contains("After:  6 years") && out.contains("→ the index"), "{out}");
    }
    assert!(diff(&workspace, &["HEAD"]).is(0).out.contains("After:  7 years"));
    workspace.write(FILE, "id: Fel\n");
    workspace.ropa(&["check", "--staged", "--date", DAY]).is(0);
    workspace.build(&["--staged", "--out", "made"]).is(0);
    let made = String::from_utf8(workspace.tree("made")["public/one-language/sv/notices/skola.md"].clone()).unwrap();
    assert!(made.contains("6 år") && !made.contains("7 år"), "{made}");
    git(&folder, &["add", "-A"]);
    workspace.ropa(&["check", "--staged", "--date", DAY]).is(1);
    assert_eq!(workspace.read(FILE), "id: Fel\n");
}

#[test]
fn a_conflict_in_the_index_is_an_error() {
    let workspace = repository();
    let folder = workspace.path("");
    git(&folder, &["checkout", "-q", "-b", "other", "HEAD~1"]);
    workspace.edit(FILE, "keep: 2 years", "keep: 3 years");
    commit(&folder, "other");
    let mut merge = std::process::Command::new("git");
    merge.current_dir(&folder).args(["merge", "-q", "main"]).env("GIT_CONFIG_GLOBAL", "/dev/null");
    merge.args(["-m", "x"]).env("GIT_AUTHOR_NAME", "Test").env("GIT_AUTHOR_EMAIL", "test@example.org");
    let merge =
        merge.env("GIT_COMMITTER_NAME", "Test").env("GIT_COMMITTER_EMAIL", "test@example.org").output().unwrap();
    assert!(!merge.status.success());
    let run = workspace.ropa(&["check", "--staged"]).is(3);
    assert!(run.err.contains(&format!("the merge conflict in {FILE} is not resolved")), "{}", run.err);
}

#[test]
fn a_folder_that_one_side_lacks_is_an_error() {
    let workspace = repository();
    let folder = workspace.path("");
    std::fs::create_dir(workspace.path("inside")).unwrap();
    git(&folder, &["mv", "registers", "inside/registers"]);
    commit(&folder, "moved");
    for versions in [
        ["HEAD~1", "HEAD"],
        ["HEAD", "HEAD~1"],
        ["HEAD~1:registers", "HEAD"],
        ["HEAD~1:registers/one-language", "HEAD"],
        ["HEAD~1:registers", "HEAD:registers"],
    ] {
        let run = diff(&workspace, &versions).is(3);
        assert!(run.out.is_empty() && !run.err.is_empty(), "{versions:?}: {}", run.out);
    }
    let out = diff(&workspace, &["HEAD~1", "HEAD", "--allow-missing"]).is(0).out;
    assert!(out.contains("activity removed"), "{out}");
    let out = diff(&workspace, &["HEAD~1", "HEAD:inside"]).is(0).out;
    assert!(out.contains("Only settings change; the registers say the same."), "{out}");
    let run = diff(&workspace, &["HEAD~1:registers/one-language", "inside/registers/two-languages"]).is(0);
    assert!(run.out.contains("Changes: "), "two named folders are a pair");
}

#[test]
fn the_repository_is_the_one_around_the_workspace() {
    let workspace = repository();
    let other = Workspace::empty();
    git(&other.path(""), &["init", "-q"]);
    other.write("README.md", "Hej\n");
    commit(&other.path(""), "other");
    let elsewhere = other.path(".git").to_string_lossy().into_owned();
    for args in [&["diff", "HEAD~1", "HEAD"][..], &["log"], &["check", "--rev", "HEAD"], &["check", "--staged"]] {
        let run = workspace.ropa_with(args, ("GIT_DIR", &elsewhere)).is(3);
        assert!(run.err.contains("GIT_DIR names") && run.out.is_empty(), "{args:?}: {} {}", run.out, run.err);
    }
    let own = workspace.path(".git").to_string_lossy().into_owned();
    for name in [own.as_str(), ".git"] {
        workspace.ropa_with(&["check", "--staged", "--date", DAY], ("GIT_DIR", name)).is(0);
    }
    let index = std::fs::canonicalize(workspace.path(".git/index")).unwrap();
    std::fs::copy(&index, workspace.path("another-index")).unwrap();
    workspace.edit(FILE, "keep: 5 years", "keep: never");
    git(&workspace.path(""), &["add", FILE]);
    workspace.ropa(&["check", "--staged", "--date", DAY]).is(1);
    let another = workspace.path("another-index").to_string_lossy().into_owned();
    workspace.ropa_with(&["check", "--staged", "--date", DAY], ("GIT_INDEX_FILE", &another)).is(0);
}

#[test]
fn a_revision_is_not_built_over_the_working_tree() {
    let workspace = repository();
    for args in [&["--rev", "HEAD"][..], &["--staged"]] {
        let run = workspace.build(args).is(2);
        assert!(run.err.contains("need --out") && !workspace.path("build").exists(), "{}", run.err);
    }
    workspace.built();
    workspace.build(&["--rev", "HEAD", "--check"]).is(0);
}
