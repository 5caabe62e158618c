//! The JSON Schemas of the register files.

use schemars::{Schema, SchemaGenerator, json_schema, schema_for};
use serde_json::json;

use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::shared::Shared;

/// The schema of `municipality.yaml`.
#[must_use]
pub(crate) fn municipality() -> Schema {
    schema_for!(Municipality)
}

/// The schema of a file in `shared/`.
#[must_use]
pub(crate) fn shared() -> Schema {
    schema_for!(Shared)
}

/// The schema of a file in `activities/`.
#[must_use]
pub(crate) fn activity() -> Schema {
    schema_for!(Activity)
}

/// The schema of a file in `notices/`.
#[must_use]
pub(crate) fn notice() -> Schema {
    schema_for!(Notice)
}

/// The schema of `accept.yaml`.
#[must_use]
pub(crate) fn accept() -> Schema {
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
