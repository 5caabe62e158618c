//! What one version of the format has of a schema.

use std::collections::BTreeSet;

use schemars::Schema;
use serde_json::{Map, Value};

use crate::format::schema::{FIRST, GAP_SINCE, LAST, SINCE, is_gap};
use crate::model::version::Version;

/// The schema without keys and gaps of other versions, and without definitions that nothing refers to.
pub(super) fn only(mut schema: Schema, version: Version) -> Schema {
    let Some(object) = schema.as_object_mut() else { return schema };
    of_object(object, version);
    drop_unused(object);
    schema
}

fn of_value(value: &mut Value, version: Version) {
    match value {
        Value::Object(object) => of_object(object, version),
        Value::Array(values) => values.iter_mut().for_each(|value| of_value(value, version)),
        _ => {}
    }
}

fn of_object(object: &mut Map<String, Value>, version: Version) {
    if let Some(Value::Object(first)) = object.remove(FIRST)
        && version == Version::First
    {
        object.extend(first);
    }
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        properties.retain(|_, property| is_in(property, version));
        properties.values_mut().for_each(|property| without_marks(property, version));
    }
    object.values_mut().for_each(|value| of_value(value, version));
}

/// Whether a version has a key.
fn is_in(property: &Value, version: Version) -> bool {
    let number = |mark| property.get(mark).and_then(Value::as_u64);
    let version = u64::from(version.number());
    number(SINCE).is_none_or(|since| since <= version) && number(LAST).is_none_or(|last| version <= last)
}

/// Removes the marks of versions, and the gap where the version has none.
fn without_marks(property: &mut Value, version: Version) {
    let Some(object) = property.as_object_mut() else { return };
    [SINCE, LAST].into_iter().for_each(|mark| _ = object.remove(mark));
    let since = object.remove(GAP_SINCE).and_then(|since| since.as_u64());
    if since.is_some_and(|since| since > u64::from(version.number()))
        && let Some(Value::Array(forms)) = object.get_mut("anyOf")
    {
        forms.retain(|form| !is_gap(form));
    }
}

/// Removes the definitions that nothing refers to, directly or through others.
fn drop_unused(schema: &mut Map<String, Value>) {
    let Some(Value::Object(definitions)) = schema.remove("$defs") else { return };
    let mut used = BTreeSet::new();
    schema.values().for_each(|value| collect(value, &definitions, &mut used));
    let definitions = definitions.into_iter().filter(|(name, _)| used.contains(name)).collect();
    schema.insert("$defs".to_owned(), Value::Object(definitions));
}

fn collect(value: &Value, definitions: &Map<String, Value>, used: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            let name = object.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
            if let Some(name) = name
                && used.insert(name.to_owned())
                && let Some(definition) = definitions.get(name)
            {
                collect(definition, definitions, used);
            }
            object.values().for_each(|inside| collect(inside, definitions, used));
        }
        Value::Array(values) => values.iter().for_each(|inside| collect(inside, definitions, used)),
        _ => {}
    }
}
