//! Malicious or malformed input is refused with a message, or is harmless.

/// Builds that are killed, run concurrently, or fail half way.
mod crash;
/// A full disk and a read-only folder.
#[cfg(target_os = "linux")]
mod disk;
/// Files that are not YAML, too large, or too deep.
mod files;
/// Empty folders, and revisions that are only partly read.
mod folders;
/// A bounded run of the fuzz targets.
mod fuzz;
/// Work grows no faster than the input.
mod growth;
/// Text that GitHub, GitLab or a spreadsheet would interpret, read by independent parsers.
mod live;
/// Output: a full disk, a closed pipe, control characters and pipeline commands.
mod print;
/// Files in a published folder that a build does not make.
#[cfg(unix)]
mod published;
/// Revisions with something else in place of a register.
mod revisions;
/// Settings that lead out of the workspace, or are invalid.
mod settings;
/// Files and folders that could be skipped unnoticed.
mod silence;
/// Ids and links that lead out of the folder.
mod ways;
/// Texts that look like tags or formulas.
mod words;
/// Links, FIFOs and files of others in place of output files.
#[cfg(unix)]
mod writer;
