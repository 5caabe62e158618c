//! Languages by their code.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// A language by its two-letter code (ISO 639-1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 2]);

impl Lang {
    /// The language of a code of two lower-case letters.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        match *code.as_bytes() {
            [first @ b'a'..=b'z', second @ b'a'..=b'z'] => Some(Self([first, second])),
            _ => None,
        }
    }

    /// The two letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl JsonSchema for Lang {
    fn schema_name() -> Cow<'static, str> {
        "Language".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[a-z]{2}$",
            "description": "A language by its two-letter code (ISO 639-1): `sv`, `da`, `en`."
        })
    }
}
