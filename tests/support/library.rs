//! Runs the stages of the library on a workspace: findings as values, for tests that need more than the output.

use std::path::Path;

use ropa::internals::check::levels::Levels;
use ropa::internals::draft::locate::Locator;
use ropa::internals::finding::Findings;
use ropa::internals::pipeline::Understood;
use ropa::internals::report::human;
use ropa::internals::say::Tongue;
use ropa::internals::source::{Read, Sources, disk};

use crate::support::DAY;

/// The findings of one municipality.
pub(crate) struct Found {
    /// The texts that the findings refer to.
    pub(crate) sources: Sources,
    /// All findings, hints included.
    pub(crate) findings: Findings,
}

impl Found {
    /// The distinct codes of the findings.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<&str> = self.findings.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The findings as the program prints them, in English.
    pub(crate) fn printed(&self) -> String {
        let locator = Locator::new(&self.sources);
        self.findings.iter().map(|finding| human::finding(finding, &locator, false, Tongue::English) + "\n").collect()
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
