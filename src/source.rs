//! Texts with an identity: what the stages read and what findings point into.

pub(crate) mod content;
mod decode;
pub(crate) mod disk;
pub(crate) mod entry;
pub(crate) mod git;
pub(crate) mod ignore;
pub(crate) mod inside;
pub(crate) mod original;
mod refused;
mod registers;
pub(crate) mod tree;

use sha2::{Digest, Sha256};

use crate::finding::{Finding, Place};
pub(crate) use decode::text;
use registers::Listing;
pub(crate) use registers::Registers;

/// One file as it was read.
#[derive(Debug, Clone)]
pub struct File {
    /// The path below the workspace, with `/` between its parts.
    pub path: String,
    /// The path below the folder of the municipality.
    pub inside: String,
    /// The text: UTF-8, composed (NFC), lines ending in a line feed.
    pub text: String,
}

/// The texts of one municipality.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    /// The name of the folder.
    pub municipality: String,
    /// The files in order of path; a [`Place`] names one by its index.
    pub files: Vec<File>,
}

/// SHA-256 over texts and their lengths, in hexadecimal digits.
pub(crate) fn fingerprint_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Sources {
    /// What names these texts and no others: SHA-256 over every path and text in order of path, in hexadecimal digits.
    /// Files that are not read have no text and no part in it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut files: Vec<&File> = self.files.iter().filter(|file| !file.text.is_empty()).collect();
        files.sort_by(|one, other| one.inside.cmp(&other.inside));
        fingerprint_of(files.iter().flat_map(|file| [file.inside.as_str(), file.text.as_str()]))
    }

    /// Adds a text and gives the number under which places name it.
    pub fn add(&mut self, path: String, inside: String, text: String) -> u32 {
        self.files.push(File { path, inside, text });
        u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX)
    }

    /// The file of a place.
    #[must_use]
    pub fn file(&self, place: Place) -> Option<&File> {
        self.files.get(place.file as usize)
    }

    /// The line and column of a place, both from 1; the column counts characters.
    #[must_use]
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let before = self.file(place).and_then(|file| file.text.get(..place.start as usize)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The path, line and column of a place, as an editor understands it: `a.yaml:3:5`.
    #[must_use]
    pub fn address(&self, place: Place) -> String {
        let (line, column) = self.line_and_column(place);
        let path = self.file(place).map_or("", |file| file.path.as_str());
        format!("{path}:{line}:{column}")
    }
}

/// The texts of one municipality and what is wrong with those that are no texts.
#[derive(Debug, Default, Clone)]
pub struct Read {
    /// The texts.
    pub sources: Sources,
    /// What is wrong.
    pub findings: Vec<Finding>,
}
