//! JSON for machines: the records of the register as they are meant, with the labels of their codes.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::document::scene::Scene;
use crate::model::Things;
use crate::model::activity::Activity;

/// An activity on one line.
#[must_use]
pub fn activity(activity: &Activity) -> String {
    text(activity)
}

/// What stands before the activities of a municipality: its organisation and what its activities share.
#[must_use]
pub fn head(scene: &Scene) -> String {
    let register = scene.register;
    let mut municipality = value(&register.municipality);
    if let Some(fields) = municipality.as_object_mut() {
        for key in ["controllers", "units", "officers"] {
            fields.shift_remove(key);
        }
    }
    let shared = &register.shared;
    let fields = [
        ("id", value(&register.id)),
        ("municipality", municipality),
        ("controllers", things(&register.municipality.controllers)),
        ("units", things(&register.municipality.units)),
        ("officers", things(&register.municipality.officers)),
        ("systems", things(&shared.systems)),
        ("processors", things(&shared.processors)),
        ("recipients", things(&shared.recipients)),
        ("sources", things(&shared.sources)),
    ];
    // Without one, there is no statement that there are none: what is internal is not in a public register.
    let measures = (!shared.measures.0.is_empty()).then(|| ("measures", things(&shared.measures)));
    let accept = (!register.accept.is_empty()).then(|| ("accept", value(&register.accept)));
    let shown = fields.into_iter().chain(measures).chain(accept);
    shown.map(|(key, value)| format!("\"{key}\": {},\n", text(&value))).collect()
}

/// The register of a municipality with some of its activities, each on a line of its own.
#[must_use]
pub fn register<'a>(head: &str, activities: impl Iterator<Item = &'a str> + Clone) -> Vec<u8> {
    let size: usize = activities.clone().map(|activity| activity.len() + 2).sum();
    let mut text = String::with_capacity(head.len() + size + 32);
    text.extend(["{\n", head, "\"activities\": [\n"]);
    for (index, activity) in activities.enumerate() {
        text.extend([if index > 0 { ",\n" } else { "" }, activity]);
    }
    text.push_str("\n]\n}\n");
    text.into_bytes()
}

fn text<T: Serialize>(record: &T) -> String {
    serde_json::to_string(record).unwrap_or_default()
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
