//! Input that means harm, or that no editor should have written: it is refused with a message, or it is harmless.

/// Files that are no YAML, too large, or too deep.
mod files;
/// Ids and links that lead out of the folder.
mod ways;
/// Texts that look like tags or formulas.
mod words;
