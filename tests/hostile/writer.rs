//! Links, FIFOs and files of others in place of output files: nothing is written through, over or into them.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use walkdir::WalkDir;

use crate::support::{DAY, Run, Workspace};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const REMARKS: &str = "remarks: [Elever i fristående skolor omfattas också.]\n";

/// A workspace whose register has a machine-applicable fix.
fn fixable() -> Workspace {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, REMARKS, "remarks: [Klaga hos Datainspektionen.]\n");
    workspace
}

fn check(workspace: &Workspace, more: &[&str]) -> Run {
    workspace.ropa(&[&["check", "--date", DAY], more].concat())
}

fn accept(workspace: &Workspace) -> Run {
    check(workspace, &["--accept", "--because", "prövas", "--until", "2027-01-31"])
}

/// Creates a FIFO. A program that opens it blocks.
fn fifo(workspace: &Workspace, inside: &str) {
    let path = workspace.path(inside);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Every path below a folder of the workspace. Files are not opened: a FIFO would block.
fn paths(workspace: &Workspace, inside: &str) -> Vec<String> {
    let all = WalkDir::new(workspace.path(inside)).into_iter().map(Result::unwrap);
    all.map(|entry| entry.path().display().to_string()).collect()
}

/// Checks that no temporary file is left.
#[track_caller]
fn is_clean(workspace: &Workspace) {
    let is_temporary = |path: &String| {
        let is_known = |name: &str| matches!(name, ".ropa-files" | ".ropa-lock" | ".ropa-new");
        path.split('/').any(|name| name.starts_with(".ropa-") && !is_known(name))
    };
    assert_eq!(paths(workspace, "").into_iter().find(is_temporary), None);
}

#[test]
fn links_under_names_of_temporary_files_are_not_followed() {
    let workspace = fixable();
    workspace.write("hook", "mine");
    for name in [".skolskjuts.yaml.ropa-new", ".ropa-new", ".skolskjuts.yaml.tmp", ".tmp"] {
        symlink(workspace.path("hook"), workspace.path(&format!("registers/one-language/activities/{name}"))).unwrap();
    }
    check(&workspace, &["--fix"]);
    assert!(workspace.read(ACTIVITY).contains("Integritetsskyddsmyndigheten"));
    assert_eq!(workspace.read("hook"), "mine");
    is_clean(&workspace);
}

#[test]
fn a_fix_keeps_permissions_and_leaves_nothing_behind() {
    let workspace = fixable();
    let mode = || fs::metadata(workspace.path(ACTIVITY)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(workspace.path(ACTIVITY), fs::Permissions::from_mode(0o640)).unwrap();
    check(&workspace, &["--fix"]);
    assert!(workspace.read(ACTIVITY).contains("Integritetsskyddsmyndigheten"));
    assert_eq!(mode(), 0o640);
    is_clean(&workspace);
}

#[test]
fn acceptances_are_not_written_through_a_link_or_into_a_fifo() {
    for name in ["accept.yaml", "accept.yml"] {
        let workspace = fixable();
        let path = format!("registers/one-language/{name}");
        symlink(workspace.path("outside"), workspace.path(&path)).unwrap();
        let run = accept(&workspace).is(3);
        assert!(run.err.contains(name), "{}", run.err);
        assert!(!workspace.path("outside").exists());
        let workspace = fixable();
        fifo(&workspace, &path);
        let run = accept(&workspace).is(3);
        assert!(run.err.contains(name), "{}", run.err);
    }
}

#[test]
fn a_list_is_not_written_through_a_link_or_into_a_fifo() {
    let workspace = Workspace::complete();
    let todo = |out: &str, force: bool| {
        let args = ["todo", "--date", DAY, "--out", out];
        let run = if force { workspace.ropa(&[&args[..], &["--force"]].concat()) } else { workspace.ropa(&args) };
        let run = run.is(3);
        assert!(run.err.contains("list.md") || run.err.contains("folder"), "{}", run.err);
    };
    symlink(workspace.path("outside"), workspace.path("list.md")).unwrap();
    fs::create_dir(workspace.path("elsewhere")).unwrap();
    symlink(workspace.path("elsewhere"), workspace.path("folder")).unwrap();
    fifo(&workspace, "pipe/list.md");
    for force in [false, true] {
        todo("list.md", force);
        todo("folder/list.md", force);
        todo("pipe/list.md", force);
    }
    assert!(!workspace.path("outside").exists());
    assert_eq!(fs::read_dir(workspace.path("elsewhere")).unwrap().count(), 0);
    workspace.ropa(&["todo", "--date", DAY, "--out", "good.md"]).is(0);
    workspace.ropa(&["todo", "--date", DAY, "--out", "good.md"]).is(0);
    is_clean(&workspace);
}

#[test]
fn new_writes_through_no_link_and_leaves_no_half_municipality() {
    let workspace = Workspace::empty();
    symlink(workspace.path("outside"), workspace.path("ropa.toml")).unwrap();
    workspace.ropa(&["new", "Exempelby kommun"]).is(3);
    assert!(!workspace.path("outside").exists());
    let workspace = Workspace::empty();
    fs::create_dir_all(workspace.path("registers")).unwrap();
    symlink(workspace.path("outside"), workspace.path("registers/exempelby")).unwrap();
    let run = workspace.ropa(&["new", "Exempelby kommun"]).is(3);
    assert!(run.err.contains("exempelby"), "{}", run.err);
    assert!(!workspace.path("outside").exists());
    is_clean(&workspace);
}

#[test]
fn what_is_no_file_in_the_output_is_named_and_never_opened() {
    for path in ["build/public/index.md", "build/public/register.csv", "build/public/one-language/sv/index.html"] {
        let workspace = Workspace::complete();
        fifo(&workspace, path);
        let run = workspace.build(&[]).is(3);
        assert!(run.err.contains(path), "{}", run.err);
        let written =
            paths(&workspace, "build").into_iter().filter(|path| path.ends_with(".md") || path.ends_with(".json"));
        assert_eq!(written.filter(|written| !written.ends_with(path)).collect::<Vec<_>>(), [""; 0]);
        is_clean(&workspace);
    }
    for name in [".ropa-files", ".ropa-journal"] {
        let workspace = Workspace::complete();
        fifo(&workspace, &format!("build/public/{name}"));
        let run = workspace.build(&[]).is(3);
        assert!(run.err.contains(name), "{}", run.err);
    }
    let workspace = Workspace::complete();
    fifo(&workspace, "build/.ropa-lock");
    assert!(workspace.build(&[]).is(3).err.contains(".ropa-lock"));
}

#[test]
fn the_output_root_and_what_leads_to_it_is_no_link() {
    let elsewhere = Workspace::empty();
    for (link, out) in [("build", None), ("site", Some("site")), ("site", Some("site/new")), ("build/public", None)] {
        let workspace = Workspace::complete();
        fs::create_dir_all(workspace.path(link).parent().unwrap()).unwrap();
        symlink(elsewhere.path(""), workspace.path(link)).unwrap();
        let args: Vec<&str> = out.into_iter().flat_map(|out| ["--out", out]).collect();
        let run = workspace.build(&args).is(3);
        assert!(run.err.contains("is a link"), "{}", run.err);
        assert_eq!(fs::read_dir(elsewhere.path("")).unwrap().count(), 0);
    }
}

#[test]
fn the_output_is_not_in_above_or_below_the_registers() {
    let workspace = Workspace::complete();
    fs::create_dir(workspace.path("build")).unwrap();
    let before = workspace.tree("");
    for out in ["registers", "registers/ut", "build/../registers", "build/../registers/ut", ".", "./", "missing/.."] {
        let run = workspace.build(&["--out", out]).is(3);
        assert!(run.err.contains("lie inside each other"), "{out}: {}", run.err);
    }
    assert!(before == workspace.tree(""));
    let whole = workspace.path("ut").display().to_string();
    workspace.build(&["--out", &whole]).is(0);
}

#[test]
fn a_file_of_somebody_else_stays_whatever_its_name() {
    let workspace = Workspace::complete();
    let hex = "0123456789abcdef0123456789abcdef";
    let names = [
        ".register.md.Ab3dEf.ropa-new".to_owned(),
        ".index.md.ropa-new".to_owned(),
        format!(".ropa-{hex}"),
        format!("one-language/.ropa-{hex}"),
        format!(".ropa-{}/.ropa-{hex}", hex.replace('0', "1")),
    ];
    for name in &names {
        workspace.write(&format!("build/public/{name}"), "mine");
    }
    workspace.build(&[]).is(0);
    workspace.build(&["--force"]).is(0);
    for name in &names {
        assert_eq!(workspace.read(&format!("build/public/{name}")), "mine");
    }
}

#[test]
fn a_damaged_list_is_named_with_its_line() {
    for (name, line) in [(".ropa-files", 2), (".ropa-journal", 1)] {
        for text in ["<<<<<<< HEAD\n".as_bytes(), b"\xFF\xFE\n", b"0123  kort.md\n", b"en rad\n"] {
            let workspace = Workspace::complete();
            workspace.build(&[]).is(0);
            let path = format!("build/public/{name}");
            let list = if line == 2 { workspace.read(&path) } else { String::new() };
            let first = list.lines().next().map(|first| format!("{first}\n")).unwrap_or_default();
            workspace.write(&path, [first.as_bytes(), text].concat());
            let run = workspace.build(&[]).is(3);
            assert!(run.err.contains(&format!("{name} is damaged: line {line}")), "{}", run.err);
            workspace.build(&["--force"]).is(0);
            workspace.build(&["--check"]).is(0);
        }
    }
}

#[test]
fn a_list_is_written_through_no_link_of_the_workspace_whatever_the_path() {
    let workspace = Workspace::complete();
    fs::create_dir_all(workspace.path(".git/hooks")).unwrap();
    symlink(workspace.path(".git"), workspace.path("docs")).unwrap();
    let whole = workspace.path("docs/hooks/pre-commit");
    let name = workspace.path("").file_name().unwrap().to_string_lossy().into_owned();
    for out in ["docs/hooks/pre-commit", whole.to_str().unwrap(), &format!("../{name}/docs/hooks/pre-commit")] {
        workspace.ropa(&["todo", "--date", DAY, "--out", out]).is(3);
        assert!(!workspace.path(".git/hooks/pre-commit").exists(), "{out}");
    }
}

#[test]
fn registers_behind_a_link_that_stays_in_the_workspace_are_refused() {
    let workspace = Workspace::complete();
    fs::rename(workspace.path("registers"), workspace.path("real")).unwrap();
    symlink(workspace.path("real"), workspace.path("registers")).unwrap();
    for args in [&["build"][..], &["check"], &["new", "Exempelby kommun"]] {
        let run = workspace.ropa(args).is(3);
        assert!(run.err.contains("links are not followed"), "{}", run.err);
    }
    assert!(!workspace.path("real/exempelby").exists());
}
