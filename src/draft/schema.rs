//! What the derived JSON Schema needs so that it says the same as the reader.

use schemars::{Schema, SchemaGenerator, json_schema, schema_for};
use serde_json::{Value, json};

use crate::draft::read::Record;
use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::shared::Shared;

/// The schema of `municipality.yaml`.
#[must_use]
pub fn municipality() -> Schema {
    schema_for!(Municipality)
}

/// The schema of a file in `shared/`.
#[must_use]
pub fn shared() -> Schema {
    schema_for!(Shared)
}

/// The schema of a file in `activities/`.
#[must_use]
pub fn activity() -> Schema {
    schema_for!(Activity)
}

/// The schema of a file in `notices/`.
#[must_use]
pub fn notice() -> Schema {
    schema_for!(Notice)
}

/// The schema of `accept.yaml`.
#[must_use]
pub fn accept() -> Schema {
    let mut schema = schema_for!(Vec<AcceptedFinding>);
    schema.insert("title".into(), json!("AcceptedFindings"));
    schema
}

/// The schema of any register file.
#[must_use]
pub fn all() -> Schema {
    let mut schemas = SchemaGenerator::default();
    let any = [
        schemas.subschema_for::<Activity>(),
        schemas.subschema_for::<Municipality>(),
        schemas.subschema_for::<Notice>(),
        schemas.subschema_for::<Shared>(),
        schemas.subschema_for::<Vec<AcceptedFinding>>(),
    ];
    let definitions = schemas.take_definitions(true);
    json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Register files of ropa",
        "anyOf": any,
        "$defs": definitions
    })
}

/// Makes the schema of a record say which keys are required, which are internal, and what a lone value stands for.
pub fn record<R: Record>(schema: &mut Schema) {
    let required: Vec<String> = R::KEYS.iter().filter(|key| key.required).map(|key| key.written()).collect();
    if required.is_empty() {
        schema.remove("required");
    } else {
        schema.insert("required".into(), json!(required));
    }
    for key in R::KEYS.iter().filter(|key| key.internal) {
        let property = schema.pointer_mut(&format!("/properties/{}", key.written())).and_then(Value::as_object_mut);
        property.map(|property| property.insert("x-internal".into(), json!(true)));
    }
    let Some(short) = R::SHORT else { return };
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
