//! Prints findings as a Code Quality report, which GitLab shows in the merge request.
//!
//! GitLab documents the format under “Code Quality report format”: a subset of Code Climate's.

use serde::Serialize;

use crate::error::Error;
use crate::finding::Level;
use crate::report::entry::Entry;
use crate::report::{Run, unwritten};
use crate::say::Tongue;
use crate::visible;

#[derive(Serialize)]
struct Issue<'e> {
    description: &'e str,
    check_name: &'e str,
    fingerprint: &'e str,
    severity: &'static str,
    location: Location<'e>,
}

#[derive(Serialize)]
struct Location<'e> {
    path: &'e str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The report as JSON.
///
/// # Errors
/// When serialization fails, which no finding can cause.
pub fn report(run: &Run) -> Result<String, Error> {
    let entries = run.entries();
    let issues: Vec<Issue> = entries.iter().map(|entry| issue(entry, run.tongue)).collect();
    serde_json::to_string_pretty(&issues).map(|text| visible::json(&text)).map_err(unwritten)
}

fn issue<'e>(entry: &'e Entry, tongue: Tongue) -> Issue<'e> {
    Issue {
        description: entry.finding.message.get(tongue),
        check_name: entry.finding.code,
        fingerprint: &entry.fingerprint,
        severity: match entry.finding.level {
            Level::Error => "critical",
            Level::Warning => "minor",
            Level::Info => "info",
        },
        location: Location {
            path: &entry.spot.path,
            lines: Lines { begin: entry.spot.start.line, end: entry.spot.end.line },
        },
    }
}
