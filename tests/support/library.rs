//! The stages of the library on a workspace: findings as values, where a test asks more than what is shown.

use std::path::Path;

use ropa::internals::check::levels::Levels;
use ropa::internals::finding::Findings;
use ropa::internals::pipeline::Understood;
use ropa::internals::source::{Read, Sources, disk};

use crate::support::DAY;

/// What was found in one municipality.
pub(crate) struct Found {
    /// The texts into which the findings point.
    pub(crate) sources: Sources,
    /// Everything that was found, hints included.
    pub(crate) findings: Findings,
}

impl Found {
    /// The codes of what was found, each once.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<&str> = self.findings.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

/// Reads and checks one municipality of a workspace.
pub(crate) fn check(workspace: &Path, municipality: &str) -> Found {
    check_texts(disk::read(&workspace.join("registers"), municipality).unwrap())
}

/// Checks the texts of one municipality.
pub(crate) fn check_texts(read: Read) -> Found {
    let (sources, _, findings) = Understood::of(read).into_found(DAY.parse().unwrap(), &Levels::default());
    Found { sources, findings }
}
