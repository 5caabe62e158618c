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

/// What `ropa check --format json` found.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Findings {
    /// The version of this shape; a reader of 1 understands every 1.
    pub version: u32,
    /// The program and its version.
    pub program: String,
    /// The day on which the law must hold (ISO 8601).
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// The language of the messages (ISO 639-1).
    pub language: &'static str,
    /// The folders of the municipalities that were checked.
    pub municipalities: Vec<String>,
    /// What is shown of what was found, by municipality and place.
    pub findings: Vec<Found>,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Found {
    /// The folder of the municipality.
    pub municipality: String,
    /// The stable name of the rule or fault; `ropa explain` explains a rule.
    pub code: &'static str,
    /// The numbers of the rule in the catalogue; empty for a fault of the file format.
    pub numbers: Vec<&'static str>,
    /// How much it weighs.
    pub level: Level,
    /// What is marked.
    pub place: Region,
    /// The marked text in one line; an acceptance in `accept.yaml` names the finding by it.
    pub quote: String,
    /// What is wrong.
    pub message: String,
    /// A few words about the marked text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Why it is wrong: the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Edits that are certain to be right, together.
    pub fix: Vec<Replacement>,
    /// The same for the same finding in the next run, also when lines before it came or went.
    #[schemars(regex(pattern = "^[0-9a-f]{32}$"))]
    pub fingerprint: String,
}

/// A stretch of a file: lines and columns from 1, columns in characters (Unicode code points).
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Region {
    /// The path below the folder in which the program ran, with `/` between its parts.
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

/// Another place that belongs to a finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Related {
    /// Where it is.
    pub place: Region,
    /// What it has to do with the finding.
    pub message: String,
}

/// What stands at a place is to be other words.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Replacement {
    /// What is replaced.
    pub place: Region,
    /// What stands there then.
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
        version: 1,
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
