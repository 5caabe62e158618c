//! Countries.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::draft::read::{Read, wrong_type};
use crate::draft::yaml::Node;
use crate::finding::{Finding, Findings, Place};
use crate::vocabulary::{self, ListName};

/// A country by its two-letter code (ISO 3166-1 alpha-2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Country {
    /// The two letters, upper case.
    pub code: String,
    /// Where it stands.
    #[serde(skip)]
    pub at: Place,
}

impl Read for Country {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        match node.text() {
            Some(code) if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) => {
                Some(Self { code: code.to_owned(), at: node.place })
            }
            Some(name) if vocabulary::code_of(ListName::Countries, name).is_some() => {
                let code = vocabulary::code_of(ListName::Countries, name).unwrap_or_default();
                findings.push(
                    Finding::error("country-unknown", node.place, format!("`{name}` is a name, not a country code"))
                        .label(format!("did you mean `{code}`?"))
                        .help(format!("write `{code}`")),
                );
                None
            }
            _ => wrong_type(
                node,
                "a country code",
                "write two capital letters (ISO 3166-1), such as `SE`, `DK` or `US`",
                findings,
            ),
        }
    }
}

impl JsonSchema for Country {
    fn schema_name() -> Cow<'static, str> {
        "Country".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Z]{2}$",
            "description": "A country by its two-letter code (ISO 3166-1).\n\n`SE`"
        })
    }
}
