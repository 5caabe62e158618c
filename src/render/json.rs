//! JSON for machines: the records of the register as they are meant, with the labels of their codes.

use memchr::memmem;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::document::scene::Scene;
use crate::model::Things;
use crate::model::activity::Activity;

/// The keys that never leave the house.
pub const INTERNAL_KEYS: [&str; 7] =
    ["accept", "administration", "agreement", "approved", "documentation", "measures", "notes"];

/// An activity on one line.
#[must_use]
pub fn activity(scene: &Scene, activity: &Activity) -> String {
    let whole = scene.kept.record(activity, || text(activity));
    if scene.internal { whole.to_string() } else { public(&whole) }
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
        ("measures", things(&shared.measures)),
    ];
    let accept = (!register.accept.is_empty()).then(|| ("accept", value(&register.accept)));
    let shown = fields.into_iter().chain(accept).filter(|(key, _)| scene.internal || !INTERNAL_KEYS.contains(key));
    shown.map(|(key, value)| format!("\"{key}\": {},\n", line(scene, &value))).collect()
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

fn line(scene: &Scene, value: &Value) -> String {
    let whole = text(value);
    if scene.internal { whole } else { public(&whole) }
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

/// Compact JSON without the members that are internal. A quotation mark inside a text is escaped, so that `":` ends
/// the key of a member and nothing else.
fn public(json: &str) -> String {
    let mut public = String::with_capacity(json.len());
    let (mut from, mut at) = (0, 0);
    while let Some(end) = memmem::find(&json.as_bytes()[at..], b"\":").map(|found| at + found) {
        at = end + 2;
        let open = json[..end].rfind('"').unwrap_or_default();
        let before = json[..open].bytes().last();
        if !INTERNAL_KEYS.contains(&&json[open + 1..end]) || !matches!(before, Some(b'{' | b',')) {
            continue;
        }
        at += length_of_value(&json[at..]);
        if before == Some(b',') && from < open {
            public.push_str(&json[from..open - 1]);
            from = at;
        } else {
            public.push_str(json.get(from..open).unwrap_or_default());
            from = at + usize::from(json[at..].starts_with(','));
        }
    }
    public.push_str(&json[from..]);
    public
}

/// How many bytes the value has with which a compact JSON text begins.
fn length_of_value(json: &str) -> usize {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (index, byte) in json.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b',' if depth == 0 => return index,
            b'}' | b']' if depth == 0 => return index,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    json.len()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::public;

    #[test]
    fn what_is_internal_is_left_out_wherever_it_stands() {
        let inside =
            json!({ "text": "a \"notes\": \\", "notes": [{ "b": "}," }, 1], "list": [{ "accept": 1 }, "measures"] });
        let whole = json!({ "notes": 1, "accept": { "x": [] }, "a": inside, "measures": "x", "agreement": null });
        let expected = json!({ "a": { "text": "a \"notes\": \\", "list": [{}, "measures"] } });
        assert_eq!(public(&whole.to_string()), expected.to_string());
        assert_eq!(public(r#"{"notes":1}"#), "{}");
    }
}
