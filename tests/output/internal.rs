//! What is never published: the public side is the same, byte for byte, whatever internal fields contain.
//!
//! The fields come from the schema, which is derived from the model, so a new internal field is tested at once.

use std::collections::BTreeSet;
use std::fs;

use ropa::internals::document::audience::Source;
use serde_json::{Map, Value};

use crate::support::fuzz::base::Files;
use crate::support::fuzz::stages::{self, LAWLESS};
use crate::support::{Tree, Workspace, assert_same, fixture, tree};

/// The schema of register files.
fn schema() -> Value {
    serde_json::to_value(ropa::internals::draft::schema::all()).unwrap()
}

/// The definition of a file.
fn definition(path: &str) -> &'static str {
    match path.split('/').next().unwrap() {
        "activities" => "Activity",
        "notices" => "Notice",
        "shared" => "Shared",
        _ => "Municipality",
    }
}

/// Visits every record of a value with its properties, outside internal fields.
struct Walk<'s> {
    definitions: &'s Map<String, Value>,
    change: Change<'s>,
}

/// Changes a record, given the name of its definition and its properties.
type Change<'s> = &'s mut dyn FnMut(&str, &mut Map<String, Value>, &Map<String, Value>);

impl Walk<'_> {
    fn value(&mut self, value: &mut Value, name: &str, schema: &Value) {
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
fn forms(schema: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf", "allOf"].into_iter().flat_map(|key| schema[key].as_array().into_iter().flatten())
}

fn is_internal(schema: &Value) -> bool {
    schema["x-internal"] == true
}

/// The example value of a field: the last line of its description, such as `` `notes: Fråga Skatteverket.` ``.
fn example(key: &str, schema: &Value) -> Value {
    let description = schema["description"].as_str().unwrap_or_else(|| panic!("{key} has no description"));
    let line = description.lines().last().unwrap().trim_matches('`');
    let Value::Object(mut entry) = serde_yaml::from_str(line).unwrap() else { panic!("{key}: {line}") };
    entry.remove(key).unwrap_or_else(|| panic!("{key}: {line}"))
}

/// The complete register with every record changed.
fn changed(change: Change) -> Files {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let mut files = tree(&fixture("laws/complete/registers/one-language"));
    files.extend(tree(&fixture("output/internal")));
    files.retain(|path, _| path != "accept.yaml");
    let file = |(path, bytes): (String, Vec<u8>)| {
        let mut value: Value = serde_yaml::from_slice(&bytes).unwrap();
        Walk { definitions, change: &mut *change }.value(
            &mut value,
            definition(&path),
            &definitions[definition(&path)],
        );
        (path, value.to_string())
    };
    files.into_iter().map(file).collect()
}

/// Both sides of a register.
fn compiled(files: &Files) -> [Tree; 2] {
    let read = stages::read_texts(files);
    let checked = stages::checked(&read, &LAWLESS).unwrap_or_else(|findings| {
        let told: Vec<_> = findings.iter().map(|finding| (finding.code, finding.message.en.clone())).collect();
        panic!("{told:#?}")
    });
    let internal = stages::compiled(Source::Internal(&checked));
    [stages::compiled(Source::Public(&checked.public())), internal]
}

#[test]
fn what_internal_fields_hold_changes_nothing_in_public() {
    let mut filled_in = BTreeSet::new();
    let mut filled = changed(&mut |name, fields, properties| {
        for (key, schema) in properties.iter().filter(|(_, schema)| is_internal(schema)) {
            let is_first = filled_in.insert((name.to_owned(), key.clone()));
            // The examples of shared files have the same ids, which must be unique.
            if is_first || name != "Shared" {
                fields.entry(key.clone()).or_insert_with(|| example(key, schema));
            }
        }
    });
    let accept = fs::read_to_string(fixture("output/internal/accept.yaml")).unwrap();
    filled.insert("accept.yaml".to_owned(), accept);
    let emptied = changed(&mut |_, fields, properties| {
        fields.retain(|key, _| !properties.get(key).is_some_and(is_internal));
    });
    let [[public, internal], [public_without, internal_without]] = [compiled(&filled), compiled(&emptied)];
    assert_same(&public, &public_without);
    assert_ne!(internal, internal_without);
    for (name, key) in internal_fields() {
        let is_inside_another = !public_definitions().contains(&name);
        assert!(
            is_inside_another || filled_in.contains(&(name.clone(), key.clone())),
            "no {name} has room for `{key}`"
        );
    }
}

/// The internal fields of the model, each with its definition.
fn internal_fields() -> Vec<(String, String)> {
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let fields = |(name, definition): (&String, &Value)| {
        let all = forms(definition).chain([definition]).filter_map(|form| form["properties"].as_object());
        let internal = all.flatten().filter(|(_, schema)| is_internal(schema));
        internal.map(|(key, _)| (name.clone(), key.clone())).collect::<Vec<_>>()
    };
    definitions.iter().flat_map(fields).collect()
}

/// The definitions reachable by a path that is not internal.
fn public_definitions() -> BTreeSet<String> {
    fn go(schema: &Value, definitions: &Map<String, Value>, found: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) if !is_internal(schema) => {
                if let Some(name) = schema["$ref"].as_str().and_then(|name| name.rsplit('/').next())
                    && found.insert(name.to_owned())
                {
                    go(&definitions[name], definitions, found);
                }
                fields.values().for_each(|inside| go(inside, definitions, found));
            }
            Value::Array(items) => items.iter().for_each(|item| go(item, definitions, found)),
            _ => {}
        }
    }
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let mut found = BTreeSet::new();
    for name in ["Activity", "Notice", "Shared", "Municipality"] {
        found.insert(name.to_owned());
        go(&definitions[name], definitions, &mut found);
    }
    found
}

/// The words of the fixture: every one begins with `zq`, and no other word does.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| word.starts_with("zq")).map(str::to_owned).collect()
}

#[test]
fn internal_words_are_in_the_internal_register_and_nowhere_else() {
    let workspace = Workspace::complete();
    workspace.lay("registers/one-language", &fixture("output/internal"));
    let texts = workspace.tree("registers").into_values().map(|bytes| String::from_utf8(bytes).unwrap());
    let all: BTreeSet<String> = texts.flat_map(|text| words(&text)).collect();
    assert!(all.len() >= 50, "only {} words", all.len());
    let mut told = BTreeSet::new();
    for (path, bytes) in &workspace.built() {
        let words = words(&String::from_utf8_lossy(bytes));
        assert!(path.starts_with("internal/") || words.is_empty(), "{path} publishes {words:?}");
        told.extend(words);
    }
    let lost: Vec<&String> = all.difference(&told).collect();
    assert!(lost.is_empty(), "the internal register does not tell {lost:?}");
}
