//! Yes or no.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::finding::Findings;
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::say::Words;

/// Yes or no; `no` by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct YesNo(pub bool);

const YES_OR_NO: Words = Words { en: "`yes` or `no`", sv: "`yes` eller `no`", da: "`yes` eller `no`" };
const HELP: Words = Words { en: "write `yes` or `no`", sv: "skriv `yes` eller `no`", da: "skriv `yes` eller `no`" };

impl Read for YesNo {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.text() {
            Some("yes" | "true") => Some(Self(true)),
            Some("no" | "false") => Some(Self(false)),
            _ => wrong_type(node, YES_OR_NO, HELP, findings),
        }
    }
}

impl JsonSchema for YesNo {
    fn schema_name() -> Cow<'static, str> {
        "YesNo".into()
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        if schemas.contract().is_serialize() {
            return json_schema!({ "type": "boolean", "description": "Left out where nothing is written." });
        }
        json_schema!({
            "enum": ["yes", "no", true, false],
            "description": "An answer: `yes` or `no`; `no` when nothing is written."
        })
    }
}
