//! A random edit of a generated register gives exactly its changes.

use proptest::prelude::*;
use ropa::internals::diff::grade::Grade;
use ropa::internals::diff::{Change, compare};
use ropa::internals::register::phase::Written;
use serde_yaml::{Mapping, Value};

use super::version;
use crate::corpus::generator;
use crate::support::{Tree, Workspace};

/// Keys whose edit also affects other records.
const NAMING: [&str; 3] = ["id", "part-of", "replaces"];

/// The reverse comparison gives the same changes, mirrored.
#[track_caller]
pub(super) fn assert_mirrored(one: &Written, other: &Written) {
    let shown = |changes: &[Change]| {
        let mut shown: Vec<String> = changes.iter().map(|change| format!("{change:?}")).collect();
        shown.sort_unstable();
        shown
    };
    let there = compare::registers(one, other);
    let back: Vec<Change> = compare::registers(other, one).iter().map(Change::inverse).collect();
    let (there, back) = (shown(&there), shown(&back));
    let differing = there.iter().zip(&back).find(|(one, other)| one != other);
    assert!(there == back, "{} there, {} back: {differing:#?}", there.len(), back.len());
}

/// Edits a value; `seed` selects the edit and its place.
fn edit(value: &mut Value, seed: u64) -> bool {
    match value {
        Value::String(text) if !["yes", "no", "none"].contains(&text.as_str()) => {
            text.push_str(" med ett tillägg");
            true
        }
        Value::Sequence(items) if seed.is_multiple_of(3) && items.len() > 1 => {
            let at = usize::try_from(seed / 3).unwrap_or_default() % items.len();
            items.remove(at);
            true
        }
        Value::Sequence(items) if !items.is_empty() => {
            let at = usize::try_from(seed / 7).unwrap_or_default() % items.len();
            edit(&mut items[at], seed / 2)
        }
        Value::Mapping(entries) if !entries.is_empty() => {
            let at = usize::try_from(seed / 5).unwrap_or_default() % entries.len();
            entries.iter_mut().nth(at).is_some_and(|(_, value)| edit(value, seed / 2))
        }
        _ => false,
    }
}

fn corpus(seed: u64) -> Tree {
    let workspace = Workspace::empty();
    generator::write(&workspace.path(""), 1, 9, seed, false).unwrap();
    workspace.tree("registers")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_is_named_where_it_was_made_and_nowhere_else(corpus_seed in 0u64..6, file in 0usize..100, key in 0usize..100, seed: u64) {
        let before = corpus(corpus_seed);
        let activities: Vec<&String> = before.keys().filter(|path| path.contains("/activities/")).collect();
        let path = activities[file % activities.len()].clone();
        let municipality = path.split('/').next().unwrap().to_owned();
        let mut record: Mapping = serde_yaml::from_slice(&before[&path]).unwrap();
        let id = record["id"].as_str().unwrap().to_owned();
        let keys: Vec<Value> = record.keys().filter(|key| !NAMING.contains(&key.as_str().unwrap())).cloned().collect();
        let key = keys[key % keys.len()].clone();
        if seed.is_multiple_of(4) {
            record.remove(&key);
        } else if !edit(record.get_mut(&key).unwrap(), seed) {
            return Ok(());
        }
        let mut after = before.clone();
        after.insert(path, serde_yaml::to_string(&record).unwrap().into_bytes());
        let (one, other) = (version(&before, &municipality), version(&after, &municipality));
        let changes = compare::registers(one.written(), other.written());
        let field = key.as_str().unwrap().replace('-', "_");
        prop_assert!(!changes.is_empty(), "{id}: {field} was edited, but nothing is named");
        // What a part takes over is compared in the fields that it then has.
        let decides = ["adds_to", "same_as_parent"].contains(&field.as_str());
        for change in &changes {
            prop_assert_eq!(change.subject.id(), id.as_str());
            prop_assert!(decides || change.fields().first().copied() == Some(field.as_str()), "{field}: {change:?}");
        }
        assert_mirrored(one.written(), other.written());
    }
}

#[test]
fn a_renamed_activity_is_recognised_and_what_goes_with_it_is_no_change() {
    let before = crate::support::tree(&crate::support::fixture("laws/complete/registers"));
    let renamed = |replaces: &str| {
        let mut after = before.clone();
        let file = "one-language/activities/skolskjuts.yaml";
        let text = String::from_utf8(before[file].clone()).unwrap();
        let text = text.replace("id: skolskjuts\n", &format!("id: resor-till-skolan\n{replaces}"));
        after.insert(file.into(), text.into_bytes());
        let file = "one-language/notices/skola.yaml";
        let text = String::from_utf8(before[file].clone()).unwrap();
        after.insert(file.into(), text.replace("[skolskjuts,", "[resor-till-skolan,").into_bytes());
        after
    };
    for (replaces, recognised, count) in [("", "ByContent", 1), ("replaces: [skolskjuts]\n", "ByReplaces", 2)] {
        let after = renamed(replaces);
        let (one, other) = (version(&before, "one-language"), version(&after, "one-language"));
        let changes = compare::registers(one.written(), other.written());
        assert_eq!(changes.len(), count, "{changes:#?}");
        assert_eq!(changes[0].subject.before.as_deref(), Some("skolskjuts"));
        assert_eq!(changes[0].subject.after.as_deref(), Some("resor-till-skolan"));
        assert_eq!(format!("{:?}", changes[0].subject.recognised), recognised);
        assert_mirrored(one.written(), other.written());
    }
}

#[test]
fn what_goes_from_one_activity_to_another_in_a_split_is_no_change() {
    let before = crate::support::tree(&crate::support::fixture("laws/complete/registers"));
    let file = "one-language/activities/skolskjuts.yaml";
    let text = String::from_utf8(before[file].clone()).unwrap();
    let mut after = before.clone();
    let (first, second) = (
        "  - {what: pröva rätten till skolskjuts, because: Vägen kan vara för lång.}\n",
        "  - {what: planera resorna, examples: [turlistor]}\n",
    );
    after.insert(file.into(), text.replace(second, "").into_bytes());
    let other = text.replace(first, "").replace("id: skolskjuts\n", "id: resor\nreplaces: [skolskjuts]\n");
    after.insert("one-language/activities/resor.yaml".into(), other.into_bytes());
    let compared = super::compared(&before, &after, "one-language");
    let codes: Vec<&str> = compared.changes.iter().map(|graded| graded.code).collect();
    assert!(!codes.contains(&"purpose-removed") && !codes.contains(&"purpose-added"), "{codes:?}");
    assert!(compared.changes.iter().all(|graded| graded.grade <= Grade::Minor), "{codes:?}");
    let (one, other) = (version(&before, "one-language"), version(&after, "one-language"));
    assert_mirrored(one.written(), other.written());
    let merged = super::compared(&after, &before, "one-language");
    let codes: Vec<&str> = merged.changes.iter().map(|graded| graded.code).collect();
    assert!(merged.changes.iter().all(|graded| graded.grade <= Grade::Minor), "{codes:?}");
}

#[test]
fn what_goes_with_an_activity_that_goes_is_no_change_of_its_own() {
    let before = crate::support::tree(&crate::support::fixture("laws/complete/registers"));
    let mut after = before.clone();
    after.remove("one-language/activities/skolskjuts.yaml");
    let file = "one-language/notices/skola.yaml";
    let text = String::from_utf8(before[file].clone()).unwrap();
    after.insert(file.into(), text.replace("[skolskjuts, elevhalsa]", "[elevhalsa]").into_bytes());
    let grades = |one: &Tree, other: &Tree| {
        let compared = super::compared(one, other, "one-language");
        compared.changes.iter().map(|graded| (graded.code, graded.grade)).collect::<Vec<_>>()
    };
    assert_eq!(grades(&before, &after), [("activity-removed", Grade::Material), ("notice-follows", Grade::Minor)]);
    assert_eq!(grades(&after, &before), [("activity-added-risk", Grade::Material), ("notice-follows", Grade::Minor)]);
}
