//! Checks that the generator of the benchmarks writes sound registers.

/// The generator.
#[path = "../benches/corpus/mod.rs"]
pub(crate) mod generator;

use crate::support::{Workspace, assert_same};

fn corpus(seed: u64) -> Workspace {
    let workspace = Workspace::empty();
    generator::write(&workspace.path(""), 4, 12, seed, false).unwrap();
    workspace
}

#[test]
fn a_corpus_checks_without_errors_and_builds() {
    for seed in 1..=5 {
        let workspace = corpus(seed);
        workspace.check().is(0);
        let run = workspace.build(&[]).is(0);
        assert!(run.out.starts_with("4 of 4 municipalities compiled"), "{}", run.out);
    }
}

#[test]
fn the_same_seed_writes_the_same_corpus() {
    assert_same(&corpus(7).tree(""), &corpus(7).tree(""));
    assert!(corpus(7).tree("") != corpus(8).tree(""));
}

/// The properties of the generator.
#[path = "../benches/corpus/tests.rs"]
mod promises;
