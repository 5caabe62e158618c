//! The output of the examples is stored next to them; `ROPA_BLESS=1 cargo test` updates it.

use std::fs;
use std::path::Path;

use crate::support::{DAY, Workspace, assert_kept, assert_same, folders, is_blessed, root, tree};

/// Compares the output of an example with the stored one, or updates it with `ROPA_BLESS`.
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

/// The findings in the pages as they were published are stored next to them, each at its place.
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

/// The placeholders of sentences and labels, such as `{age}`, are filled in every output of every format.
#[test]
fn no_place_is_left_unfilled() {
    let workspace = Workspace::copy_of(&root().join("examples/full"));
    let mut outputs: Vec<(String, String)> =
        workspace.built().into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect();
    let before = Workspace::empty();
    before.lay("registers/storkoping", &root().join("examples/full/registers/storkoping"));
    before.lay("registers/lilleby", &root().join("examples/full/registers/lilleby"));
    for folder in ["storkoping/activities", "storkoping/notices", "lilleby/activities", "lilleby/notices"] {
        fs::remove_dir_all(before.path("registers").join(folder)).unwrap();
    }
    let before = before.path("").to_string_lossy().into_owned();
    for lang in ["en", "sv", "da"] {
        let mut run = |name: String, args: &[&str]| {
            let run = workspace.ropa(&[args, &["--date", DAY, "--lang", lang]].concat());
            outputs.push((name, run.out + &run.err));
        };
        for format in ["text", "markdown", "html", "json"] {
            run(format!("diff {format} {lang}"), &["diff", &before, ".", "--format", format]);
        }
        for format in ["human", "json", "sarif", "gitlab", "github", "junit"] {
            run(format!("check {format} {lang}"), &["check", "--all", "--format", format]);
        }
        run(format!("todo {lang}"), &["todo"]);
        run(format!("todo markdown {lang}"), &["todo", "--markdown"]);
    }
    let place = regex::Regex::new(r"\{[a-z]+(-[a-z]+)*\}").unwrap();
    for (name, text) in &outputs {
        let found = place.find(text).map(|found| &text[found.start().saturating_sub(80)..found.end()]);
        assert!(found.is_none(), "{name}: {found:?}");
    }
    assert!(outputs.iter().any(|(name, text)| name == "diff text en" && text.contains("when the person turns 20")));
}
