//! The register over all municipalities: in their order, whatever order they are compiled in.

use std::fs;

use ropa::compile::Fragment;
use ropa::consolidate::{Consolidated, Shape};
use ropa::emit::{Folder, Mode};

use crate::support::Workspace;

/// A part so large that two of them are not held in memory.
const LARGE: usize = 3 << 20;

fn part(index: usize, size: usize) -> Fragment {
    let text = format!("{index}").repeat(size).into_bytes();
    Fragment { markdown: text.clone(), html: text.clone(), csv: text.clone(), json: text }
}

fn head(shape: Shape) -> Vec<u8> {
    format!("<{}>", shape.ending()).into_bytes()
}

fn foot(shape: Shape) -> Vec<u8> {
    format!("</{}>", shape.ending()).into_bytes()
}

/// The names of the files in a folder, in order.
fn names(folder: &std::path::Path) -> Vec<String> {
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
            let folder = Folder::open(&out, Mode::Write).unwrap();
            let consolidated = Consolidated::begin(&folder, room.path(), head);
            order.into_iter().for_each(|index| consolidated.add(index, part(index, size)).unwrap());
            consolidated.finish(&folder, foot).unwrap();
            let each = ["0", "1", "2", "3"].map(|part| part.repeat(size));
            for (ending, between) in [("md", "\n"), ("html", ""), ("csv", ""), ("json", ",\n")] {
                let expected = format!("<{ending}>{}</{ending}>", each.join(between));
                let written = fs::read_to_string(out.join(format!("register.{ending}"))).unwrap();
                assert!(written == expected, "register.{ending}, {size} bytes a part, {order:?}");
            }
            assert_eq!(names(room.path()), ["out"], "{order:?}");
        }
    }
}

#[test]
fn what_is_given_up_leaves_nothing() {
    let room = tempfile::tempdir().unwrap();
    let folder = Folder::open(&room.path().join("out"), Mode::Write).unwrap();
    let consolidated = Consolidated::begin(&folder, room.path(), head);
    consolidated.add(0, part(0, 1)).unwrap();
    assert_eq!(names(&room.path().join("out")).len(), 4);
    consolidated.give_up();
    consolidated.add(2, part(2, 1)).unwrap();
    consolidated.finish(&folder, foot).unwrap();
    assert_eq!(names(&room.path().join("out")), [""; 0]);
}

#[test]
fn a_check_writes_no_file_on_the_way() {
    let room = tempfile::tempdir().unwrap();
    let folder = Folder::open(&room.path().join("out"), Mode::Check).unwrap();
    let consolidated = Consolidated::begin(&folder, room.path(), head);
    consolidated.add(0, part(0, 1)).unwrap();
    assert_eq!(names(room.path()), [""; 0]);
    consolidated.finish(&folder, foot).unwrap();
    assert_eq!(names(room.path()), [""; 0]);
    assert_eq!(folder.finish(|_| true).unwrap().changed.len(), 4);
}

#[test]
fn one_build_at_a_time_writes_into_a_folder() {
    let room = tempfile::tempdir().unwrap();
    let first = Folder::open(room.path(), Mode::Write).unwrap();
    let second = Folder::open(room.path(), Mode::Write);
    assert!(second.unwrap_err().to_string().starts_with("another build is writing into "));
    Folder::open(room.path(), Mode::Check).unwrap();
    drop(first);
    Folder::open(room.path(), Mode::Write).unwrap();
}

#[test]
fn what_an_interrupted_build_left_is_removed() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let before = names(&workspace.path("build/public"));
    workspace.write("build/public/.register.md.Ab3dEf.ropa-new", "half a regis");
    workspace.build(&[]).is(0);
    assert_eq!(names(&workspace.path("build/public")), before);
}

#[test]
fn a_municipality_with_an_error_leaves_the_register_of_before() {
    let workspace = Workspace::complete();
    workspace.build(&[]).is(0);
    let (before, files) = (workspace.read("build/public/register.md"), names(&workspace.path("build/public")));
    workspace.edit("registers/one-language/activities/skolskjuts.yaml", "keep: 2 years", "keep: never");
    workspace.build(&[]).is(1);
    assert_eq!(workspace.read("build/public/register.md"), before);
    assert_eq!(names(&workspace.path("build/public")), files);
}
