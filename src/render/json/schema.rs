//! The JSON Schema of `register.json`.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::format::schema::{INTERNAL, is_null};
use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::municipality::Municipality;
use crate::model::organisation::{Controller, Officer, Unit};
use crate::model::processor::Processor;
use crate::model::shared::{Measure, Recipient, SourceRegister, System};
use crate::render::SHAPE;
use crate::render::json::labels::LISTS;

/// The keys of the municipality that have a place of their own in `register.json`.
const APART: [&str; 3] = ["controllers", "units", "officers"];

/// The schema of `register.json`, of the public one and of the internal one.
#[must_use]
pub(crate) fn schema() -> Schema {
    let mut schemas = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let named = [
        ("controllers", schemas.subschema_for::<Controller>()),
        ("units", schemas.subschema_for::<Unit>()),
        ("officers", schemas.subschema_for::<Officer>()),
        ("systems", schemas.subschema_for::<System>()),
        ("processors", schemas.subschema_for::<Processor>()),
        ("recipients", schemas.subschema_for::<Recipient>()),
        ("sources", schemas.subschema_for::<SourceRegister>()),
        ("measures", schemas.subschema_for::<Measure>()),
    ];
    let municipality = schemas.subschema_for::<Municipality>();
    let activity = schemas.subschema_for::<Activity>();
    let accepted = schemas.subschema_for::<AcceptedFinding>();
    let mut definitions = schemas.take_definitions(true);
    definitions.values_mut().for_each(as_written);
    for list in LISTS.iter() {
        definitions.get_mut(list.name).into_iter().for_each(labelled);
    }
    if let Some(Value::Object(own)) = definitions.get_mut("Municipality") {
        if let Some(Value::Object(keys)) = own.get_mut("properties") {
            keys.retain(|key, _| !APART.contains(&key.as_str()));
        }
        if let Some(Value::Array(required)) = own.get_mut("required") {
            required.retain(|key| key.as_str().is_none_or(|key| !APART.contains(&key)));
        }
    }
    definitions.insert("Gap".into(), gap());
    let id = json!({ "$ref": "#/$defs/Id" });
    for name in named.iter().filter_map(|(_, schema)| name_of(schema)) {
        let keys = definitions.get_mut(&name).and_then(|own| own.get_mut("properties"));
        keys.and_then(Value::as_object_mut).map(|keys| keys.insert("id".into(), id.clone()));
    }
    let day = |what: &str| json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": what });
    let mut properties = json!({
        "format": { "const": SHAPE, "description": "The version of the shape of this file." },
        "generator": { "type": "string", "description": "The program that wrote the file, and its version." },
        "date": day("The day as of which the register was checked."),
        "law-data": day("The day on which the law data of the program were last changed."),
        "fingerprint": {
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "description": "The SHA-256 of the lines of this municipality in `register.jsonl`."
        },
        "id": { "type": "string", "description": "The folder of the municipality." },
        "municipality": municipality,
        "activities": { "type": "array", "items": activity },
        "accept": { "type": "array", "items": accepted }
    });
    let mut required =
        vec!["format", "generator", "date", "law-data", "fingerprint", "id", "municipality", "activities"];
    for (key, record) in named {
        properties[key] = json!({ "type": "array", "items": record });
        required.extend((key != "measures").then_some(key));
    }
    json_schema(properties, &required, definitions)
}

fn json_schema(properties: Value, required: &[&str], definitions: Map<String, Value>) -> Schema {
    schemars::json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "register.json of ropa",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
        "$defs": definitions
    })
}

/// A value that is not known: the reason, and the sentence for the public.
fn gap() -> Value {
    let text = json!({ "$ref": "#/$defs/Text" });
    json!({
        "description": "A value that is not known.",
        "type": "object",
        "properties": {
            "unknown": { "description": "The reason; `true` where it is internal.", "anyOf": [text, { "const": true }] },
            "say": text
        },
        "required": ["unknown"],
        "additionalProperties": false
    })
}

/// The name of the definition that a schema refers to.
fn name_of(schema: &Schema) -> Option<String> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/").map(str::to_owned)
}

/// The schema of what is written, from one of what is read: values are not numbers in the place of texts, a record has
/// no short form, a key without a value is left out, and an internal key is not in every file.
fn as_written(schema: &mut Value) {
    if let Some(whole) = schema.get("anyOf").and_then(Value::as_array).and_then(|forms| long_form(forms)) {
        *schema = whole;
    }
    let Value::Object(object) = schema else {
        if let Value::Array(all) = schema {
            all.iter_mut().for_each(as_written);
        }
        return;
    };
    if let Some(Value::Array(kinds)) = object.get("type")
        && kinds.contains(&json!("string"))
    {
        object.insert("type".into(), json!("string"));
    }
    if let Some(Value::Object(keys)) = object.get("properties") {
        let internal: Vec<String> =
            keys.iter().filter(|(_, key)| key.get(INTERNAL).is_some()).map(|(name, _)| name.clone()).collect();
        if let Some(Value::Array(required)) = object.get_mut("required") {
            required.retain(|key| key.as_str().is_none_or(|key| !internal.iter().any(|name| name == key)));
        }
    }
    if let Some(Value::Array(forms)) = object.get_mut("anyOf") {
        forms.retain(|form| !is_null(form));
    }
    object.values_mut().for_each(as_written);
}

/// The record among the forms of a record with a short form.
fn long_form(forms: &[Value]) -> Option<Value> {
    let [_, whole] = forms else { return None };
    whole.get("properties").is_some().then(|| whole.clone())
}

/// A code with its label and its Article.
fn labelled(codes: &mut Value) {
    let list = codes.take();
    let label = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    *codes = json!({
        "description": list.get("description"),
        "type": "object",
        "properties": {
            "code": list,
            "label": label,
            "article": { "type": "string", "description": "The Article of the Regulation, such as `6(1)(a)`." }
        },
        "required": ["code", "label"],
        "additionalProperties": false
    });
}
