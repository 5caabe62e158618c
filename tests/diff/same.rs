//! What does not count as a change, and the table of grades itself.

use std::collections::BTreeSet;

use ropa::internals::diff::{condition, grade};
use ropa::internals::fields;
use serde_yaml::Value;

use super::{compared, version};
use crate::support::{Tree, fixture, folders, root, tree};

/// Every folder of registers in the repository.
fn workspaces() -> Vec<std::path::PathBuf> {
    let examples = folders(&root().join("examples")).into_iter().map(|name| root().join("examples").join(name));
    let mut all: Vec<_> = examples.map(|folder| folder.join("registers")).filter(|folder| folder.is_dir()).collect();
    all.extend([root().join("registers"), fixture("laws/complete/registers")]);
    all
}

/// A value with its lists and mappings reversed.
fn reversed(value: Value) -> Value {
    match value {
        Value::Sequence(items) => Value::Sequence(items.into_iter().rev().map(reversed).collect()),
        Value::Mapping(entries) => {
            let mut entries: Vec<(Value, Value)> = entries.into_iter().collect();
            entries.reverse();
            Value::Mapping(entries.into_iter().map(|(key, value)| (key, reversed(value))).collect())
        }
        other => other,
    }
}

#[test]
fn a_register_does_not_differ_from_itself_in_another_order_layout_and_place() {
    for workspace in workspaces() {
        let before = tree(&workspace);
        let (mut after, mut elsewhere) = (Tree::new(), Tree::new());
        for (path, bytes) in &before {
            let is_record = path.ends_with(".yaml") && !path.ends_with("municipality.yaml");
            let read = is_record.then(|| serde_yaml::from_slice::<Value>(bytes).unwrap());
            let written = read.map(|value| serde_yaml::to_string(&reversed(value)).unwrap().into_bytes());
            let moved = if path.contains("/activities/") { path.replace(".yaml", "-moved.yaml") } else { path.clone() };
            elsewhere.insert(moved.clone(), bytes.clone());
            after.insert(moved, written.unwrap_or_else(|| bytes.clone()));
        }
        for municipality in folders(&workspace) {
            let compared = compared(&before, &after, &municipality);
            // The order of some lists is published.
            let others = compared.changes.iter().filter(|graded| graded.code != "reordered");
            let ways = others.map(|graded| format!("{:?}", graded.change)).collect::<Vec<_>>();
            assert!(ways.is_empty(), "{}/{municipality}: {}", workspace.display(), ways.join("\n"));
            let moved = super::compared(&before, &elsewhere, &municipality);
            assert!(moved.changes.is_empty() && moved.findings.is_empty());
        }
    }
}

#[test]
fn two_municipalities_differ_the_same_way_back() {
    let files = tree(&root().join("registers"));
    let names = folders(&root().join("registers"));
    for (one, other) in names.iter().zip(names.iter().skip(1)) {
        let (one, other) = (version(&files, one), version(&files, other));
        super::edits::assert_mirrored(one.written(), other.written());
    }
}

#[test]
fn the_table_of_grades_is_sound() {
    let known: BTreeSet<&str> = condition::ALL.iter().map(|(name, _)| *name).collect();
    let mut used = BTreeSet::new();
    let mut codes = BTreeSet::new();
    for row in grade::rows() {
        assert!(codes.insert(row.code.as_str()), "{} stands twice", row.code);
        for name in row.conditions() {
            let name = name.trim_start_matches('!');
            assert!(known.contains(name), "{}: there is no condition `{name}`", row.code);
            used.insert(name);
        }
    }
    assert!(codes.len() > 80, "the table could not be read");
    assert_eq!(known.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new(), "conditions that no row names");
}

#[test]
fn every_field_has_a_name_in_words() {
    let schema = serde_json::to_value(ropa::internals::draft::schema::all()).unwrap();
    let mut missing = BTreeSet::new();
    for definition in schema["$defs"].as_object().unwrap().values() {
        for field in find(definition) {
            if !fields::has_field(&field) {
                missing.insert(field);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// The names of properties anywhere in a schema.
fn find(schema: &serde_json::Value) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(properties) = schema.get("properties").and_then(|properties| properties.as_object()) {
        found.extend(properties.keys().cloned());
    }
    for inside in schema.as_object().into_iter().flat_map(|entries| entries.values()) {
        found.extend(find(inside));
    }
    for inside in schema.as_array().into_iter().flatten() {
        found.extend(find(inside));
    }
    found
}
