//! Empty folders, and revisions that are only partly read: nothing else is removed from the output.

use std::fs;
use std::process::Command;

use crate::support::{DAY, Workspace};

fn git(workspace: &Workspace, args: &[&str]) {
    let mut program = Command::new("git");
    program.current_dir(workspace.path("")).args(["-c", "user.name=Test", "-c", "user.email=test@example.org"]);
    assert!(program.args(args).env("GIT_CONFIG_GLOBAL", "/dev/null").status().unwrap().success(), "git {args:?}");
}

#[test]
fn an_empty_folder_in_a_municipality_is_an_error_and_its_pages_stay() {
    for folder in ["notices", "activities", "shared", "activities/ny"] {
        let workspace = Workspace::complete();
        let before = workspace.built();
        let path = workspace.path(&format!("registers/one-language/{folder}"));
        _ = fs::remove_dir_all(&path);
        fs::create_dir(&path).unwrap();
        let run = workspace.build(&[]).is(1);
        assert!(run.out.contains("error[folder-empty]: the folder is empty"), "{folder}: {}", run.out);
        let after = workspace.pages();
        assert!(before.keys().all(|page| after.contains_key(page)), "{folder}: a page is gone");
    }
}

#[test]
fn a_revision_of_one_municipality_leaves_the_others() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    git(&workspace, &["init", "-q", "-b", "main"]);
    git(&workspace, &["add", "registers", "ropa.toml"]);
    git(&workspace, &["commit", "-q", "-m", "all"]);
    let run = workspace.ropa(&["build", "--rev", "HEAD:registers/one-language", "--out", "build", "--date", DAY]).is(0);
    assert!(!run.err.contains("removed") && run.out.contains(" 0 removed"), "{}{}", run.err, run.out);
    assert!(before.keys().eq(workspace.pages().keys()));
}

#[test]
fn a_commit_cannot_forge_another_one_or_an_option() {
    let workspace = Workspace::complete();
    workspace.write("victim", "whole");
    git(&workspace, &["init", "-q", "-b", "main"]);
    git(&workspace, &["add", "registers", "ropa.toml"]);
    git(&workspace, &["commit", "-q", "-m", "first"]);
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "keep: 2 years", "keep: 5 years");
    let subject = "ok\u{1f}x\u{1e}--output=victim\u{1f}\u{1f}2020-01-01\u{1f}The Mayor\u{1f}decided";
    git(&workspace, &["-c", &format!("user.name={subject}"), "commit", "-qam", subject]);
    let run = workspace.ropa(&["log"]).is(0);
    assert_eq!(workspace.read("victim"), "whole");
    let entries = run.out.lines().filter(|line| line.starts_with("20")).count();
    assert_eq!(entries, 2, "{}", run.out);
    assert!(!run.out.lines().any(|line| line.starts_with("2020-01-01")), "{}", run.out);
}

#[test]
fn an_empty_folder_of_a_revision_is_an_error_too() {
    let workspace = Workspace::complete();
    git(&workspace, &["init", "-q", "-b", "main"]);
    git(&workspace, &["add", "registers"]);
    // Git itself never adds an empty folder, but an index can name the empty tree.
    git(&workspace, &["hash-object", "-t", "tree", "-w", "/dev/null"]);
    let made = "t=$(git write-tree); r=$(git rev-parse $t:registers); m=$(git rev-parse $r:one-language)
        e=$(git hash-object -t tree -w /dev/null)
        m=$( (git ls-tree $m; printf '040000 tree %s\\tleer\\n' $e) | git mktree)
        r=$( (git ls-tree $r | grep -v one-language; printf '040000 tree %s\\tone-language\\n' $m) | git mktree)
        t=$(printf '040000 tree %s\\tregisters\\n' $r | git mktree)
        git update-ref refs/heads/main $(git -c user.name=a -c user.email=a@b commit-tree -m a $t)";
    let mut shell = Command::new("sh");
    assert!(shell.current_dir(workspace.path("")).args(["-euc", made]).status().unwrap().success());
    let run = workspace.ropa(&["check", "--rev", "main", "--date", DAY]).is(1);
    assert!(run.out.contains("error[folder-empty]") && run.out.contains("one-language/leer\n"), "{}", run.out);
}
