//! The fuzz targets, with the bodies that the test suite also runs.

#[path = "../../support/fuzz/mod.rs"]
mod bodies;

/// Runs the body of a target on an input. Panics if a property is violated.
pub fn run(target: &str, bytes: &[u8]) {
    let (_, body) = bodies::TARGETS.into_iter().find(|(name, _)| *name == target).expect("a target of that name");
    body(bytes);
}
