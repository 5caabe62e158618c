//! What the examples compile to is kept beside them; `ROPA_BLESS=1 cargo test --release` writes it anew.

use std::fs;
use std::path::Path;

use crate::support::{DAY, Workspace, assert_kept, assert_same, folders, is_blessed, root, tree};

/// Compares what an example compiles to with what is kept, or keeps it when told to.
fn compiles_to_what_is_kept(example: &Path) {
    let workspace = Workspace::copy_of(example);
    let built = workspace.built();
    let kept = example.join("compiled");
    if is_blessed() {
        _ = fs::remove_dir_all(&kept);
        for (path, bytes) in &built {
            let target = kept.join(path);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::write(target, bytes).unwrap();
        }
    }
    assert!(kept.is_dir(), "{} is missing; write it with ROPA_BLESS=1", kept.display());
    assert_same(&tree(&kept), &built);
}

#[test]
fn smallest() {
    compiles_to_what_is_kept(&root().join("examples/smallest"));
}

#[test]
fn full() {
    compiles_to_what_is_kept(&root().join("examples/full"));
}

/// What is found in the pages as they were published is kept beside them, each finding at its place.
#[test]
fn as_published() {
    let workspace = Workspace::copy_of(&root().join("examples/as-published"));
    assert_kept("examples/as-published/findings.txt", &workspace.check().is(1).out);
}

/// The to-do list of the full example, each municipality in its language.
#[test]
fn full_todo() {
    let workspace = Workspace::copy_of(&root().join("examples/full"));
    assert_kept("examples/full/todo.md", &workspace.ropa(&["todo", "--markdown", "--date", DAY]).is(0).out);
}

#[test]
fn every_example_is_a_case() {
    assert_eq!(folders(&root().join("examples")), ["as-published", "full", "smallest"]);
}

#[test]
fn the_registers_of_the_repository_build_without_errors() {
    let workspace = Workspace::empty();
    workspace.lay("registers", &root().join("registers"));
    let run = workspace.build(&[]).is(0);
    let count = folders(&root().join("registers")).len();
    assert!(run.out.starts_with(&format!("{count} of {count} municipalities compiled")), "{}", run.out);
}
