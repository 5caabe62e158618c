//! Input that means harm, or that no editor should have written: it is refused with a message, or it is harmless.

/// Builds that are killed, start at the same time, or end half way.
mod crash;
/// A full disk and a read-only folder.
#[cfg(target_os = "linux")]
mod disk;
/// Files that are no YAML, too large, or too deep.
mod files;
/// Folders in which nothing is, and revisions of which a part is read.
mod folders;
/// The fuzz targets, as far as time allows.
mod fuzz;
/// Work that grows with what is written, and no faster.
mod growth;
/// Text that GitHub, GitLab or a spreadsheet would make live, read back by readers that are not ours.
mod live;
/// What is printed: a full disk, a closed pipe, and what a terminal or a pipeline would obey.
mod print;
/// What is in a published folder and a build would not make.
#[cfg(unix)]
mod published;
/// Revisions in which something else stands in the place of a register.
mod revisions;
/// Settings that lead out of the workspace, or are no settings.
mod settings;
/// Files and folders that would disappear unnoticed.
mod silence;
/// Ids and links that lead out of the folder.
mod ways;
/// Texts that look like tags or formulas.
mod words;
/// Links, FIFOs and files of others in the way of what is written.
#[cfg(unix)]
mod writer;
