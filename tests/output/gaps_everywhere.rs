//! A gap is read by the public, whatever value it stands for: one after the other is put in the place of every value
//! that can be a gap.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::catch_unwind;

use serde_json::{Map, Value, json};

use super::walk::{Walk, compiled_public, definition, forms, is_internal, public_definitions, schema};
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

/// The register with a gap in the place of the value with this number, and its record and key; `None` after the last.
fn with_gap(
    files: &BTreeMap<String, Value>,
    definitions: &Map<String, Value>,
    number: usize,
) -> Option<(String, Files)> {
    let mut next = 0;
    let mut found = None;
    let mut change = |name: &str, fields: &mut Map<String, Value>, properties: &Map<String, Value>| {
        for (key, _) in properties.iter().filter(|(_, property)| takes_gap(property) && !is_internal(property)) {
            let Some(value) = fields.get_mut(key) else { continue };
            if next == number && found.is_none() {
                *value = json!({ "unknown": "skäl", "say": SAY });
                found = Some(format!("{name}.{key}"));
            }
            next += 1;
        }
    };
    let mut changed = Files::new();
    for (path, value) in files {
        let mut value = value.clone();
        Walk { definitions, change: &mut change }.value(&mut value, definition(path), &definitions[definition(path)]);
        changed.insert(path.clone(), value.to_string());
    }
    Some((found?, changed))
}

#[test]
fn every_gap_is_read_by_the_public() {
    let files = register();
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let (mut told, mut silent, mut refused) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for number in 0.. {
        let Some((key, files)) = with_gap(&files, definitions, number) else { break };
        if told.contains(&key) {
            continue;
        }
        match catch_unwind(|| compiled_public(&files)) {
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
