//! JSON for machines: the records of the register as they are meant, with the labels of their codes.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::document::scene::Scene;
use crate::model::Things;
use crate::model::activity::Activity;

/// The keys that never leave the house.
pub const INTERNAL_KEYS: [&str; 7] =
    ["accept", "administration", "agreement", "approved", "documentation", "measures", "notes"];

/// The register of a municipality with some of its activities.
#[must_use]
pub fn register(scene: &Scene, activities: &[&Activity]) -> Value {
    let register = scene.register;
    let mut municipality = value(&register.municipality);
    if let Some(fields) = municipality.as_object_mut() {
        for key in ["controllers", "units", "officers"] {
            fields.shift_remove(key);
        }
    }
    let shared = &register.shared;
    let mut document = json!({
        "id": register.id,
        "municipality": municipality,
        "controllers": things(&register.municipality.controllers),
        "units": things(&register.municipality.units),
        "officers": things(&register.municipality.officers),
        "systems": things(&shared.systems),
        "processors": things(&shared.processors),
        "recipients": things(&shared.recipients),
        "sources": things(&shared.sources),
        "measures": things(&shared.measures),
        "activities": activities.iter().map(value).collect::<Vec<_>>(),
    });
    if !scene.internal {
        publish(&mut document);
    }
    document
}

fn value<T: Serialize>(record: &T) -> Value {
    serde_json::to_value(record).unwrap_or(Value::Null)
}

/// Records by id become a list whose entries begin with their id, so that an id is never mistaken for a key.
fn things<T: Serialize>(things: &Things<T>) -> Value {
    let entry = |(id, thing)| {
        let mut fields = Map::from_iter([("id".to_owned(), value(id))]);
        match value(thing) {
            Value::Object(own) => fields.extend(own),
            other => _ = fields.insert("value".into(), other),
        }
        Value::Object(fields)
    };
    Value::Array(things.iter().map(entry).collect())
}

/// Takes out what is internal.
fn publish(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| !INTERNAL_KEYS.contains(&key.as_str()));
            fields.values_mut().for_each(publish);
        }
        Value::Array(items) => items.iter_mut().for_each(publish),
        _ => {}
    }
}

/// A value with indentation and a line feed at its end.
#[must_use]
pub fn text(value: &Value) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(value).unwrap_or_default();
    text.push(b'\n');
    text
}
