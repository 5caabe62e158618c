//! References by id, typed by the kind of their target.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::json;

use crate::finding::{Finding, Findings, Place};
use crate::format::read::Read;
use crate::format::yaml::Node;
use crate::model::term::{DataTerms, Term};
use crate::model::{Id, List, Text};
use crate::say;

pub(crate) use crate::kind::{
    Activities, Controllers, DataIds, Officers, Processors, RefKind, Systems, Target, Texts, Units,
};

/// A reference to a record of the kind `K`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ref<K> {
    /// The id of the record.
    pub id: Id,
    kind: PhantomData<K>,
}

impl<K> Ref<K> {
    /// Its source position.
    #[must_use]
    pub fn at(&self) -> Place {
        self.id.at
    }
}

impl<K> From<Id> for Ref<K> {
    fn from(id: Id) -> Self {
        Self { id, kind: PhantomData }
    }
}

impl<K: Target> Read for Ref<K> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let name = node.text().filter(|text| Id::parse(text, node.place).is_none());
        if let Some(name) = name {
            let what = K::KIND.what();
            findings.push(
                Finding::error(
                    "id-wrong",
                    node.place,
                    say!(
                        en: "the id of {what} is expected here, not its name",
                        sv: "här förväntas ett id för {what}, inte ett namn",
                        da: "her forventes et id for {what}, ikke et navn",
                        what = what,
                    ),
                )
                .name_of(K::KIND, name)
                .label(say!(
                    en: "a name cannot be referred to",
                    sv: "det går inte att hänvisa till ett namn",
                    da: "der kan ikke henvises til et navn",
                ))
                .help(say!(
                    en: "write the id under which {what} is defined",
                    sv: "skriv det id som hör till {what}",
                    da: "skriv det id, der hører til {what}",
                    what = what,
                )),
            );
            return None;
        }
        Id::read(node, findings).map(Self::from)
    }
}

/// Serializes the id, under the name of the kind ([`RefKind::name`]).
impl<K: Target> Serialize for Ref<K> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_newtype_struct(K::KIND.name(), &self.id)
    }
}

impl<K: Target> JsonSchema for Ref<K> {
    fn schema_name() -> Cow<'static, str> {
        format!("RefTo{:?}", K::KIND).into()
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let what = K::KIND.what().en;
        if schemas.contract().is_serialize() {
            let called = match K::KIND {
                RefKind::DataIds => Called::Data,
                RefKind::Officers | RefKind::Texts => Called::Perhaps,
                RefKind::Controllers
                | RefKind::Units
                | RefKind::Systems
                | RefKind::Processors
                | RefKind::Activities => Called::Named,
            };
            return named(schemas, &format!("{what}, by its id, with what it is called."), called);
        }
        let mut schema = Id::json_schema(schemas);
        schema.insert("description".into(), format!("The id of {what}.").into());
        schema
    }
}

/// What a reference in an output says of its record beside the id.
#[derive(Debug, Clone, Copy)]
pub(super) enum Called {
    /// The name.
    Named,
    /// The name, if it has one.
    Perhaps,
    /// The title of a category of data, or its items if it has none.
    Data,
}

/// The schema of a reference in an output.
pub(super) fn named(schemas: &mut SchemaGenerator, description: &str, called: Called) -> Schema {
    let id = schemas.subschema_for::<Id>();
    let name = schemas.subschema_for::<Text>();
    let (properties, required) = match called {
        Called::Named => (json!({ "id": id, "name": name }), json!(["id", "name"])),
        Called::Perhaps => (json!({ "id": id, "name": name }), json!(["id"])),
        Called::Data => {
            let items = schemas.subschema_for::<List<Term<DataTerms>>>();
            (json!({ "id": id, "name": name, "items": items }), json!(["id"]))
        }
    };
    let mut schema = json_schema!({
        "description": description,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false
    });
    if let Called::Data = called {
        schema.insert("oneOf".into(), json!([{ "required": ["name"] }, { "required": ["items"] }]));
    }
    schema
}
