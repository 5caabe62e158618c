//! Renders resolved records as JSON, with the labels of their codes.

use crate::model::municipality::Municipality;
use crate::model::record::field;
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::model::ById;
use crate::model::activity::Activity;
use crate::register::Register;
use crate::render::SHAPE;

/// An activity on one line.
#[must_use]
pub(crate) fn activity(activity: &Activity) -> String {
    text(activity)
}

/// The parts of a municipality besides its activities, by key: its organisation and the shared records.
#[must_use]
pub(crate) fn parts(register: &Register) -> Vec<(&'static str, String)> {
    let mut municipality = value(&register.municipality);
    if let Some(fields) = municipality.as_object_mut() {
        for key in [field!(Municipality, controllers), field!(Municipality, units), field!(Municipality, officers)] {
            fields.shift_remove(key);
        }
    }
    let shared = &register.shared;
    let fields = [
        ("format", value(&SHAPE)),
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
    // An empty list would state that there are none, but a public register leaves internal fields out.
    let measures = (!shared.measures.0.is_empty()).then(|| ("measures", things(&shared.measures)));
    let accept = (!register.accept.is_empty()).then(|| ("accept", value(&register.accept)));
    let shown = fields.into_iter().chain(measures).chain(accept);
    shown.map(|(key, value)| (key, text(&value))).collect()
}

/// The register of a municipality: its parts and its activities, each on its own line.
#[must_use]
pub(crate) fn register(parts: &[(&str, String)], activities: &[String]) -> Vec<u8> {
    let parts: String = parts.iter().map(|(key, value)| format!("\"{key}\": {value},\n")).collect();
    format!("{{\n{parts}\"activities\": [\n{}\n]\n}}\n", activities.join(",\n")).into_bytes()
}

/// The same as JSON Lines: the municipality, then its activities. Each line has its type and municipality.
#[must_use]
pub(crate) fn lines(id: &str, parts: &[(&str, String)], activities: &[String]) -> Vec<u8> {
    let parts: String =
        parts.iter().filter(|(key, _)| *key != "id").map(|(key, value)| format!(",\"{key}\":{value}")).collect();
    let mut lines = format!("{{\"kind\":\"municipality\",\"id\":{}{parts}}}\n", text(id));
    for activity in activities {
        let fields = activity.strip_prefix('{').unwrap_or(activity);
        _ = writeln!(lines, "{{\"kind\":\"activity\",\"of\":{},{fields}", text(id));
    }
    lines.into_bytes()
}

fn text<T: Serialize + ?Sized>(record: &T) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

fn value<T: Serialize>(record: &T) -> Value {
    serde_json::to_value(record).unwrap_or(Value::Null)
}

/// Records by id as a list of objects that begin with their id, so that an id is never mistaken for a key.
fn things<T: Serialize>(things: &ById<T>) -> Value {
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
