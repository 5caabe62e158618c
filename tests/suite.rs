//! The one test binary: what the program does with a register, from the outside.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

/// Findings that are accepted: the file, what writes it, where they are told.
mod accept;
/// A broken register: the whole message, its place, and the way out.
mod broken;
/// The generator of the benchmarks.
mod corpus;
/// Two versions compared: what differs, what it means, where versions come from.
mod diff;
/// The examples: what they compile to is kept beside them.
mod examples;
/// The edits that are certain: what `ropa check --fix` and `--diff` do to a file.
mod fix;
/// What `ropa check` finds, in each format for other programs.
mod formats;
/// What the benchmarks of growth write.
#[path = "../benches/growth/mod.rs"]
mod growth;
/// Input that means harm, or that no editor should have written.
mod hostile;
/// What holds for every key, rule, language, document and source file.
mod laws;
/// The levels of rules: of a country, of the workspace, of a municipality.
mod levels;
/// What is compiled: the same every time, complete, and nothing that is not to be published.
mod output;
/// The program itself: exit codes, streams, help.
mod program;
/// README.md, followed to the letter.
mod readme;
/// Workspaces, runs and trees.
mod support;
/// The to-do list: what is asked, in which order, and what is kept of it.
mod todo;
