//! Prints findings as workflow commands of GitHub Actions, one line each. GitHub shows them next to the changed line.
//!
//! GitHub documents the commands and their escapes under “Workflow commands for GitHub Actions”.

use crate::finding::Level;
use crate::report::Run;
use crate::report::entry::{Entry, Spot};
use crate::say::Tongue;
use crate::visible;

/// All findings as commands.
#[must_use]
pub fn commands(run: &Run) -> String {
    run.entries().iter().map(|entry| command(entry, run.tongue)).collect()
}

fn command(entry: &Entry, tongue: Tongue) -> String {
    let name = match entry.finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "notice",
    };
    let Spot { path, start, end } = &entry.spot;
    let last = end.column.saturating_sub(1).max(start.column);
    format!(
        "::{name} file={},line={},endLine={},col={},endColumn={last},title={}::{}\n",
        property(path),
        start.line,
        end.line,
        start.column,
        property(entry.finding.code),
        message(&entry.told(tongue)),
    )
}

/// Escapes the message of a command.
pub(crate) fn message(text: &str) -> String {
    visible::hashes(&visible::lines(text)).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
pub(crate) fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_property_or_a_line_is_escaped() {
        assert_eq!(property("50 %: a, b\n"), "50 %25%3A a%2C b%0A");
        assert_eq!(message("50 %: a, b\n"), "50 %25: a, b%0A");
        assert_eq!(property("##[error]a"), "#\\u{23}[error]a");
    }
}
