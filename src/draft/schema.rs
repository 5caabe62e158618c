//! The JSON Schemas of the register files, for each version of the format.

mod country;
mod version;

use schemars::{Schema, SchemaGenerator, json_schema, schema_for};
use serde_json::json;

use crate::model::acceptance::AcceptedFinding;
use crate::model::activity::Activity;
use crate::model::municipality::Municipality;
use crate::model::notice::Notice;
use crate::model::shared::Shared;
use crate::model::version::Version;
use crate::vocabulary::CountryCode;

/// A file of a municipality's folder.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part {
    /// `municipality.yaml`.
    Municipality,
    /// A file in `shared/`.
    Shared,
    /// A file in `activities/`.
    Activity,
    /// A file in `notices/`.
    Notice,
    /// `accept.yaml`.
    Accept,
}

/// The schema of a file in a version of the format, with the codes of a country or of all; of any file if `part` is
/// `None`.
#[must_use]
pub(crate) fn of(part: Option<Part>, version: Version, country: Option<CountryCode>) -> Schema {
    let schema = match part {
        Some(Part::Municipality) => schema_for!(Municipality),
        Some(Part::Shared) => schema_for!(Shared),
        Some(Part::Activity) => schema_for!(Activity),
        Some(Part::Notice) => schema_for!(Notice),
        Some(Part::Accept) => {
            let mut schema = schema_for!(Vec<AcceptedFinding>);
            schema.insert("title".into(), json!("AcceptedFindings"));
            schema
        }
        None => all(),
    };
    let schema = version::only(schema, version);
    match country {
        Some(country) => country::only(schema, country),
        None => schema,
    }
}

/// The schema of any register file in a version of the format.
#[must_use]
pub fn in_format(version: Version) -> Schema {
    of(None, version, None)
}

/// The schema of any register file, with the keys of every version of the format.
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
