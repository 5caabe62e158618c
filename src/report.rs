//! Output formats of findings: `human.rs` for people, one file per format for other programs.

pub(crate) mod entry;
pub(crate) mod github;
pub(crate) mod gitlab;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod junit;
pub(crate) mod markdown;
pub(crate) mod sarif;

use jiff::civil;

use crate::error::{Cause, Error};
use crate::finding::{Finding, Level};
use crate::say;
use crate::say::Tongue;
use crate::source::Sources;

/// The findings of one municipality.
pub struct Part<'r> {
    /// The name of its folder.
    pub municipality: &'r str,
    /// The texts that the findings refer to.
    pub sources: &'r Sources,
    /// The findings to show, in order of place.
    pub findings: Vec<&'r Finding>,
}

/// The findings of one run, for machine-readable formats.
pub struct Run<'r> {
    /// The municipalities in order of name.
    pub parts: Vec<Part<'r>>,
    /// The day on which the law must hold.
    pub date: civil::Date,
    /// The language of the messages.
    pub tongue: Tongue,
    /// The level from which a finding fails the run.
    pub fail_on: Level,
    /// The path from the current directory to the workspace, ending in `/`; empty if they are the same.
    pub root: String,
}

/// The error if findings cannot be written in a format, which no finding can cause.
pub(crate) fn unwritten(cause: impl Into<Cause>) -> Error {
    Error::new(say!(
        en: "the findings could not be written in this format",
        sv: "avvikelserna kunde inte skrivas i det här formatet",
        da: "afvigelserne kunne ikke skrives i dette format",
    ))
    .because(cause)
}
