//! The corpus of the benchmarks: the same for the same seed, free of findings, and with every key of the format.
//!
//! The test suite includes this file next to the generator, which it calls `generator`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use walkdir::WalkDir;

use super::generator;

/// Keys left out on purpose: a number might belong to a real person; what an activity accepts is enough to measure; few
/// municipalities have several controllers of an activity, joint boards, or activities that no notice tells.
const LEFT_OUT: [&str; 22] = [
    "AcceptedFinding.because",
    "AcceptedFinding.in",
    "AcceptedFinding.quote",
    "AcceptedFinding.rule",
    "AcceptedFinding.until",
    "Activity.controllers",
    "Activity.no-notice",
    "Activity.parts",
    "Controller.members",
    "Controller.number",
    "Controller.without-officer",
    "Municipality.accept",
    "Municipality.number",
    "Notice.accept",
    "Processor.number",
    "SeparateController.contact",
    "SeparateController.controller",
    "SeparateController.differs",
    "SeparateController.unit",
    "Untold.because",
    "Untold.law",
    "Untold.review",
];

/// Writes a corpus with these numbers of municipalities and activities to a temporary folder.
fn corpus_of(municipalities: usize, activities: usize, seed: u64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    generator::write(folder.path(), municipalities, activities, seed, false).unwrap();
    folder
}

/// Every file below a folder: its path and its text.
fn files(root: &Path) -> BTreeMap<String, String> {
    let entries = WalkDir::new(root).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let inside = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    entries.map(|entry| (inside(entry.path()), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// The output of the program, and whether it found no error.
fn ropa(arguments: &[&str]) -> (String, bool) {
    let output = Command::new(env!("CARGO_BIN_EXE_ropa")).env("LC_ALL", "C").args(arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.success())
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let one = files(corpus_of(3, 25, 7).path());
    assert_eq!(one, files(corpus_of(3, 25, 7).path()));
    assert_ne!(one, files(corpus_of(3, 25, 8).path()));
}

#[test]
fn a_municipality_is_the_same_however_many_there_are() {
    let few = files(corpus_of(2, 15, 7).path());
    let many = files(corpus_of(5, 15, 7).path());
    assert!(few.iter().all(|(path, text)| many.get(path) == Some(text)));
}

#[test]
fn every_municipality_has_a_name_of_its_own() {
    let folder = corpus_of(290, 1, 1);
    assert_eq!(fs::read_dir(folder.path().join("registers")).unwrap().count(), 290);
}

#[test]
fn nothing_is_found_in_a_corpus() {
    for (municipalities, activities, seed) in [(1, 1, 1), (2, 3, 2), (6, 40, 1), (4, 100, 3)] {
        let folder = corpus_of(municipalities, activities, seed);
        let workspace = folder.path().to_string_lossy();
        let (said, is_right) = ropa(&["--workspace", &workspace, "check", "--date", "2026-11-21"]);
        assert!(is_right && said.contains("0 errors, 0 warnings"), "{said}");
    }
}

#[test]
fn nothing_at_all_is_found_in_a_clean_municipality_of_200_activities() {
    for seed in [1, 2] {
        let folder = tempfile::tempdir().unwrap();
        generator::write(folder.path(), 2, 200, seed, true).unwrap();
        let workspace = folder.path().to_string_lossy();
        let (said, is_right) = ropa(&["--workspace", &workspace, "check", "--all", "--date", "2026-11-21"]);
        assert!(is_right && said.contains("0 errors, 0 warnings, 0 hints"), "{said}");
    }
}

#[test]
fn every_key_of_the_newest_format_is_in_use() {
    let (schema, _) = ropa(&["schema"]);
    let schema = Schema(serde_json::from_str(&schema).unwrap());
    let folder = corpus_of(6, 60, 1);
    let used: BTreeSet<String> = files(folder.path()).iter().flat_map(|(path, text)| schema.used(path, text)).collect();
    let unused: Vec<String> = schema.keys().into_iter().filter(|key| !used.contains(key)).collect();
    assert_eq!(unused, LEFT_OUT);
}

#[test]
fn an_activity_is_as_long_as_a_real_one() {
    let files = files(corpus_of(6, 40, 1).path());
    let activities = files.iter().filter(|(path, _)| path.contains("/activities/"));
    let odd: Vec<_> =
        activities.filter(|(_, text)| !(1_500..=3_200).contains(&text.len())).map(|(path, _)| path).collect();
    assert!(odd.is_empty(), "{odd:?}");
}

/// Both languages have phrases for the same keys, and the same number of topics and passages.
#[test]
fn the_languages_of_a_corpus_say_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/corpus");
    for file in ["activity", "flow", "office", "organisation", "passages", "topics"] {
        let shape = |lang: &str| shape(&folder.join(lang).join(format!("{file}.toml")));
        assert_eq!(shape("sv"), shape("da"), "{file}");
    }
}

/// The tables and keys of a file of phrases; the length of a list of tables.
fn shape(path: &Path) -> BTreeMap<String, Vec<String>> {
    let file: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let inside = |value: toml::Value| match value {
        toml::Value::Table(table) => table.keys().cloned().collect(),
        value => vec![value.as_array().map_or(0, Vec::len).to_string()],
    };
    file.into_iter().map(|(name, value)| (name, inside(value))).collect()
}

/// The JSON Schema of the register files, as printed by the program.
struct Schema(Value);

impl Schema {
    /// Every key of every record, as `Record.key`.
    fn keys(&self) -> BTreeSet<String> {
        let records = self.0["$defs"].as_object().unwrap();
        let keys = |(name, schema)| {
            properties(schema).into_iter().flat_map(move |keys| keys.keys().map(move |key| format!("{name}.{key}")))
        };
        records.iter().flat_map(keys).collect()
    }

    /// The keys that a file uses.
    fn used(&self, path: &str, text: &str) -> BTreeSet<String> {
        let mut used = BTreeSet::new();
        let record = match path.split('/').nth(2) {
            Some("municipality.yaml") => "Municipality",
            Some("activities") => "Activity",
            Some("notices") => "Notice",
            Some("shared") => "Shared",
            _ => return used,
        };
        self.walk(&serde_yaml::from_str(text).unwrap(), &self.0["$defs"][record], record, &mut used);
        used
    }

    /// Adds every key of `value` that is in `schema`, the definition of `name`.
    fn walk(&self, value: &Value, schema: &Value, name: &str, used: &mut BTreeSet<String>) {
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.trim_start_matches("#/$defs/").replace("%20", " ");
            return self.walk(value, &self.0["$defs"][&name], &name, used);
        }
        let is_gap = value.as_object().is_some_and(|value| value.len() <= 2 && value.contains_key("unknown"));
        let forms = ["anyOf", "allOf"].into_iter().filter_map(|form| schema[form].as_array());
        let choices: Vec<&Value> = forms.flatten().collect();
        let gap = choices.iter().find(|choice| is_gap && choice["$ref"] == "#/$defs/Gap");
        for choice in gap.map_or(choices.as_slice(), std::slice::from_ref) {
            self.walk(value, choice, name, used);
        }
        for item in value.as_array().into_iter().flatten() {
            self.walk(item, &schema["items"], name, used);
        }
        let (Some(entries), known) = (value.as_object(), &schema["properties"]) else { return };
        if known.is_object() && entries.keys().all(|key| known.get(key).is_some()) {
            used.extend(entries.keys().map(|key| format!("{name}.{key}")));
            entries.iter().for_each(|(key, value)| self.walk(value, &known[key], name, used));
        }
        if schema["additionalProperties"].is_object() {
            entries.values().for_each(|value| self.walk(value, &schema["additionalProperties"], name, used));
        }
    }
}

/// The properties of a record: its own, or those of the long form of a record that has a short one.
fn properties(schema: &Value) -> Option<&serde_json::Map<String, Value>> {
    let own = schema["properties"].as_object();
    own.or_else(|| schema["anyOf"].as_array()?.iter().find_map(|choice| choice["properties"].as_object()))
}
