//! The targets, with the bodies that the suite runs.

#[path = "../../support/fuzz/mod.rs"]
mod bodies;

/// Runs the body of a target on an input. A promise that is broken is a panic.
pub fn run(target: &str, bytes: &[u8]) {
    let (_, body) = bodies::TARGETS.into_iter().find(|(name, _)| *name == target).expect("a target of that name");
    body(bytes);
}
