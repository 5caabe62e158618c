//! Changes records of a register by the schema, which is derived from the model: a new key is found at once.

use std::collections::BTreeSet;

use ropa::internals::audience::Sheets;
use ropa::internals::check::Checked;
use ropa::internals::document::audience::Source;
use serde_json::{Map, Value};

use crate::support::Tree;
use crate::support::fuzz::base::Files;
use crate::support::fuzz::stages::{self, LAWLESS};

/// The schema of register files.
pub(super) fn schema() -> Value {
    serde_json::to_value(ropa::internals::draft::schema::all()).unwrap()
}

/// The definition of a file.
pub(super) fn definition(path: &str) -> &'static str {
    match path.split('/').next().unwrap() {
        "activities" => "Activity",
        "notices" => "Notice",
        "shared" => "Shared",
        _ => "Municipality",
    }
}

/// Visits every record of a value with its properties, outside internal fields.
pub(super) struct Walk<'s> {
    pub(super) definitions: &'s Map<String, Value>,
    pub(super) change: Change<'s>,
}

/// Changes a record, given the name of its definition and its properties.
pub(super) type Change<'s> = &'s mut dyn FnMut(&str, &mut Map<String, Value>, &Map<String, Value>);

impl Walk<'_> {
    pub(super) fn value(&mut self, value: &mut Value, name: &str, schema: &Value) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            return self.value(value, name, &self.definitions[name].clone());
        }
        for form in forms(schema) {
            self.value(value, name, form);
        }
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item, name, &schema["items"])),
            Value::Object(fields) => {
                let properties = schema["properties"].as_object();
                if let Some(properties) = properties.filter(|all| fields.keys().all(|key| all.contains_key(key))) {
                    (self.change)(name, fields, properties);
                }
                for (key, inside) in fields {
                    let own = properties.and_then(|properties| properties.get(key));
                    let own = own.or_else(|| schema.get("additionalProperties").filter(|schema| schema.is_object()));
                    if let Some(own) = own.filter(|own| !is_internal(own)) {
                        self.value(inside, name, own);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The alternative or combined schemas of a value.
pub(super) fn forms(schema: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf", "allOf"].into_iter().flat_map(|key| schema[key].as_array().into_iter().flatten())
}

pub(super) fn is_internal(schema: &Value) -> bool {
    schema["x-internal"] == true
}

/// The keys of a list, or the one key.
pub(super) fn names(keys: &Value) -> impl Iterator<Item = &str> {
    keys.as_array().into_iter().flatten().chain([keys]).filter_map(Value::as_str)
}

/// The example value of a field: the last line of its description, such as `` `notes: Fråga Skatteverket.` ``.
pub(super) fn example(key: &str, schema: &Value) -> Value {
    let description = schema["description"].as_str().unwrap_or_else(|| panic!("{key} has no description"));
    let line = description.lines().last().unwrap().trim_matches('`');
    let Value::Object(mut entry) = serde_yaml::from_str(line).unwrap() else { panic!("{key}: {line}") };
    entry.remove(key).unwrap_or_else(|| panic!("{key}: {line}"))
}

/// Both sides of a register.
pub(super) fn compiled(files: &Files) -> [Tree; 2] {
    let checked = checked(files);
    let internal = stages::compiled(Source::Internal(&checked));
    [stages::compiled(Source::Public(&checked.public())), internal]
}

/// The public side of a register.
pub(super) fn compiled_public(files: &Files) -> Tree {
    stages::compiled(Source::Public(&checked(files).public()))
}

/// The public side of a register without its sheets and fragments, for tests that read the Markdown.
pub(super) fn public_pages(files: &Files) -> Tree {
    stages::compiled_with(Source::Public(&checked(files).public()), Sheets::NONE, false)
}

/// The checked register, without rules.
fn checked(files: &Files) -> Checked {
    stages::checked(&stages::read_texts(files), &LAWLESS).unwrap_or_else(|findings| {
        let told: Vec<_> = findings.iter().map(|finding| (finding.code, finding.message.en.clone())).collect();
        panic!("{told:#?}")
    })
}

/// The definitions reachable in a version of the format by a path that is not internal.
pub(super) fn public_definitions(version: u64) -> BTreeSet<String> {
    fn go(schema: &Value, definitions: &Map<String, Value>, version: u64, found: &mut BTreeSet<String>) {
        let is_later = schema["x-since-format"].as_u64().is_some_and(|since| since > version);
        match schema {
            Value::Object(fields) if !is_internal(schema) && !is_later => {
                if let Some(name) = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next())
                    && found.insert(name.to_owned())
                {
                    go(&definitions[name], definitions, version, found);
                }
                fields.values().for_each(|inside| go(inside, definitions, version, found));
            }
            Value::Array(items) => items.iter().for_each(|item| go(item, definitions, version, found)),
            _ => {}
        }
    }
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let mut found = BTreeSet::new();
    for name in ["Activity", "Notice", "Shared", "Municipality"] {
        found.insert(name.to_owned());
        go(&definitions[name], definitions, version, &mut found);
    }
    found
}
