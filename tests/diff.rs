//! Comparing two versions: changes, grades, and the sources of versions.

/// Each kind of change is explained.
mod codes;
/// The comment on a pull request.
mod comment;
/// Decisions on grades, levels and acceptances are changes, and nobody grades their own change.
mod decisions;
/// One edit gives exactly its changes.
mod edits;
/// What becomes of findings.
mod findings;
/// The output formats and exit codes.
mod forms;
/// Versions in git.
mod git;
/// One edit each, with its grade by law.
mod grades;
/// What holds is compared, however it is written.
mod held;
/// The history: merges, former ids, commits that cannot be read.
mod history;
/// The public pages that change.
mod pages;
/// A part of a comparison: a grade, an activity, a unit.
mod part;
/// Versions that cannot be read whole.
mod partial;
/// Formats of other programs.
mod programs;
/// Random edits of the published registers.
mod random;
/// What is found about the changes themselves.
mod remarks;
/// Merge bases, the index, links, other repositories.
mod revisions;
/// What does not change anything, and the table of grades itself.
mod same;
/// A published folder against the registers: parts, pages, line ends, other versions.
mod verified;

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

/// The changes in one municipality between two trees.
fn compared(before: &Files, after: &Files, municipality: &str) -> Municipality {
    compared_with(before, after, municipality, &[])
}

/// The same, with grades set in the settings.
fn compared_with(before: &Files, after: &Files, municipality: &str, decided: &[overrides::Grade]) -> Municipality {
    let judge = Judge { today: DAY.parse().unwrap(), decided };
    report::municipality(version(before, municipality), version(after, municipality), judge)
}
