//! Two versions compared: what differs, what it means, where versions come from.

/// One edit, and exactly what it changes.
mod edits;
/// The forms, and what the program does.
mod forms;
/// Versions in git.
mod git;
/// One edit each, with the grade that the law gives.
mod grades;
/// What is the same, and the table of grades itself.
mod same;

use ropa::internals::check::levels::Levels;
use ropa::internals::diff::overrides;
use ropa::internals::diff::report::{self, Judge, Municipality, Version};
use ropa::internals::source::content::Content;
use ropa::internals::source::tree::Tree;

use crate::support::{DAY, Tree as Files};

/// One municipality of a tree of files below `registers/`.
fn version(files: &Files, municipality: &str) -> Version {
    let file = |(path, bytes): (&String, &Vec<u8>)| (format!("registers/{path}"), Content::Bytes(bytes.clone()));
    let files = files.iter().map(file).collect();
    Version::read(Tree::new(files).read("registers", municipality), DAY.parse().unwrap(), &Levels::default())
}

/// What changed in one municipality between two trees.
fn compared(before: &Files, after: &Files, municipality: &str) -> Municipality {
    compared_with(before, after, municipality, &[])
}

/// The same, where the register decides some grades itself.
fn compared_with(before: &Files, after: &Files, municipality: &str, decided: &[overrides::Grade]) -> Municipality {
    let judge = Judge { today: DAY.parse().unwrap(), decided };
    report::municipality(version(before, municipality), version(after, municipality), judge)
}
