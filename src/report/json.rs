//! Prints findings as JSON; `ropa schema findings` prints its schema.

use jiff::civil;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Serialize;

use crate::check::rules;
use crate::error::Error;
use crate::finding::Level;
use crate::report::entry::{Edit, Entry, Spot};
use crate::report::{Run, unwritten};
use crate::say::{Message, Tongue};
use crate::visible;

/// The format of the output; in format 1, `format` was called `version`.
const FORMAT: u32 = 2;

/// The output of `ropa check --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Findings {
    /// The format of this output. A reader of format 2 can read all output of format 2.
    pub format: u32,
    /// The program and its version.
    pub program: String,
    /// The date as of which the law is applied (ISO 8601).
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// The language of the messages (ISO 639-1).
    pub language: &'static str,
    /// The names of the folders of the checked municipalities.
    pub municipalities: Vec<String>,
    /// The shown findings, by municipality and place.
    pub findings: Vec<Found>,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Found {
    /// The name of the folder of the municipality.
    pub municipality: String,
    /// The stable code of the rule or fault; `ropa explain` explains a rule.
    pub code: &'static str,
    /// The numbers of the rule in the catalogue; empty for a fault of the file format.
    pub numbers: Vec<&'static str>,
    /// The severity.
    pub level: Level,
    /// The marked text.
    pub place: Region,
    /// The marked text on one line; the `quote` of an entry in `accept.yaml`.
    pub quote: String,
    /// What is wrong.
    pub message: String,
    /// A short remark on the marked text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Why it is wrong: the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Related places.
    pub related: Vec<Related>,
    /// The edits that fix the finding; empty if it has no fix. Apply all or none.
    pub fix: Vec<Replacement>,
    /// An identifier of the finding that stays the same across runs and when lines before it are added or removed.
    #[schemars(regex(pattern = "^[0-9a-f]{32}$"))]
    pub fingerprint: String,
}

/// A range of a file. Lines and columns start at 1; columns count characters (Unicode code points).
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Region {
    /// The path relative to the working directory of the program, with `/` as separator.
    pub path: String,
    /// The line of the first character.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// The column of the first character.
    #[schemars(range(min = 1))]
    pub column: usize,
    /// The line of the last character.
    #[schemars(range(min = 1))]
    pub end_line: usize,
    /// The column after the last character.
    #[schemars(range(min = 1))]
    pub end_column: usize,
}

/// A place that is related to a finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Related {
    /// The place.
    pub place: Region,
    /// How it is related to the finding.
    pub message: String,
}

/// An edit: the text at a place is replaced.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Replacement {
    /// The place of the replaced text.
    pub place: Region,
    /// The new text.
    pub text: String,
}

/// The findings of a run.
///
/// # Errors
/// When serialization fails, which no finding can cause.
pub fn report(run: &Run) -> Result<String, Error> {
    serde_json::to_string_pretty(&findings(run)).map(|text| visible::json(&text)).map_err(unwritten)
}

/// The schema of the output of [`report`].
#[must_use]
pub(crate) fn schema() -> Schema {
    schema_for!(Findings)
}

fn findings(run: &Run) -> Findings {
    Findings {
        format: FORMAT,
        program: concat!("ropa ", env!("CARGO_PKG_VERSION")).to_owned(),
        date: civil::Date::to_string(&run.date),
        language: run.tongue.code(),
        municipalities: run.parts.iter().map(|part| part.municipality.to_owned()).collect(),
        findings: run.entries().into_iter().map(|entry| found(entry, run.tongue)).collect(),
    }
}

fn found(entry: Entry, tongue: Tongue) -> Found {
    let Entry { finding, municipality, spot, quote, related, edits, fingerprint } = entry;
    let said = |message: &Message| (!message.is_empty()).then(|| message.get(tongue).to_owned());
    let related = related.into_iter().map(|(spot, words)| Related { place: region(spot), message: words.to_owned() });
    Found {
        municipality: municipality.to_owned(),
        code: finding.code,
        numbers: rules::find(finding.code).map(|rule| rule.aliases.to_vec()).unwrap_or_default(),
        level: finding.level,
        place: region(spot),
        quote,
        message: finding.message.get(tongue).to_owned(),
        label: said(&finding.label),
        note: finding.note.as_ref().and_then(said),
        help: finding.help.as_ref().and_then(said),
        related: related.collect(),
        fix: edits.into_iter().map(|Edit { spot, text }| Replacement { place: region(spot), text }).collect(),
        fingerprint,
    }
}

fn region(spot: Spot) -> Region {
    let Spot { path, start, end } = spot;
    Region { path, line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}
