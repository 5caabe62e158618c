//! The stages from texts to a checked register, in one place for commands, tests and benchmarks.

use jiff::civil;

use crate::check::levels::Levels;
use crate::check::{self, Checked, Conditions};
use crate::draft;
use crate::finding::Findings;
use crate::register;
use crate::register::phase::{Complete, Written};
use crate::source::{Read, Sources};

/// One municipality, as far as it could be understood.
#[derive(Debug, Default, Clone)]
pub struct Understood {
    /// The texts.
    pub sources: Sources,
    /// What they mean.
    pub written: Written,
    /// The paths of files that could not be understood at all.
    pub unread: Vec<String>,
    /// What was found so far.
    pub findings: Findings,
}

impl Understood {
    /// Reads and resolves the texts of a municipality.
    #[must_use]
    pub fn of(read: Read) -> Self {
        let Read { sources, mut findings } = read;
        let draft = draft::folder::read(&sources, &mut findings);
        let unread = draft.unread.clone();
        let written = register::resolve(&sources.municipality, draft, &mut findings);
        Self { sources, written, unread, findings }
    }

    /// Completes and checks it as of a day, with the levels that the settings give to rules.
    ///
    /// # Errors
    /// All findings, when one of them is an error.
    pub fn check(self, today: civil::Date, levels: &Levels) -> Result<(Sources, Checked), (Sources, Findings)> {
        let Self { sources, written, unread: _, findings } = self;
        match check::check(written.complete(), findings, Conditions { today, levels, sources: &sources }) {
            Ok(checked) => Ok((sources, checked)),
            Err(findings) => Err((sources, findings)),
        }
    }

    /// Everything that is found in it, for a caller that has completed it already.
    #[must_use]
    pub fn findings_in(&self, complete: &Complete, today: civil::Date, levels: &Levels) -> Findings {
        let conditions = Conditions { today, levels, sources: &self.sources };
        check::find(complete, self.findings.clone(), conditions).0
    }

    /// The register with every part complete, and everything that is found in it, whether it may be published or not.
    #[must_use]
    pub fn into_found(self, today: civil::Date, levels: &Levels) -> (Sources, Complete, Findings) {
        let Self { sources, written, unread: _, findings } = self;
        let complete = written.complete();
        let (findings, _) = check::find(&complete, findings, Conditions { today, levels, sources: &sources });
        (sources, complete, findings)
    }

    /// The register with every part complete.
    #[must_use]
    pub fn complete(&self) -> Complete {
        self.written.clone().complete()
    }
}
