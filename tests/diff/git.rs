//! Versions in git, as in real clones.

use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;

use crate::support::{DAY, Run, Workspace, fixture};

pub(super) const FILE: &str = "registers/one-language/activities/skolskjuts.yaml";

/// Runs git in a folder, without the settings of the machine.
#[track_caller]
pub(super) fn git(folder: &Path, args: &[&str]) {
    let name = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "protocol.file.allow=always"];
    let mut program = Command::new("git");
    program
        .current_dir(folder)
        .args(name)
        .args(["-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"])
        .args(args);
    program.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    program.env("GIT_AUTHOR_DATE", "2026-11-20T12:00:00Z").env("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z");
    let output = program.output().unwrap();
    assert!(output.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

pub(super) fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "-A"]);
    git(folder, &["commit", "-q", "-m", message]);
}

/// A repository with the complete registers in its first commit and a longer period in its second.
pub(super) fn repository() -> Workspace {
    let workspace = Workspace::complete();
    git(&workspace.path(""), &["init", "-q"]);
    commit(&workspace.path(""), "first");
    workspace.edit(FILE, "keep: 2 years", "keep: 5 years");
    commit(&workspace.path(""), "second");
    workspace
}

pub(super) fn diff(workspace: &Workspace, args: &[&str]) -> Run {
    workspace.ropa(&[&["diff", "--date", DAY], args].concat())
}

/// The last line: the compared versions and the number of changes.
fn last(run: Run) -> String {
    let out = run.is(0).out;
    let last = out.lines().last().unwrap_or_default();
    last.split_once(": ").map_or(last, |(_, counts)| counts).to_owned()
}

const NOTHING: &str = "No changes. The two versions say the same.";
const LONGER: &str = "Changes: 1 material. Notices without a new date or version: 1. People must be told: the notices need a new version.";

#[test]
fn two_revisions_and_the_working_tree() {
    let workspace = repository();
    assert_eq!(last(diff(&workspace, &["HEAD~1", "HEAD"])), LONGER);
    assert_eq!(last(diff(&workspace, &["HEAD~1"])), LONGER);
    assert_eq!(last(diff(&workspace, &["HEAD"])), NOTHING);
    git(&workspace.path(""), &["tag", "v2025", "HEAD~1"]);
    assert_eq!(last(diff(&workspace, &["v2025", "main"])), LONGER);
    assert_eq!(last(diff(&workspace, &["HEAD^{/first}", "HEAD"])), LONGER);
}

#[test]
fn a_folder_is_a_version_too() {
    let workspace = repository();
    let other = Workspace::complete();
    let path = |inside: &str| other.path(inside).to_string_lossy().into_owned();
    assert_eq!(last(diff(&workspace, &[&path("")])), LONGER);
    assert_eq!(last(diff(&workspace, &[&path("registers"), "HEAD~1"])), NOTHING);
    assert_eq!(last(diff(&workspace, &[&path("registers/one-language"), "registers/one-language"])), LONGER);
}

#[test]
fn a_workspace_below_the_root_of_a_larger_repository() {
    let workspace = Workspace::empty();
    let inside = "dataskydd och säkerhet/förteckning";
    workspace.lay(inside, &fixture("laws/complete"));
    workspace.write("annat/stor.yaml", "a: b\n");
    git(&workspace.path(""), &["init", "-q"]);
    commit(&workspace.path(""), "first");
    workspace.edit(&format!("{inside}/{FILE}"), "keep: 2 years", "keep: 5 years");
    let below = workspace.path(inside).to_string_lossy().into_owned();
    assert_eq!(last(diff(&workspace, &["HEAD", "--workspace", &below])), LONGER);
    assert_eq!(last(diff(&workspace, &[&format!("HEAD:{inside}"), &below])), LONGER);
    assert_eq!(last(diff(&workspace, &[&format!("HEAD:{inside}/registers"), &below])), LONGER);
    assert_eq!(
        last(diff(
            &workspace,
            &[&format!("HEAD:{inside}/registers/one-language"), &format!("{below}/registers/one-language")]
        )),
        LONGER
    );
    let run = diff(&workspace, &["HEAD:annan", &below]).is(3);
    assert_snapshot!(run.err, @"error: the revision `HEAD` has no folder `annan`");
}

#[test]
fn names_with_letters_and_spaces_and_windows_line_ends() {
    let workspace = repository();
    let text = workspace.read(FILE);
    std::fs::remove_file(workspace.path(FILE)).unwrap();
    workspace.write("registers/one-language/activities/skolskjuts på landet.yaml", text.replace('\n', "\r\n"));
    assert_eq!(last(diff(&workspace, &["HEAD"])), NOTHING);
    commit(&workspace.path(""), "moved");
    assert_eq!(last(diff(&workspace, &["HEAD~1", "HEAD"])), NOTHING);
}

#[test]
fn a_worktree_and_a_submodule() {
    let workspace = repository();
    let beside = Workspace::empty();
    let tree = beside.path("tree");
    git(&workspace.path(""), &["worktree", "add", "-q", &tree.to_string_lossy(), "HEAD~1"]);
    let run = workspace.ropa(&["diff", "HEAD", "main", "--date", DAY, "--workspace", &tree.to_string_lossy()]);
    assert_eq!(last(run), LONGER, "HEAD is that of the worktree");
    let path = beside.path("tree").to_string_lossy().into_owned();
    git(&workspace.path(""), &["submodule", "add", "-q", &path, "registers/underlag"]);
    commit(&workspace.path(""), "a submodule");
    let run = diff(&workspace, &["HEAD~1", "HEAD"]).is(1);
    assert!(run.out.contains("this is a git submodule: its files are not in this revision"), "{}", run.out);
    assert!(!run.out.contains("municipality-added"), "{}", run.out);
}

#[test]
fn a_shallow_clone_says_what_it_lacks() {
    let workspace = repository();
    let clone = Workspace::empty();
    let from = format!("file://{}", workspace.path("").to_string_lossy());
    git(&clone.path(""), &["clone", "-q", "--depth", "1", &from, "."]);
    assert_eq!(last(diff(&clone, &["HEAD"])), NOTHING);
    let run = diff(&clone, &["HEAD~1"]).is(3);
    assert_snapshot!(run.err, @"error: the revision `HEAD~1` is not in this clone, which is shallow: fetch the history first with `git fetch --unshallow` (in a pipeline: `fetch-depth: 0`)");
}

#[test]
fn what_is_not_there_is_named() {
    let run = diff(&repository(), &["v1999"]).is(3);
    assert_snapshot!(run.err, @"error: there is no revision `v1999` in this repository, and no folder of that name");
    let run = diff(&Workspace::complete(), &["HEAD"]).is(3);
    assert!(run.err.contains("is not in a git repository"), "{}", run.err);
    let run = diff(&repository(), &["--", "--all"]).is(3);
    assert!(run.err.contains("there is no revision `--all`"), "{}", run.err);
}

#[test]
fn before_there_were_registers_everything_is_new_if_that_is_meant() {
    let workspace = Workspace::empty();
    workspace.write("README.md", "Hej\n");
    git(&workspace.path(""), &["init", "-q"]);
    commit(&workspace.path(""), "first");
    workspace.lay("", &fixture("laws/complete"));
    let run = diff(&workspace, &["HEAD"]).is(3);
    assert!(run.err.contains("has no registers") && run.err.contains("--allow-missing"), "{}", run.err);
    let out = diff(&workspace, &["HEAD", "--allow-missing"]).is(0).out;
    assert!(out.contains("new municipality") && out.contains("[activity-added-risk]"), "{out}");
}

#[test]
fn a_merge_conflict_is_named_and_its_file_is_not_taken_for_gone() {
    let workspace = repository();
    let text = workspace.read(FILE);
    let torn =
        text.replace("title: Skolskjuts\n", "<<<<<<< HEAD\ntitle: Skolskjuts\n=======\ntitle: Skjuts\n>>>>>>> annan\n");
    workspace.write(FILE, torn);
    let out = diff(&workspace, &["HEAD"]).is(1).out;
    assert!(out.contains("error[yaml-conflict]"), "{out}");
    assert!(out.contains("one-language/activities/skolskjuts.yaml") && !out.contains("[activity-removed]"), "{out}");
}

#[test]
fn the_history_of_an_activity_follows_its_former_names() {
    let workspace = repository();
    workspace.edit(FILE, "id: skolskjuts\n", "id: resor-till-skolan\nreplaces: [skolskjuts]\n");
    workspace.edit("registers/one-language/notices/skola.yaml", "[skolskjuts,", "[resor-till-skolan,");
    commit(&workspace.path(""), "another name");
    workspace.edit("registers/two-languages/activities/skolskjuts.yaml", "keep: 2 years", "keep: 1 year");
    commit(&workspace.path(""), "elsewhere");
    workspace.write("README.md", "Hej\n");
    commit(&workspace.path(""), "nothing of the register");
    let log = |args: &[&str]| {
        let out = workspace.ropa(&[&["log"], args].concat()).is(0).out;
        let commits = out.lines().filter(|line| !line.starts_with(' ') && !line.is_empty());
        commits.map(|line| line.split_once(": ").unwrap().1.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(log(&[]), ["elsewhere", "another name", "second", "first"]);
    assert_eq!(log(&["-m", "one-language"]), ["another name", "second", "first"]);
    assert_eq!(log(&["resor-till-skolan", "-m", "one-language"]), ["another name", "second", "first"]);
    assert_eq!(log(&["elevhalsa"]), ["first"]);
    assert_eq!(log(&["--number", "1", "--rev", "HEAD~2"]), ["another name"]);
    let out = workspace.ropa(&["log", "--number", "1", "--rev", "HEAD~3", "--lang", "sv"]).is(0).out;
    let (_, told) = out.split_once('\n').unwrap();
    assert_snapshot!(told.trim(), @"väsentlig: Skolskjuts: lagringstid › beslut › tid: 2 år → 5 år");
}

#[test]
fn an_activity_that_never_was_has_no_history() {
    let workspace = repository();
    let run = workspace.ropa(&["log", "skolskjust"]).is(2);
    assert_snapshot!(run.err.trim(), @"error: there is no activity `skolskjust`, now or earlier; did you mean `skolskjuts`?");
    assert!(workspace.ropa(&["log", "-m", "xyz"]).is(2).err.contains("there is no municipality `xyz`"));
    assert!(workspace.ropa(&["log", "xyz", "--lang", "da"]).is(2).err.contains("der er ingen behandling `xyz`"));
}

#[test]
fn a_revision_is_checked_and_built_without_touching_the_working_tree() {
    let workspace = repository();
    git(&workspace.path(""), &["tag", "v1", "HEAD~1"]);
    workspace.write(FILE, "id: Fel\n");
    workspace.check().is(1);
    workspace.ropa(&["check", "--date", DAY, "--rev", "HEAD"]).is(0);
    workspace.build(&["--rev", "v1", "--out", "v1"]).is(0);
    assert!(
        String::from_utf8(workspace.tree("v1")["public/one-language/sv/notices/skola.md"].clone())
            .unwrap()
            .contains("2 år")
    );
    workspace.build(&["--rev", "v1", "--out", "v1", "--check"]).is(0);
    let run = workspace.build(&["--rev", "HEAD", "--out", "v1", "--check"]).is(1);
    assert!(run.err.contains("one-language/sv/notices/skola.md"), "{}", run.err);
    assert_eq!(workspace.read(FILE), "id: Fel\n");
}

#[test]
fn a_published_folder_is_verified_against_a_revision() {
    let workspace = repository();
    workspace.built();
    let verify = |args: &[&str]| workspace.ropa(&[&["verify", "--date", DAY], args].concat());
    verify(&["build"]).is(0);
    verify(&["build", "--rev", "HEAD"]).is(0);
    verify(&["build/public"]).is(0);
    verify(&["build/internal", "--internal"]).is(0);
    let out = verify(&["build", "--rev", "HEAD~1"]).is(1).out;
    assert!(out.contains("differs: public/one-language/sv/notices/skola.md"), "{out}");
    workspace.write("build/public/extra.html", "x");
    std::fs::remove_file(workspace.path("build/public/one-language/sv/notices/skola.md")).unwrap();
    let out = verify(&["build/public"]).is(1).out;
    assert!(
        out.contains("missing: one-language/sv/notices/skola.md") && out.contains("not compiled: extra.html"),
        "{out}"
    );
    verify(&["nowhere"]).is(2);
}

#[test]
fn a_version_that_cannot_be_read_is_not_said_to_be_the_same() {
    let workspace = Workspace::complete();
    let files = workspace.tree("registers");
    files.iter().for_each(|(path, bytes)| workspace.write(&format!("before/{path}"), bytes));
    workspace.write("registers/one-language/municipality.yaml", "x: [");
    let run = workspace.ropa(&["diff", "before", "registers", "--date", DAY]);
    assert!(run.out.contains("Not compared, because a version could not be read"), "{}", run.out);
    assert!(run.out.contains("Not everything could be compared."), "{}", run.out);
    assert!(!run.out.contains("say the same"), "{}", run.out);
}
