//! The JSON Schemas and the program accept and refuse the same values: examples of every record, and thousands of changes of
//! them, are held against both.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use ropa::internals::draft::schema::{Version, in_format};
use ropa::internals::finding::Level;
use serde_json::{Map, Value, json};

use super::schema::readers;

/// How many values of each record are tried.
const TRIED: usize = 400;

/// Pseudo-random numbers, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Values that people put where another is expected.
fn odd() -> Vec<Value> {
    vec![
        json!(""),
        json!(" "),
        json!("x"),
        json!("none"),
        json!("None"),
        json!("ingen"),
        json!("?"),
        json!("ja"),
        json!("no"),
        json!("yes"),
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(27.24),
        json!(46_464_646),
        json!("2 years"),
        json!("P2Y"),
        json!("2026-01-15"),
        json!("2026-02-30"),
        json!("SE"),
        json!("XX"),
        json!("sv"),
        json!("https://example.se/"),
        json!("www.example.se"),
        json!("a@example.se"),
        json!("en.annan/del"),
        json!([]),
        json!({}),
        json!([null]),
        json!([""]),
        json!(["none"]),
        json!(["x", "y"]),
        json!({"unknown": "utreds"}),
        json!({"unknown": ""}),
        json!({"unknown": "utreds", "say": "Vi utreder."}),
        json!([{"unknown": "utreds"}]),
        json!(["x", {"unknown": "utreds"}]),
        json!({"sv": "x"}),
        json!({"sv": "x", "da": "y"}),
        json!({"xx": "x"}),
        json!({"sv": ""}),
        json!({"sv": 1}),
        json!({"sv": ["x"]}),
    ]
}

/// The records of the schema with the examples of their keys.
fn examples(definitions: &Map<String, Value>) -> BTreeMap<String, Vec<(String, Value)>> {
    let mut records = BTreeMap::new();
    for (name, definition) in definitions {
        let forms = definition["anyOf"].as_array().into_iter().flatten().chain([definition]);
        let keys = forms.filter_map(|form| form["properties"].as_object()).flatten();
        let example = |(key, property): (&String, &Value)| {
            let line = property["description"].as_str()?.lines().last()?.trim_matches('`').to_owned();
            let mut value: Map<String, Value> = serde_yaml::from_str(&line).ok()?;
            Some((key.clone(), value.remove(key)?))
        };
        let keys: Vec<(String, Value)> = keys.filter_map(example).collect();
        if !keys.is_empty() {
            records.insert(name.clone(), keys);
        }
    }
    records
}

/// A record with some of its keys, and one of its values changed.
fn record(keys: &[(String, Value)], chance: &mut Chance) -> (Value, String) {
    let mut fields: Map<String, Value> = keys.iter().filter(|_| chance.below(3) > 0).cloned().collect();
    let odd = odd();
    let mut told = "nothing".to_owned();
    if chance.below(8) > 0 {
        let (key, usual) = chance.pick(keys);
        let mut value = usual.clone();
        let place = inner(&mut value, chance);
        *place = chance.pick(&odd).clone();
        told = format!("{key} = {value}");
        fields.insert(key.clone(), value);
    } else if chance.below(2) == 0 {
        fields.insert("okänd".to_owned(), json!("x"));
        told = "an unknown key".to_owned();
    }
    (Value::Object(fields), told)
}

/// A value, or one inside it.
fn inner<'v>(value: &'v mut Value, chance: &mut Chance) -> &'v mut Value {
    let is_inside = chance.below(2) == 0;
    let length = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if !is_inside || length == 0 {
        return value;
    }
    let number = chance.below(length);
    let place = match value {
        Value::Array(items) => items.get_mut(number),
        Value::Object(fields) => fields.values_mut().nth(number),
        _ => None,
    };
    inner(place.unwrap(), chance)
}

fn validator(definitions: &Map<String, Value>, name: &str) -> Validator {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/$defs/{name}"),
        "$defs": definitions,
    });
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn the_schemas_and_the_program_accept_the_same_values() {
    assert_agree(Version::First);
    assert_agree(Version::Second);
}

fn assert_agree(version: Version) {
    let schema = serde_json::to_value(in_format(version)).unwrap();
    let definitions = schema["$defs"].as_object().unwrap();
    let readers = readers();
    let mut apart = BTreeSet::new();
    let (mut accepted, mut refused) = (0, 0);
    for (name, keys) in examples(definitions) {
        let Some(read) = readers.get(name.as_str()) else { continue };
        let validator = validator(definitions, &name);
        let mut chance = Chance(1);
        for _ in 0..TRIED {
            let (value, told) = record(&keys, &mut chance);
            let findings = read(&value.to_string());
            let errors: BTreeSet<&str> = findings
                .iter()
                .filter(|finding| {
                    finding.level == Level::Error && finding.only_in.is_none_or(|only| only == version.number())
                })
                .map(|finding| finding.code)
                .collect();
            let is_valid = validator.is_valid(&value);
            if is_valid == errors.is_empty() {
                if is_valid { accepted += 1 } else { refused += 1 }
            } else {
                let fault = validator.iter_errors(&value).next().map(|fault| fault.to_string()).unwrap_or_default();
                apart.insert(format!("{name}: {told}: program {errors:?}, schema: {fault}"));
            }
        }
    }
    let shown: Vec<&str> = apart.iter().map(String::as_str).take(100).collect();
    assert!(apart.is_empty(), "{} of {}:\n{}", apart.len(), accepted + refused, shown.join("\n"));
    assert!(accepted > 2_000 && refused > 2_000, "{accepted} accepted, {refused} refused");
}
