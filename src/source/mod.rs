//! Texts with an identity: what the stages read and what findings point into.

mod decode;
pub mod disk;

use crate::finding::{Finding, Place};

/// One file as it was read.
#[derive(Debug)]
pub struct File {
    /// The path below the workspace, with `/` between its parts.
    pub path: String,
    /// The path below the folder of the municipality.
    pub inside: String,
    /// The text: UTF-8, composed (NFC), lines ending in a line feed.
    pub text: String,
}

/// The texts of one municipality.
#[derive(Debug, Default)]
pub struct Sources {
    /// The name of the folder.
    pub municipality: String,
    /// The files in order of path; a [`Place`] names one by its index.
    pub files: Vec<File>,
}

impl Sources {
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
#[derive(Debug, Default)]
pub struct Read {
    /// The texts.
    pub sources: Sources,
    /// What is wrong.
    pub findings: Vec<Finding>,
}
