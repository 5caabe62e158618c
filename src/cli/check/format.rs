//! The output formats of `ropa check`.

use crate::Error;
use crate::report::{self, Run};
use clap::ValueEnum;

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Text for a terminal: the marked line, the reason, and what to write instead
    Human,
    /// JSON; `ropa schema findings` prints the schema
    Json,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
    /// A Code Quality report of GitLab
    Gitlab,
    /// JUnit XML, for the test reports of GitLab and Jenkins
    Junit,
    /// Markdown, for the summary of a pipeline
    Markdown,
}

/// The findings in a machine-readable format, or `None` for [`Format::Human`].
pub(super) fn data(format: Format, run: &Run) -> Result<Option<String>, Error> {
    let data = match format {
        Format::Human => return Ok(None),
        Format::Json => report::json::report(run)?,
        Format::Sarif => report::sarif::log(run)?,
        Format::Github => report::github::commands(run),
        Format::Gitlab => report::gitlab::report(run)?,
        Format::Junit => report::junit::report(run)?,
        Format::Markdown => report::markdown::summary(run),
    };
    let end = if data.is_empty() || data.ends_with('\n') { "" } else { "\n" };
    Ok(Some(data + end))
}
