//! A gap is read by the public, whatever value it stands for: one after the other is put in the place of every value
//! that can be a gap.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::catch_unwind;

use serde_json::{Map, Value, json};

use super::walk::{Walk, definition, forms, is_internal, public_definitions, public_pages, schema};
use crate::support::fuzz::base::Files;
use crate::support::{Workspace, fixture};

/// The sentence of the gap.
const SAY: &str = "ZqSagt";

/// The files of the complete register in the newest format, as values.
fn register() -> BTreeMap<String, Value> {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.lay("registers/one-language", &fixture("output/gaps"));
    let mut files = workspace.tree("registers/one-language");
    files.retain(|path, _| path != "accept.yaml");
    let municipality = files.get_mut("municipality.yaml").unwrap();
    let text = String::from_utf8(municipality.clone()).unwrap();
    let text = text.replace("    name: Ombudet AB\n", "    name: Ombudet AB\n    limits: [svarar inte i telefon]\n");
    let text =
        text.replace("    name: Exempelby Hamn AB\n", "    name: Exempelby Hamn AB\n    members: [Grannkommunen]\n");
    *municipality = format!("{text}complaint: [växeln]\nofficer: dso\n").into_bytes();
    files.into_iter().map(|(path, bytes)| (path, serde_yaml::from_slice(&bytes).unwrap())).collect()
}

/// Whether a key can be a gap.
fn takes_gap(property: &Value) -> bool {
    let is_gap = |form: &Value| form["$ref"] == "#/$defs/Gap";
    is_gap(property) || property["anyOf"].as_array().into_iter().flatten().any(is_gap)
}

/// Calls `change` for each value that can be a gap, with its record and key, its number, and the value.
fn each(
    files: &mut BTreeMap<String, Value>,
    definitions: &Map<String, Value>,
    mut change: impl FnMut(String, usize, &mut Value),
) {
    let mut number = 0;
    let mut of_record = |name: &str, fields: &mut Map<String, Value>, properties: &Map<String, Value>| {
        for (key, _) in properties.iter().filter(|(_, property)| takes_gap(property) && !is_internal(property)) {
            if let Some(value) = fields.get_mut(key) {
                change(format!("{name}.{key}"), number, value);
                number += 1;
            }
        }
    };
    for (path, value) in files {
        Walk { definitions, change: &mut of_record }.value(value, definition(path), &definitions[definition(path)]);
    }
}

/// The register with a gap in the place of the value with this number.
fn with_gap(files: &BTreeMap<String, Value>, definitions: &Map<String, Value>, number: usize) -> Files {
    let mut files = files.clone();
    each(&mut files, definitions, |_, own, value| {
        if own == number {
            *value = json!({ "unknown": "skäl", "say": SAY });
        }
    });
    files.into_iter().map(|(path, value)| (path, value.to_string())).collect()
}

#[test]
fn every_gap_is_read_by_the_public() {
    let mut files = register();
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let (mut told, mut silent, mut refused) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut keys = Vec::new();
    each(&mut files, definitions, |key, _, _| keys.push(key));
    for (number, key) in keys.into_iter().enumerate() {
        if told.contains(&key) {
            continue;
        }
        let changed = with_gap(&files, definitions, number);
        match catch_unwind(|| public_pages(&changed)) {
            Ok(public) => {
                let pages = public.iter().filter(|(path, _)| path.ends_with(".md"));
                let is_told = pages.map(|(_, bytes)| String::from_utf8_lossy(bytes)).any(|page| page.contains(SAY));
                _ = if is_told { told.insert(key) } else { silent.insert(key) };
            }
            Err(_) => _ = refused.insert(key),
        }
    }
    silent.retain(|key| !told.contains(key));
    refused.retain(|key| !told.contains(key) && !silent.contains(key));
    assert!(silent.is_empty() && refused.is_empty(), "not told: {silent:#?}\nrefused: {refused:#?}");
    let all = public_keys();
    let untried: BTreeSet<&String> = all.difference(&told).collect();
    assert_eq!(untried, BTreeSet::new(), "keys that the registers of this test do not use");
}

/// Every key of a public record that can be a gap.
fn public_keys() -> BTreeSet<String> {
    let definitions = schema()["$defs"].clone();
    let public = public_definitions(2);
    let of = |(name, definition): (&String, &Value)| {
        let keys = forms(definition).chain([definition]).filter_map(|form| form["properties"].as_object()).flatten();
        let gaps = keys.filter(|(_, property)| takes_gap(property) && !is_internal(property));
        gaps.map(|(key, _)| format!("{name}.{key}")).collect::<Vec<_>>()
    };
    definitions.as_object().unwrap().iter().filter(|(name, _)| public.contains(*name)).flat_map(of).collect()
}
