//! Adjusts the derived JSON Schema of a record to what the reader accepts.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use crate::format::key::Key;
use crate::format::read::Record;

/// Adds to the schema of a record which keys are required or internal, and its short form.
pub(crate) fn record<R: Record>(schema: &mut Schema) {
    of_keys(schema, R::KEYS, R::SHORT);
}

fn of_keys(schema: &mut Schema, keys: &[Key], short: Option<&str>) {
    let required: Vec<String> = keys.iter().filter(|key| key.required).map(|key| key.written()).collect();
    if required.is_empty() {
        schema.remove("required");
    } else {
        schema.insert("required".into(), json!(required));
    }
    for key in keys {
        let property = schema.pointer_mut(&format!("/properties/{}", key.written())).and_then(Value::as_object_mut);
        let Some(property) = property else { continue };
        for (mark, value) in marks(key) {
            property.insert(mark.into(), value);
        }
        if key.is_known {
            without_gaps(property);
        }
    }
    let Some(short) = short else { return };
    let Some(field) = schema.as_value().pointer(&format!("/properties/{}", short.replace('_', "-"))).cloned() else {
        return;
    };
    let description = schema.remove("description");
    let whole = schema.clone();
    let mut both = json_schema!({ "anyOf": [without_description(field), whole] });
    if let Some(description) = description {
        both.insert("description".into(), description);
    }
    *schema = both;
}

/// The reference to the definition of a gap.
pub(crate) const GAP: &str = "#/$defs/Gap";

/// Removes the gap from the forms of a list and of its items.
fn without_gaps(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(forms)) = schema.get_mut("anyOf") {
        forms.retain(|form| form.get("$ref").and_then(Value::as_str) != Some(GAP));
        forms.iter_mut().filter_map(Value::as_object_mut).for_each(without_gaps);
    }
    if let Some(Value::Object(items)) = schema.get_mut("items") {
        without_gaps(items);
    }
}

/// The marks of a key that JSON Schema has no words for.
fn marks(key: &Key) -> impl Iterator<Item = (&'static str, Value)> {
    let internal = key.internal.then(|| (INTERNAL, json!(true)));
    let since = (key.since > 1).then(|| (SINCE, json!(key.since)));
    let gap_since = (key.gap_since > 1).then(|| (GAP_SINCE, json!(key.gap_since)));
    let last = key.last.map(|last| (LAST, json!(last)));
    [internal, since, gap_since, last].into_iter().flatten()
}

/// The mark of a key that is never published.
pub(crate) const INTERNAL: &str = "x-internal";
/// The first version of the format that has a key.
pub(crate) const SINCE: &str = "x-since-format";
/// The first version of the format in which a key can be a gap.
pub(crate) const GAP_SINCE: &str = "x-gap-since-format";
/// The last version of the format that has a key.
pub(crate) const LAST: &str = "x-last-format";
/// What replaces a definition in format 1.
pub(crate) const FIRST: &str = "x-format-1";

fn without_description(mut field: Value) -> Value {
    if let Some(object) = field.as_object_mut() {
        object.remove("description");
    }
    field
}
