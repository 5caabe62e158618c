//! Prints findings as SARIF 2.1.0 (OASIS), for GitHub code scanning and editors.

mod log;

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::check::example;
use crate::check::rule::Rule;
use crate::check::rules;
use crate::error::Error;
use crate::finding::Level;
use crate::report::entry::{Edit, Entry, Spot};
use crate::report::{Run, unwritten};
use crate::say;
use crate::say::Tongue;
use crate::visible;
use log::{
    Artifact, Change, Configuration, Descriptor, Driver, Fingerprints, Fix, Location, Log, OneResult, OneRun, Physical,
    Properties, Region, Replacement, Text, Tool,
};

/// Characters not encoded in a path of a relative reference (RFC 3986): unreserved characters and the slash.
pub(crate) const IN_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The URL of the schema in the standard.
pub(crate) const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The findings of a run as a log with one run.
///
/// # Errors
/// When serialization fails, which no finding can cause.
pub fn log(run: &Run) -> Result<String, Error> {
    let entries = run.entries();
    let rules = descriptors(&entries, run.tongue);
    let results = entries.iter().map(|entry| result(entry, &rules, run.tongue)).collect();
    let driver = Driver {
        name: env!("CARGO_PKG_NAME"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: env!("CARGO_PKG_REPOSITORY"),
        rules,
    };
    let run = OneRun { tool: Tool { driver }, language: run.tongue.code(), column_kind: "unicodeCodePoints", results };
    let log = serde_json::to_string_pretty(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] });
    log.map(|log| visible::json(&log)).map_err(unwritten)
}

/// The rules and format faults with findings, in order of code.
fn descriptors(entries: &[Entry], tongue: Tongue) -> Vec<Descriptor> {
    let found: BTreeMap<&str, &Entry> = entries.iter().map(|entry| (entry.finding.code, entry)).collect();
    let describe = |entry: &Entry| match rules::find(entry.finding.code) {
        Some(rule) => of_rule(rule, tongue),
        None => of_fault(entry, tongue),
    };
    found.into_values().map(describe).collect()
}

fn of_rule(rule: &'static Rule, tongue: Tongue) -> Descriptor {
    let law: Vec<String> = rule.law.iter().map(|provision| provision.cite(tongue)).collect();
    let why = rule.why.get(tongue);
    let right = say!(en: "Right", sv: "Rätt", da: "Rigtigt");
    let example = example::of(rule, tongue).map(|own| format!("\n\n{}:\n{}", right.get(tongue), own.good.trim()));
    let example = example.unwrap_or_default();
    Descriptor {
        id: rule.code,
        short_description: Text { text: rule.title.get(tongue).to_owned() },
        full_description: Text { text: why.to_owned() },
        help: Text { text: format!("{why} ({}){example}", law.join("; ")) },
        default_configuration: Configuration { level: level(rule.level) },
        properties: Some(Properties { tags: rule.aliases }),
    }
}

fn of_fault(entry: &Entry, tongue: Tongue) -> Descriptor {
    let title = say!(
        en: "The file does not follow the register format",
        sv: "Filen följer inte registrets format",
        da: "Filen følger ikke registrets format",
    );
    let help = say!(
        en: "`ropa format` prints the register format.",
        sv: "`ropa format` skriver ut registrets format.",
        da: "`ropa format` udskriver registrets format.",
    );
    Descriptor {
        id: entry.finding.code,
        short_description: Text { text: title.get(tongue).to_owned() },
        full_description: Text { text: title.get(tongue).to_owned() },
        help: Text { text: help.get(tongue).to_owned() },
        default_configuration: Configuration { level: level(entry.finding.level) },
        properties: None,
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

fn result<'e>(entry: &'e Entry, rules: &[Descriptor], tongue: Tongue) -> OneResult<'e> {
    let code = entry.finding.code;
    let related = entry.related.iter().zip(1..).map(|((spot, words), id)| Location {
        id: Some(id),
        physical_location: physical(spot),
        message: Some(Text { text: (*words).to_owned() }),
    });
    OneResult {
        rule_id: code,
        rule_index: rules.binary_search_by_key(&code, |rule| rule.id).unwrap_or_default(),
        level: level(entry.finding.level),
        message: Text { text: entry.told(tongue) },
        locations: [Location { id: None, physical_location: physical(&entry.spot), message: None }],
        related_locations: related.collect(),
        partial_fingerprints: Fingerprints { finding: &entry.fingerprint },
        fixes: fix(entry, tongue).into_iter().collect(),
    }
}

fn physical(spot: &Spot) -> Physical {
    Physical { artifact_location: artifact(spot), region: region(spot) }
}

fn artifact(spot: &Spot) -> Artifact {
    Artifact { uri: utf8_percent_encode(&spot.path, IN_PATH).to_string(), uri_base_id: "%SRCROOT%" }
}

fn region(spot: &Spot) -> Region {
    let Spot { path: _, start, end } = spot;
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn fix(entry: &Entry, tongue: Tongue) -> Option<Fix> {
    let first = entry.edits.first()?;
    let help = entry.finding.help.as_ref().unwrap_or(&entry.finding.message);
    let replacement = |Edit { spot, text }: &Edit| Replacement {
        deleted_region: region(spot),
        inserted_content: Text { text: text.clone() },
    };
    let replacements = entry.edits.iter().map(replacement).collect();
    Some(Fix {
        description: Text { text: help.get(tongue).to_owned() },
        artifact_changes: [Change { artifact_location: artifact(&first.spot), replacements }],
    })
}
