//! Runs the stages from texts to a checked register, for commands, tests and benchmarks.

use std::collections::BTreeSet;

use jiff::civil;

use crate::check::levels::Levels;
use crate::check::{self, Checked, Conditions};
use crate::draft;
use crate::finding::{Finding, Findings, Level};
use crate::register;
use crate::register::phase::{Complete, Written};
use crate::source::{Read, Sources};

/// A municipality with terms and references resolved.
#[derive(Debug, Default, Clone)]
pub struct Understood {
    /// The texts.
    pub sources: Sources,
    /// The resolved register.
    pub written: Written,
    /// The files that could not be read whole, as paths below the municipality.
    pub unread: BTreeSet<String>,
    /// The findings so far.
    pub findings: Findings,
}

/// Errors of resolving with which records or values are dropped.
const DROPPING: [&str; 3] = ["id-twice", "municipality-missing", "parts-too-large"];

/// The files of which something is missing: with an error of reading, or of resolving that drops something.
fn unread(sources: &Sources, (of_reading, of_resolving): (&[Finding], &[Finding])) -> BTreeSet<String> {
    // A key or form of another version of the format is read all the same.
    let is_lost = |finding: &&Finding| finding.level == Level::Error && finding.code != "format-other";
    let reading = of_reading.iter().filter(is_lost);
    let resolving = of_resolving.iter().filter(|finding| DROPPING.contains(&finding.code));
    let files = reading.chain(resolving).filter_map(|finding| sources.file(finding.place));
    files.map(|file| file.inside.clone()).collect()
}

impl Understood {
    /// Reads and resolves the texts of a municipality.
    #[must_use]
    pub fn of(read: Read) -> Self {
        let Read { sources, mut findings } = read;
        let draft = draft::folder::read(&sources, &mut findings);
        let read = findings.len();
        let written = register::resolve(&sources.municipality, draft, &mut findings);
        let unread = unread(&sources, findings.split_at(read));
        Self { sources, written, unread, findings }
    }

    /// Completes and checks the register as of `today`, with the levels that the settings give to rules.
    ///
    /// # Errors
    /// All findings, if one of them is an error.
    pub fn check(self, today: civil::Date, levels: &Levels) -> Result<(Sources, Checked), (Sources, Findings)> {
        let Self { sources, written, unread: _, findings } = self;
        match check::check(written.complete(), findings, Conditions { today, levels, sources: &sources }) {
            Ok(checked) => Ok((sources, checked)),
            Err(findings) => Err((sources, findings)),
        }
    }

    /// All findings of the register, for a caller that has completed it already.
    #[must_use]
    pub fn findings_in(&self, complete: &Complete, today: civil::Date, levels: &Levels) -> Findings {
        let conditions = Conditions { today, levels, sources: &self.sources };
        check::find(complete, self.findings.clone(), conditions).0
    }

    /// The completed register and all its findings, whether it may be published or not.
    #[must_use]
    pub fn into_found(self, today: civil::Date, levels: &Levels) -> (Sources, Complete, Findings) {
        let Self { sources, written, unread: _, findings } = self;
        let complete = written.complete();
        let (findings, _) = check::find(&complete, findings, Conditions { today, levels, sources: &sources });
        (sources, complete, findings)
    }

    /// The completed register: child activities have what they inherit.
    #[must_use]
    pub fn complete(&self) -> Complete {
        self.written.clone().complete()
    }
}
