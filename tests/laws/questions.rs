//! The questions of the to-do list: one for every key that can be a gap, and for every rule.

use std::collections::BTreeSet;

use ropa::internals::check::rules;
use ropa::internals::todo::question;
use serde_json::Value;

use crate::support::Workspace;

/// Collects the keys below a schema that can be or contain a gap.
fn gaps(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(inside) => {
            for (key, value) in inside.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if key == "unknown" || value.to_string().contains("#/$defs/Gap") {
                    found.insert(key.clone());
                }
            }
            inside.values().for_each(|value| gaps(value, found));
        }
        Value::Array(inside) => inside.iter().for_each(|value| gaps(value, found)),
        _ => {}
    }
}

#[test]
fn every_key_that_can_be_a_gap_has_a_question() {
    let run = Workspace::empty().ropa(&["schema"]).is(0);
    let schema: Value = serde_json::from_str(&run.out).unwrap();
    let mut keys = BTreeSet::new();
    gaps(&schema, &mut keys);
    assert!(keys.len() > 90 && keys.contains("sources"), "{keys:?}");
    let without: Vec<&String> = keys.iter().filter(|key| question::of_gap(&[key.as_str()]).is_none()).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn every_rule_has_a_question_or_its_group_does() {
    for rule in rules::all() {
        assert!(!question::of_finding(rule.code).ask.is_empty(), "{}", rule.code);
        assert!(rules::group_of(rule.code).is_some(), "{}", rule.code);
    }
    assert_eq!(question::of_finding("key-unknown").ask, "editor", "what no rule finds is asked of who writes");
}
