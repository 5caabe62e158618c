//! Every path and key in a table is one of the register format, so that a renamed field is noticed.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::schema::schema;
use crate::support::root;

/// The schemas of the register files, with path lookup.
struct Format(Value);

impl Format {
    /// The keys of a record, of the records of a list or of those under ids, each with its schema.
    fn keys<'s>(&'s self, schema: &'s Value, found: &mut Vec<(&'s str, &'s Value)>) {
        if let Some(definition) = schema["$ref"].as_str().and_then(|to| self.0.pointer(to.trim_start_matches('#'))) {
            self.keys(definition, found);
        }
        for form in ["anyOf", "oneOf", "allOf"] {
            schema[form].as_array().into_iter().flatten().for_each(|form| self.keys(form, found));
        }
        for inside in ["items", "additionalProperties"] {
            if schema[inside].is_object() {
                self.keys(&schema[inside], found);
            }
        }
        let own = schema["properties"].as_object().into_iter().flatten();
        found.extend(own.map(|(key, schema)| (key.as_str(), schema)));
    }

    /// Whether a path exists: `*` is any key, `**` any number of keys.
    fn leads(&self, at: &Value, path: &[&str], seen: &mut BTreeSet<(usize, usize)>) -> bool {
        let Some((first, rest)) = path.split_first() else { return true };
        if !seen.insert((std::ptr::from_ref(at) as usize, path.len())) {
            return false;
        }
        let mut keys = Vec::new();
        self.keys(at, &mut keys);
        match *first {
            "**" => self.leads(at, rest, seen) || keys.iter().any(|(_, inside)| self.leads(inside, path, seen)),
            first => {
                let mut fits = keys.iter().filter(|(key, _)| first == "*" || first == *key);
                fits.any(|(_, inside)| self.leads(inside, rest, seen))
            }
        }
    }

    /// The schema of the records of a section of the comparison.
    fn room(&self, room: &str) -> Vec<&Value> {
        let of = |name: &str| &self.0["$defs"][name];
        let (file, is_thing) = match room {
            "activities" => ("Activity", false),
            "notices" => ("Notice", false),
            "municipality" => ("Municipality", false),
            "controllers" | "units" | "officers" => ("Municipality", true),
            "**" | "*" => return ["Activity", "Notice", "Municipality", "Shared"].map(of).to_vec(),
            _ => ("Shared", true),
        };
        let mut keys = Vec::new();
        self.keys(of(file), &mut keys);
        match is_thing {
            true => keys.into_iter().filter(|(key, _)| *key == room).map(|(_, schema)| schema).collect(),
            false => vec![of(file)],
        }
    }
}

fn table(path: &str) -> toml::Table {
    fs::read_to_string(root().join("templates").join(path)).unwrap().parse().unwrap()
}

#[test]
fn every_path_of_a_grade_leads_to_a_field() {
    let format = Format(schema());
    let mut paths = 0;
    for row in table("law/grades.toml")["row"].as_array().unwrap() {
        let path = &row["path"];
        for path in path.as_array().map_or(std::slice::from_ref(path), Vec::as_slice) {
            let parts: Vec<&str> = path.as_str().unwrap().split('.').collect();
            let rest = if parts[0] == "**" { &parts[..] } else { &parts[1..] };
            let rooms = format.room(parts[0]);
            let leads = rooms.iter().any(|room| format.leads(room, rest, &mut BTreeSet::new()));
            assert!(leads, "{path} of {} leads to no field", row["code"]);
            paths += 1;
        }
    }
    assert!(paths > 150, "{paths}");
}

#[test]
fn every_name_and_question_is_of_a_key() {
    let format = Format(schema());
    let mut known: BTreeSet<&str> = ["activities", "notices", "municipality", "unknown"].into();
    for definition in format.0["$defs"].as_object().unwrap().values() {
        let mut keys = Vec::new();
        format.keys(definition, &mut keys);
        known.extend(keys.into_iter().map(|(key, _)| key));
    }
    for key in table("fields.toml").keys() {
        assert!(known.contains(key.as_str()), "fields.toml: {key} is no key");
    }
    for path in table("todo/questions.toml")["gap"].as_table().unwrap().keys() {
        let stranger = path.split('.').find(|key| !known.contains(key));
        assert!(stranger.is_none(), "questions.toml: {path}");
    }
}
