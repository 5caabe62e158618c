//! Input that means harm, or that no editor should have written: it is refused with a message, or it is harmless.

/// Builds that are killed, start at the same time, or end half way.
mod crash;
/// A full disk and a read-only folder.
#[cfg(target_os = "linux")]
mod disk;
/// Files that are no YAML, too large, or too deep.
mod files;
/// Ids and links that lead out of the folder.
mod ways;
/// Texts that look like tags or formulas.
mod words;
/// Links, FIFOs and files of others in the way of what is written.
#[cfg(unix)]
mod writer;
