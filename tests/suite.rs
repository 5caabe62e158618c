//! The only test binary: tests the program from the outside.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

/// Accepted findings: the file, what writes it, where they are shown.
mod accept;
/// Questions to units: forms, answers, and what is written.
mod ask;
/// Broken registers: the full message, its place and its help.
mod broken;
/// Claims of texts: what sentences say, in four languages.
mod claims;
/// The generator of the benchmarks.
mod corpus;
/// Comparing two versions: changes, grades, and the sources of versions.
mod diff;
/// What shows that a notice informs as the law requires.
mod evidence;
/// The examples and their stored output.
mod examples;
/// Machine-applicable fixes: what `ropa check --fix` and `--diff` do to a file.
mod fix;
/// The findings of `ropa check` in each machine-readable format.
mod formats;
/// The workspaces of the growth benchmarks.
#[path = "../benches/growth/mod.rs"]
mod growth;
/// Malicious or malformed input.
mod hostile;
/// Spreadsheets in: tables, mapping, values, and bringing a sheet in again.
mod import;
/// Invariants of every key, rule, language, document and source file.
mod laws;
/// The levels of rules: by country, workspace and municipality.
mod levels;
/// The compiled output: reproducible, complete, and without anything internal.
mod output;
/// The program itself: exit codes, streams, help.
mod program;
/// README.md, followed literally.
mod readme;
/// A new workspace, and what is missing in one.
mod start;
/// Workspaces, runs and trees.
mod support;
/// The to-do list: questions, order, and ticks.
mod todo;
/// Versions of the format.
mod versions;
