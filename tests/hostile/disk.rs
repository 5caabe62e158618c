//! A full disk and a read-only folder. Each is a file system in its own namespace; a test fails if the system does
//! not allow one.

use std::process::{Command, Output};

use crate::support::{DAY, Workspace, assert_same, readable};

const ACTIVITY: &str = "registers/one-language/activities/skolskjuts.yaml";

/// Runs a shell script in the workspace, in a namespace that allows mounting. `$R` is the program.
#[track_caller]
fn namespaced(workspace: &Workspace, script: &str) -> String {
    let mut program = Command::new("unshare");
    program.args(["-Urm", "sh", "-euc", script]).current_dir(workspace.path(""));
    let Output { status, stdout, stderr } =
        program.env("R", env!("CARGO_BIN_EXE_ropa")).env("LC_ALL", "C").env("DAY", DAY).output().unwrap();
    let (out, err) = (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(status.success(), "{out}\n{err}");
    format!("{out}{err}")
}

/// Mounts 1 MB at `small` and fills it except for some bytes.
const SMALL: &str = "mkdir small; mount -t tmpfs -o size=1m tmpfs small; cp -r registers ropa.toml small/\n";
const FILL: &str = "dd if=/dev/zero of=small/filler bs=4096 2>/dev/null || true\n";

#[test]
fn a_first_build_on_a_full_disk_leaves_nothing() {
    let workspace = Workspace::complete();
    let said = namespaced(
        &workspace,
        "mkdir build; mount -t tmpfs -o size=64k tmpfs build
         code=0; \"$R\" build --date $DAY || code=$?; test $code = 3
         find build -type f | sort; find build -name '.ropa-?*' -type d",
    );
    assert!(said.contains("could not be read or written"), "{said}");
    let left: Vec<&str> = said.lines().filter(|line| line.starts_with("build/")).collect();
    assert_eq!(left, ["build/.ropa-lock"], "{said}");
}

#[test]
fn a_build_on_a_full_disk_leaves_the_earlier_one_and_goes_on_when_there_is_room() {
    let workspace = Workspace::complete();
    let before = workspace.built();
    let said = namespaced(
        &workspace,
        "mkdir disk before; mount -t tmpfs -o size=16m tmpfs disk
         \"$R\" build --date $DAY --out disk/out --quiet
         cp -a disk/out/. before/
         sed -i 's/keep: 2 years/keep: 3 years/' registers/one-language/activities/skolskjuts.yaml
         dd if=/dev/zero of=disk/filler bs=4096 2>/dev/null || true
         code=0; \"$R\" build --date $DAY --out disk/out || code=$?; test $code = 3
         rm disk/filler
         find disk/out -name '.ropa-?*' ! -name .ropa-files ! -name .ropa-lock -printf 'left: %p\n'
         diff -r disk/out before
         \"$R\" build --date $DAY --out disk/out --quiet
         mkdir after; cp -a disk/out/. after/",
    );
    assert!(said.contains("error: ") && !said.contains("left: "), "{said}");
    let now = workspace.built();
    assert!(before != now);
    let mut after = readable(workspace.tree("after"));
    after.retain(|path, _| !path.contains(".ropa-"));
    assert_same(&now, &after);
}

#[test]
fn sources_on_a_full_disk_stay_whole() {
    let workspace = Workspace::complete();
    workspace.edit(
        ACTIVITY,
        "remarks: [Elever i fristående skolor omfattas också.]\n",
        "remarks: [Klaga hos Datainspektionen.]\n",
    );
    let script = [
        SMALL,
        FILL,
        "run() { code=0; (cd small; \"$R\" \"$@\") || code=$?; test $code = 3; }
         run check --date $DAY --fix
         run check --date $DAY --accept --because prövas --until 2027-01-31
         run new 'Exempelby kommun'
         run todo --date $DAY --out list.md
         rm small/filler; diff -r registers small/registers; ls -A small
         (cd small; \"$R\" new 'Exempelby kommun'; \"$R\" check --date $DAY --fix --quiet)",
    ];
    let said = namespaced(&workspace, &script.concat());
    assert_eq!(said.matches("error: ").count(), 4, "{said}");
    let listed: Vec<&str> = said.lines().filter(|line| matches!(*line, "registers" | "ropa.toml")).collect();
    assert_eq!(listed, ["registers", "ropa.toml"], "{said}");
    assert!(!said.lines().any(|line| line.starts_with("list.md") || line.starts_with(".ropa-")), "{said}");
}

#[test]
fn a_read_only_folder_is_named_and_read() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let said = namespaced(
        &workspace,
        "mount --bind . . && mount -o remount,bind,ro . && cd \"$PWD\"
         \"$R\" check --date $DAY --quiet
         \"$R\" build --date $DAY --check
         code=0; \"$R\" build --date $DAY || code=$?; test $code = 3
         code=0; \"$R\" build --date $DAY --out new || code=$?; test $code = 3
         code=0; \"$R\" new 'Exempelby kommun' || code=$?; test $code = 3
         code=0; \"$R\" todo --out list.md || code=$?; test $code = 3",
    );
    assert_eq!(said.matches("error: ").count(), 4, "{said}");
    assert!(said.contains("Read-only file system"), "{said}");
}
