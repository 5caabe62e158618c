//! What never leaves the house: a word of its own stands in every internal text of `internal/`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{Workspace, fixture};

/// The definitions whose every key is internal.
const INTERNAL: [&str; 9] = [
    "Acceptance",
    "AcceptedFinding",
    "Administration",
    "Agreement",
    "Assessment",
    "Camera",
    "InformationGiven",
    "Measure",
    "Note",
];
/// The keys that are internal wherever they stand.
const KEYS: [&str; 6] = ["accept", "administration", "agreement", "documentation", "measures", "notes"];
/// Keys that hold a day, a number, a yes, a code or a record with words of its own.
const WITHOUT_WORDS: [&str; 18] = [
    "assessed",
    "assessment",
    "cameras",
    "changed",
    "class",
    "created",
    "date",
    "ends",
    "followed-up",
    "in",
    "information",
    "quote",
    "required",
    "review",
    "rule",
    "screened",
    "sound",
    "until",
];

/// The words of the fixture: every one begins with `zq`, which nothing else does.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| word.starts_with("zq")).map(str::to_owned).collect()
}

fn workspace() -> (Workspace, BTreeSet<String>) {
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &fixture("output/internal"));
    let all =
        workspace.tree("registers").into_values().flat_map(|bytes| words(&String::from_utf8(bytes).unwrap())).collect();
    (workspace, all)
}

/// The word for a key of a definition: `zqAdministrationKle`.
fn word(definition: &str, key: &str) -> String {
    let parts = key.split('-').map(|part| part[..1].to_uppercase() + &part[1..]);
    format!("zq{definition}{}", parts.collect::<String>())
}

fn properties(definition: &Value) -> Vec<String> {
    let forms = definition["anyOf"].as_array().into_iter().flatten().chain([definition]);
    forms.filter_map(|form| form["properties"].as_object()).flat_map(|keys| keys.keys().cloned()).collect()
}

#[test]
fn every_internal_key_has_a_word() {
    let (workspace, words) = workspace();
    let schema: Value = serde_json::from_str(&workspace.ropa(&["schema"]).is(0).out).unwrap();
    for (definition, content) in schema["$defs"].as_object().unwrap() {
        for key in properties(content) {
            let is_internal = INTERNAL.contains(&definition.as_str()) || KEYS.contains(&key.as_str());
            let has_own_words = !INTERNAL.contains(&definition.as_str())
                && ["accept", "administration", "agreement"].contains(&key.as_str());
            if is_internal && !has_own_words && !WITHOUT_WORDS.contains(&key.as_str()) {
                let word = word(definition, &key);
                assert!(words.contains(&word), "{word} is missing in output/internal/");
            }
        }
    }
}

#[test]
fn internal_words_stand_in_the_internal_register_and_nowhere_else() {
    let (workspace, all) = workspace();
    let built = workspace.built();
    let mut told = BTreeSet::new();
    for (path, bytes) in &built {
        let words = words(&String::from_utf8_lossy(bytes));
        assert!(path.starts_with("internal/") || words.is_empty(), "{path} publishes {words:?}");
        told.extend(words);
    }
    let lost: Vec<&String> = all.difference(&told).collect();
    assert!(lost.is_empty(), "the internal register does not tell {lost:?}");
}
