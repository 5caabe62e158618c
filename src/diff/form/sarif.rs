//! A comparison as SARIF 2.1.0 (OASIS), for GitHub code scanning and editors.

use std::collections::BTreeMap;

use percent_encoding::utf8_percent_encode;
use serde_json::{Value as Json, json};

use crate::diff::codes;
use crate::diff::form::flat::{Item, items};
use crate::diff::form::kind;
use crate::diff::grade::Grade;
use crate::diff::report::Report;
use crate::diff::site::Site;
use crate::error::Error;
use crate::report::sarif::{IN_PATH, SCHEMA};
use crate::report::unwritten;
use crate::say::Tongue;
use crate::visible;

/// The changes as a log with one run. `root` is the path from the current directory to the workspace.
///
/// # Errors
/// When serialization fails, which no change can cause.
pub(crate) fn log(report: &Report, root: &str, tongue: Tongue) -> Result<String, Error> {
    let items = items(report, tongue);
    let used: BTreeMap<&str, &Item> = items.iter().map(|item| (item.code, item)).collect();
    let rules: Vec<&str> = used.keys().copied().collect();
    let results: Vec<Json> = items.iter().map(|item| result(item, &rules, root)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": used.values().map(|item| rule(item, tongue)).collect::<Vec<_>>(),
            }},
            "language": tongue.code(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).map(|log| visible::json(&log)).map_err(unwritten)
}

fn rule(item: &Item, tongue: Tongue) -> Json {
    let known = codes::all().find(|code| code.code == item.code);
    let reason = known.as_ref().map_or(item.title.as_str(), |code| code.reason.get(tongue));
    let law = known.as_ref().map(|code| code.law.get(tongue)).filter(|law| !law.is_empty());
    let help = law.map_or_else(|| reason.to_owned(), |law| format!("{reason} ({law})"));
    json!({
        "id": item.code,
        "shortDescription": {"text": kind(reason)},
        "fullDescription": {"text": reason},
        "help": {"text": help},
        "defaultConfiguration": {"level": level(item)},
    })
}

fn level(item: &Item) -> &'static str {
    match item.grade {
        Some(Grade::Breaking) => "error",
        None | Some(Grade::Material) => "warning",
        Some(Grade::Minor | Grade::Editorial) => "note",
    }
}

fn result(item: &Item, rules: &[&str], root: &str) -> Json {
    json!({
        "ruleId": item.code,
        "ruleIndex": rules.binary_search(&item.code).unwrap_or_default(),
        "level": level(item),
        "message": {"text": item.told()},
        "locations": item.site.iter().map(|site| location(site, root)).collect::<Vec<_>>(),
        "partialFingerprints": {"change/v1": item.fingerprint},
    })
}

/// The file and line. What is gone has no line in the version after.
fn location(site: &Site, root: &str) -> Json {
    let uri = utf8_percent_encode(&format!("{root}{}", site.file), IN_PATH).to_string();
    let artifact = json!({"uri": uri, "uriBaseId": "%SRCROOT%"});
    match site.is_before {
        true => json!({"physicalLocation": {"artifactLocation": artifact}}),
        false => json!({"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": site.line}}}),
    }
}
