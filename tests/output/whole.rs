//! The files over all municipalities are in order, whatever order municipalities are compiled in.

use std::fs;
use std::path::Path;
use std::time::Duration;

use ropa::internals::compile::Fragment;
use ropa::internals::consolidate::{Consolidated, Shape};
use ropa::internals::emit::{Folder, Mode, Output};

use crate::support::Workspace;

/// The size in bytes of a part so large that two are not held in memory.
const LARGE: usize = 3 << 20;

fn part(index: usize, size: usize) -> Fragment {
    let text = format!("{index}").repeat(size).into_bytes();
    Fragment { csv: text.clone(), json: text, index: None }
}

fn head(shape: Shape) -> Option<Vec<u8>> {
    Some(format!("<{}>", shape.ending()).into_bytes())
}

/// The public side of an output folder.
fn folder(room: &Path, mode: Mode) -> Folder {
    Output::open(room, mode).unwrap().folder("out").unwrap()
}

/// The names of the files in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

#[test]
fn parts_stand_in_the_order_of_the_municipalities() {
    for size in [1, LARGE] {
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 0, 3, 2]] {
            let room = tempfile::tempdir().unwrap();
            let out = room.path().join("out");
            let folder = folder(room.path(), Mode::Write);
            let consolidated = Consolidated::begin(&folder, room.path(), head).unwrap();
            order.into_iter().for_each(|index| consolidated.add(index, part(index, size)).unwrap());
            consolidated.finish(&folder).unwrap();
            folder.finish(|_| true).unwrap().place().unwrap();
            let each = ["0", "1", "2", "3"].map(|part| part.repeat(size));
            for ending in ["csv", "jsonl"] {
                let expected = format!("<{ending}>{}", each.concat());
                let written = fs::read_to_string(out.join(format!("register.{ending}"))).unwrap();
                assert!(written == expected, "register.{ending}, {size} bytes a part, {order:?}");
            }
            assert_eq!(names(room.path()), [".ropa-lock", "out"], "{order:?}");
        }
    }
}

#[test]
fn what_is_given_up_leaves_nothing() {
    let room = tempfile::tempdir().unwrap();
    let folder = folder(room.path(), Mode::Write);
    let consolidated = Consolidated::begin(&folder, room.path(), head).unwrap();
    consolidated.add(0, part(0, 1)).unwrap();
    assert_eq!(names(&room.path().join("out")).len(), 1, "the temporary folder");
    consolidated.give_up();
    consolidated.add(2, part(2, 1)).unwrap();
    consolidated.finish(&folder).unwrap();
    drop(folder);
    assert_eq!(names(&room.path().join("out")), [""; 0]);
}

#[test]
fn a_check_writes_no_file_on_the_way() {
    let room = tempfile::tempdir().unwrap();
    let folder = folder(room.path(), Mode::Check);
    let consolidated = Consolidated::begin(&folder, room.path(), head).unwrap();
    consolidated.add(0, part(0, 1)).unwrap();
    assert_eq!(names(room.path()), [""; 0]);
    consolidated.finish(&folder).unwrap();
    assert_eq!(names(room.path()), [""; 0]);
    assert_eq!(folder.finish(|_| true).unwrap().place().unwrap().changed.len(), 2);
}

#[test]
fn one_build_at_a_time_writes_into_a_folder() {
    let room = tempfile::tempdir().unwrap();
    let first = folder(room.path(), Mode::Write);
    let second = Output::open(room.path(), Mode::Write);
    assert!(second.unwrap_err().to_string().starts_with("another build is writing into "));
    Output::open(room.path(), Mode::Check).unwrap();
    drop(first);
    // A program that another test starts at this moment holds the lock too, until it executes.
    let is_free = (0..200).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        Output::open(room.path(), Mode::Write).is_ok()
    });
    assert!(is_free);
}

#[test]
fn a_municipality_with_an_error_leaves_the_register_of_before() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let (before, files) = (workspace.read("build/public/register.csv"), names(&workspace.path("build/public")));
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "keep: 2 years", "keep: never");
    workspace.build(&[]).is(1);
    assert_eq!(workspace.read("build/public/register.csv"), before);
    assert_eq!(names(&workspace.path("build/public")), files);
}
