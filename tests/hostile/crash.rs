//! Builds that are killed, run concurrently, or fail half way: no partial file, and the next build repairs.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::{DAY, Tree, Workspace, assert_same};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";
const PAGE: &str = "public/one-language/sv/activities/skolskjuts.md";

/// Starts a build without waiting for it.
fn start(workspace: &Workspace) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_ropa"));
    program.current_dir(workspace.path("")).args(["build", "--date", DAY, "--lang", "en"]);
    program.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The register with another period, and its output.
fn version(years: u32) -> (Workspace, Tree) {
    let workspace = Workspace::complete();
    workspace.edit(ACTIVITY, "keep: 2 years", &format!("keep: {years} years"));
    let pages = workspace.built();
    (workspace, pages)
}

#[test]
fn a_build_that_is_killed_leaves_no_half_file_and_is_repaired() {
    let versions = [version(2), version(3)];
    let workspace = Workspace::complete();
    let mut random: u64 = 0x2545_F491_4F6C_DD1D;
    for round in 0..24 {
        workspace.write(ACTIVITY, versions[round % 2].0.read(ACTIVITY));
        let mut build = start(&workspace);
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        thread::sleep(Duration::from_millis((random >> 33) % 900));
        _ = build.kill();
        build.wait().unwrap();
        for (path, bytes) in workspace.pages().iter().filter(|(path, _)| !path.contains(".ropa-")) {
            let is_whole = versions.iter().any(|(_, pages)| pages.get(path) == Some(bytes));
            assert!(is_whole, "round {round}: {path} is half a file");
        }
    }
    workspace.write(ACTIVITY, versions[0].0.read(ACTIVITY));
    assert_same(&versions[0].1, &workspace.built());
    workspace.ropa(&["verify", "build", "--date", DAY]).is(0);
}

/// A build of the second version, interrupted after some files were placed.
fn interrupted() -> Workspace {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let (other, after) = version(3);
    let temporary = format!(".ropa-{}", "0123456789abcdef".repeat(2));
    let list = other.read("build/public/.ropa-files");
    workspace.write("build/.ropa-lock", format!("temporary  {temporary}\n"));
    workspace.write("build/public/.ropa-journal", list);
    workspace.write(&format!("build/public/{temporary}/{temporary}"), "half");
    workspace.write(&format!("build/{PAGE}"), &after[PAGE]);
    workspace
}

#[test]
fn an_interrupted_build_is_repaired_by_the_next() {
    let workspace = interrupted();
    workspace.build(&["--check"]).is(1);
    assert_same(&version(2).1, &workspace.built());
    assert_eq!(workspace.read("build/.ropa-lock"), "");
    workspace.ropa(&["verify", "build", "--date", DAY]).is(0);
}

#[test]
fn what_an_interrupted_build_wrote_is_ours_and_is_removed_when_it_is_no_longer_made() {
    let workspace = interrupted();
    fs::remove_file(workspace.path(ACTIVITY)).unwrap();
    workspace.edit("registers/one-language/notices/skola.yaml", "[skolskjuts, elevhalsa]", "[elevhalsa]");
    let run = workspace.build(&[]).is(0);
    assert_eq!(run.err, "");
    assert!(!workspace.path(&format!("build/{PAGE}")).exists());
}

#[test]
fn a_build_of_a_part_keeps_what_an_interrupted_build_wrote_elsewhere() {
    let workspace = interrupted();
    workspace.build(&["-m", "two-languages"]).is(0);
    workspace.edit(ACTIVITY, "keep: 2 years", "keep: 4 years");
    workspace.build(&[]).is(0);
    assert!(workspace.read(&format!("build/{PAGE}")).contains("4 år"));
}

#[test]
fn a_file_that_somebody_put_where_an_interrupted_build_announced_one_stays() {
    let workspace = interrupted();
    let journal = workspace.read("build/public/.ropa-journal");
    fs::remove_dir_all(workspace.path("build/public")).unwrap();
    workspace.write("build/public/.ropa-journal", journal);
    workspace.write("build/public/index.html", "mine");
    let run = workspace.build(&[]).is(3);
    assert!(run.err.contains("index.html already exists"), "{}", run.err);
    assert_eq!(workspace.read("build/public/index.html"), "mine");
}

#[test]
fn a_leftover_lock_does_not_block() {
    let workspace = Workspace::complete();
    workspace.write("build/.ropa-lock", "left by somebody");
    workspace.build(&[]).is(0);
    workspace.build(&[]).is(0);
}

#[test]
fn of_two_hundred_builds_at_once_one_writes_and_the_others_say_why_not() {
    let (workspace, pages) = version(2);
    fs::remove_dir_all(workspace.path("build")).unwrap();
    let builds: Vec<Child> = (0..200).map(|_| start(&workspace)).collect();
    let mut done = 0;
    for build in builds {
        let output = build.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        match output.status.code() {
            Some(0) => done += 1,
            code => {
                assert_eq!(code, Some(3), "{said}");
                assert!(said.contains("another build is writing into"), "{said}");
            }
        }
    }
    assert!(done > 0, "no build was done");
    assert_same(&pages, &workspace.pages());
    workspace.build(&["--check"]).is(0);
}
