//! Values that can also be unknown.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::finding::Findings;
use crate::format::answer::{Answer, GAP, answer, pattern, unknown};
use crate::format::read::Read;
use crate::format::yaml::Node;
use crate::model::Gap;
use crate::model::gap::{GapSchema, SAY, gap, reason};

/// One value, or the reason why it is not known.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Known<T> {
    /// Nothing was written.
    #[default]
    Unwritten,
    /// The value.
    Value(T),
    /// `{unknown: why}`.
    Gap(Gap),
}

impl<T> Known<T> {
    /// The value, if it is known.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Unwritten | Self::Gap(_) => None,
        }
    }

    /// The value, to be changed.
    pub(crate) fn value_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Unwritten | Self::Gap(_) => None,
        }
    }

    /// Why the value is not known.
    #[must_use]
    pub fn gap(&self) -> Option<&Gap> {
        match self {
            Self::Gap(gap) => Some(gap),
            Self::Unwritten | Self::Value(_) => None,
        }
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_unwritten(&self) -> bool {
        matches!(self, Self::Unwritten)
    }
}

impl<T: Read> Read for Known<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        if let Some(gap) = gap(node) {
            return reason(gap, findings).map(Self::Gap);
        }
        if answer(node) == Some(Answer::Unknown) {
            findings.push(unknown(node.text().unwrap_or_default(), node.place));
            return None;
        }
        T::read(node, findings).map(Self::Value)
    }
}

impl<T: Serialize> Serialize for Known<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unwritten => to.serialize_none(),
            Self::Value(value) => value.serialize(to),
            Self::Gap(gap) => {
                let mut map = to.serialize_map(None)?;
                map.serialize_entry(GAP, gap)?;
                if let Some(say) = &gap.say {
                    map.serialize_entry(SAY, say)?;
                }
                map.end()
            }
        }
    }
}

impl<T: JsonSchema> JsonSchema for Known<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Known{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let value = schemas.subschema_for::<T>();
        let gap = schemas.subschema_for::<GapSchema>();
        if schemas.contract().is_serialize() {
            return json_schema!({ "anyOf": [value, gap] });
        }
        let refused = json_schema!({ "type": "string", "pattern": pattern(&[Answer::Unknown]) });
        json_schema!({ "anyOf": [{ "allOf": [value], "not": refused }, gap] })
    }
}
