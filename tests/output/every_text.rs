//! Every text of a register is read by the public: a word in the place of each is on a notice or on the page of an
//! activity.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::walk::{Walk, compiled_public, definition, forms, is_internal, schema};
use crate::support::{Workspace, fixture};

/// The activity that the municipality carries out for others, whose controllers inform about it.
const FOR_OTHERS: &str = "activities/kund.yaml";

/// A name of a source that no activity of the register uses.
const UNUSED: &str = "SourceRegister.formerly";

/// The files of the complete register in the newest format, as values.
fn register() -> BTreeMap<String, Value> {
    let workspace = Workspace::complete();
    workspace.ropa(&["migrate"]).is(0);
    workspace.lay("registers/one-language", &fixture("output/gaps"));
    let mut files = workspace.tree("registers/one-language");
    files.retain(|path, _| path != "accept.yaml");
    files.into_iter().map(|(path, bytes)| (path, serde_yaml::from_slice(&bytes).unwrap())).collect()
}

/// Whether a key holds a text, or a list of texts.
fn is_text(property: &Value) -> bool {
    let own = property["$ref"].as_str().is_some_and(|name| name.ends_with("/Text") || name.ends_with("/Name"));
    own || forms(property).any(is_text) || property.get("items").is_some_and(is_text)
}

#[test]
fn every_text_is_on_a_page() {
    let mut files = register();
    let schema = schema();
    let definitions = schema["$defs"].as_object().unwrap();
    let mut written: BTreeMap<String, String> = BTreeMap::new();
    let here = std::cell::RefCell::new(String::new());
    let mut of_record = |name: &str, fields: &mut Map<String, Value>, properties: &Map<String, Value>| {
        for (key, _) in properties.iter().filter(|(_, property)| is_text(property) && !is_internal(property)) {
            let mut put = |value: &mut Value| {
                if value.as_str().is_some_and(|text| written.contains_key(text)) {
                    return;
                }
                let word = format!("zq{}ord", written.len());
                written.insert(word.clone(), format!("{name}.{key} in {}", here.borrow()));
                *value = Value::String(word);
            };
            match fields.get_mut(key) {
                Some(value @ Value::String(_)) => put(value),
                Some(Value::Array(items)) => items.iter_mut().filter(|item| item.is_string()).for_each(put),
                _ => {}
            }
        }
    };
    for (path, value) in &mut files {
        here.borrow_mut().clone_from(path);
        Walk { definitions, change: &mut of_record }.value(value, definition(path), &definitions[definition(path)]);
    }
    assert!(written.len() > 90, "{} texts", written.len());
    let files = files.into_iter().map(|(path, value)| (path, value.to_string())).collect();
    let public = compiled_public(&files);
    let pages = public
        .iter()
        .filter(|(path, _)| path.ends_with(".md") && (path.contains("/notices/") || path.contains("/activities/")));
    let pages: String = pages.map(|(_, page)| String::from_utf8_lossy(page).to_lowercase()).collect();
    let is_told = |word: &str| pages.contains(word);
    // A record that several may use need not be used by any: one of a kind is enough.
    let is_shared = |key: &str| key.contains(" in shared/") || key.contains(" in municipality.yaml");
    let kind = |key: &str| key.split(" in ").next().unwrap_or_default().to_owned();
    let told: BTreeSet<String> = written.iter().filter(|(word, _)| is_told(word)).map(|(_, key)| kind(key)).collect();
    let is_right = |word: &str, key: &str| {
        let is_elsewhere = is_shared(key) && told.contains(&kind(key));
        is_told(word) || is_elsewhere || kind(key) == UNUSED || key.ends_with(FOR_OTHERS)
    };
    let lost: Vec<(&String, &String)> = written.iter().filter(|(word, key)| !is_right(word, key)).collect();
    assert!(lost.is_empty(), "texts that are on no page: {lost:?}");
}
