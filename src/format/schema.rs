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
        as_read(property, key.required);
    }
    let Some(short) = short else { return };
    let Some(field) = schema.as_value().pointer(&format!("/properties/{}", short.replace('_', "-"))).cloned() else {
        return;
    };
    let description = schema.remove("description");
    let whole = schema.clone();
    let mut both = json_schema!({ "anyOf": [alone(field), whole] });
    if let Some(description) = description {
        both.insert("description".into(), description);
    }
    *schema = both;
}

/// Adds what the reader accepts beside a value: numbers as texts, and `null` for a key that can be left out.
fn as_read(property: &mut Map<String, Value>, is_required: bool) {
    let is_string =
        |kind: &Value| kind == "string" || kind.as_array().is_some_and(|kinds| kinds.contains(&json!("string")));
    if property.get("type").is_some_and(is_string) && !property.contains_key("pattern") {
        property.insert("type".into(), json!(["string", "number", "boolean"]));
    }
    if is_required {
        if let Some(Value::Array(kinds)) = property.get_mut("type") {
            kinds.retain(|kind| kind != "null");
        }
        if let Some(Value::Array(forms)) = property.get_mut("anyOf") {
            forms.retain(|form| !is_null(form));
        }
        return;
    }
    let forms = [
        "anyOf",
        "$ref",
        "allOf",
        "type",
        "pattern",
        "items",
        "additionalProperties",
        "properties",
        "required",
        "enum",
        "const",
        "oneOf",
        "not",
        "minimum",
        "format",
    ];
    let own: Map<String, Value> =
        forms.iter().filter_map(|form| Some(((*form).to_owned(), property.remove(*form)?))).collect();
    let own = if own.len() == 1 && own.contains_key("anyOf") { own.get("anyOf").cloned() } else { Some(json!([own])) };
    if let Some(Value::Array(mut all)) = own {
        if !all.iter().any(is_null) {
            all.push(json!({ "type": "null" }));
        }
        property.insert("anyOf".into(), Value::Array(all));
    }
}

/// Whether a form is the gap.
#[must_use]
pub(crate) fn is_gap(form: &Value) -> bool {
    form.get("$ref").and_then(Value::as_str) == Some("#/$defs/Gap")
}

/// Whether a form is `null`.
#[must_use]
pub(crate) fn is_null(form: &Value) -> bool {
    form == &json!({ "type": "null" })
}

/// Removes the gap from the forms of a list and of its items.
fn without_gaps(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(forms)) = schema.get_mut("anyOf") {
        forms.retain(|form| !is_gap(form));
        forms.iter_mut().filter_map(Value::as_object_mut).for_each(without_gaps);
    }
    if let Some(Value::Object(items)) = schema.get_mut("items") {
        without_gaps(items);
    }
}

/// Adds to the schema of a closed list that a code of digits can be written as a number.
pub(crate) fn codes(schema: &mut Schema) {
    let Some(Value::Array(forms)) = schema.get_mut("oneOf") else { return };
    let number = |form: &Value| form.get("const")?.as_str()?.parse::<u32>().ok();
    let numbers: Vec<u32> = forms.iter().filter_map(number).collect();
    if !numbers.is_empty() {
        forms.push(json!({ "enum": numbers }));
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

/// The value of a key that stands alone for its record: it can be neither `null` nor a gap.
fn alone(mut field: Value) -> Value {
    if let Some(object) = field.as_object_mut() {
        object.remove("description");
        if let Some(Value::Array(forms)) = object.get_mut("anyOf") {
            forms.retain(|form| !is_null(form) && !is_gap(form));
        }
    }
    field
}
