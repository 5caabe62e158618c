//! Records by id.

use std::borrow::Cow;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::finding::Findings;
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::{Kind, Node};
use crate::model::Id;
use crate::say::Words;

/// Records by id, in the order written.
#[derive(Debug, Clone, PartialEq)]
pub struct ById<T>(pub IndexMap<Id, T>);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T> ById<T> {
    /// The record of that id.
    #[must_use]
    pub fn get(&self, id: &Id) -> Option<&T> {
        self.0.get(id)
    }

    /// The record of that name.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Option<&T> {
        self.0.get(name)
    }

    /// The ids and their records.
    pub fn iter(&self) -> indexmap::map::Iter<'_, Id, T> {
        self.0.iter()
    }

    /// The ids, for finding the nearest one.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(Id::as_str)
    }
}

impl<T: Read> Read for ById<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            return wrong_type(
                node,
                Words {
                    en: "a mapping from ids to records",
                    sv: "poster under var sitt id",
                    da: "poster under hver sit id",
                },
                Words {
                    en: "write an id, a colon, and the record below it",
                    sv: "skriv ett id, ett kolon och posten därunder",
                    da: "skriv et id, et kolon og posten derunder",
                },
                findings,
            );
        };
        let mut things = IndexMap::with_capacity(entries.len());
        for (key, value) in entries.iter() {
            if let (Some(id), Some(thing)) = (Id::read(key, findings), T::read(value, findings)) {
                things.insert(id, thing);
            }
        }
        Some(Self(things))
    }
}

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter())
    }
}

impl<T: JsonSchema> JsonSchema for ById<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("{}ById", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let thing = schemas.subschema_for::<T>();
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": "^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$" },
            "additionalProperties": thing
        })
    }
}
