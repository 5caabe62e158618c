//! Prints findings as Markdown, for the summary of a pipeline: all of them, also those beyond the few that a forge shows
//! beside the lines.

use std::fmt::Write as _;

use crate::finding::Level;
use crate::render::message::{code, words};
use crate::report::Run;
use crate::report::entry::{Entry, Spot};
use crate::say;
use crate::say::{Message, Tongue};

/// The number of bytes after which findings are only counted: forges refuse summaries of more than 1 MiB.
const LONGEST: usize = 500_000;

/// All findings, errors first.
#[must_use]
pub(crate) fn summary(run: &Run) -> String {
    let entries = run.entries();
    let mut text = format!("## {}\n\n{}\n", words(title(run).get(run.tongue)), words(counts(&entries).get(run.tongue)));
    let mut left = 0;
    for level in [Level::Error, Level::Warning, Level::Info] {
        for entry in entries.iter().filter(|entry| entry.finding.level == level) {
            if text.len() < LONGEST {
                self::entry(entry, run.tongue, &mut text);
            } else {
                left += 1;
            }
        }
    }
    if left > 0 {
        let more = say!(en: "and {left} more", sv: "och {left} till", da: "og {left} mere");
        _ = writeln!(text, "\n… {}", more.get(run.tongue));
    }
    text
}

fn title(run: &Run) -> Message {
    let day = run.date;
    say!(
        en: "The registers, checked as of {day}",
        sv: "Registren, kontrollerade per {day}",
        da: "Fortegnelserne, kontrolleret pr. {day}",
    )
}

fn counts(entries: &[Entry]) -> Message {
    let count = |level| entries.iter().filter(|entry| entry.finding.level == level).count();
    let (errors, warnings, hints) = (count(Level::Error), count(Level::Warning), count(Level::Info));
    say!(
        en: "Errors: {errors}. Warnings: {warnings}. Hints shown: {hints}.",
        sv: "Fel: {errors}. Varningar: {warnings}. Påpekanden som visas: {hints}.",
        da: "Fejl: {errors}. Advarsler: {warnings}. Bemærkninger, der vises: {hints}.",
    )
}

fn entry(entry: &Entry, tongue: Tongue, text: &mut String) {
    let finding = entry.finding;
    let Spot { path, start, .. } = &entry.spot;
    let place = code(&format!("{path}:{}:{}", start.line, start.column));
    let level = finding.level.words().get(tongue);
    let message = words(finding.message.get(tongue));
    _ = writeln!(text, "\n- **{level}** {place}: {message} ({})", code(finding.code));
    for more in [&finding.note, &finding.help].into_iter().flatten() {
        _ = writeln!(text, "  - {}", words(more.get(tongue)));
    }
}
