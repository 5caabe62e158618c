//! Source texts: the input of the stages, to which findings refer.

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

/// The folder of a municipality with the spreadsheets that were imported last. It is internal, and not part of the register.
pub(crate) const IMPORT: &str = ".import";

/// A file as read.
#[derive(Debug, Clone)]
pub struct File {
    /// The path below the workspace, with `/` as separator.
    pub path: String,
    /// The path below the folder of the municipality.
    pub inside: String,
    /// The text: UTF-8, composed (NFC), with line feeds as line ends.
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

/// The SHA-256 of texts and their lengths, in hexadecimal.
pub(crate) fn fingerprint_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hexadecimal(hash)
}

/// The SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(Sha256::new().chain_update(bytes))
}

fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Sources {
    /// Identifies these texts: SHA-256 of every path and text in order of path, in hexadecimal. Files that were not
    /// read are left out.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut files: Vec<&File> = self.files.iter().filter(|file| !file.text.is_empty()).collect();
        files.sort_by(|one, other| one.inside.cmp(&other.inside));
        fingerprint_of(files.iter().flat_map(|file| [file.inside.as_str(), file.text.as_str()]))
    }

    /// Adds a text and returns its index for places.
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

    /// The path, line and column of a place, as editors understand it: `a.yaml:3:5`.
    #[must_use]
    pub fn address(&self, place: Place) -> String {
        let (line, column) = self.line_and_column(place);
        let path = self.file(place).map_or("", |file| file.path.as_str());
        format!("{path}:{line}:{column}")
    }
}

/// The texts of one municipality, and findings for files that are not text.
#[derive(Debug, Default, Clone)]
pub struct Read {
    /// The texts.
    pub sources: Sources,
    /// The findings.
    pub findings: Vec<Finding>,
}
