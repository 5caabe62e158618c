//! Adjusts the derived JSON Schema of a record to what the reader accepts.

use schemars::{Schema, json_schema};
use serde_json::{Value, json};

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
    for key in keys.iter().filter(|key| key.internal) {
        let property = schema.pointer_mut(&format!("/properties/{}", key.written())).and_then(Value::as_object_mut);
        property.map(|property| property.insert("x-internal".into(), json!(true)));
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

fn without_description(mut field: Value) -> Value {
    if let Some(object) = field.as_object_mut() {
        object.remove("description");
    }
    field
}
