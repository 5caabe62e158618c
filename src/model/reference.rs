//! References: ids that must lead somewhere, typed by what they lead to.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::draft::read::Read;
use crate::draft::yaml::Node;
use crate::finding::{Finding, Findings, Place};
use crate::model::Id;

/// A reference to a record of the kind `K`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ref<K> {
    /// The id of the record.
    pub id: Id,
    kind: PhantomData<K>,
}

impl<K> Ref<K> {
    /// Where the reference stands.
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
        let is_name = node.text().is_some_and(|text| Id::parse(text, node.place).is_none());
        if is_name {
            let what = K::KIND.what();
            findings.push(
                Finding::error("id-wrong", node.place, format!("the id of {what} is expected here, not its name"))
                    .label("a name cannot be referred to")
                    .help(format!("write the id under which {what} is defined")),
            );
            return None;
        }
        Id::read(node, findings).map(Self::from)
    }
}

impl<K> Serialize for Ref<K> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.id.serialize(to)
    }
}

impl<K: Target> JsonSchema for Ref<K> {
    fn schema_name() -> Cow<'static, str> {
        format!("RefTo{:?}", K::KIND).into()
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let mut schema = Id::json_schema(schemas);
        schema.insert("description".into(), format!("The id of {}.", K::KIND.what()).into());
        schema
    }
}

/// What a reference can lead to.
pub trait Target {
    /// The kind.
    const KIND: RefKind;
}

macro_rules! targets {
    ($($(#[doc = $doc:literal])* $name:ident = $what:literal),* $(,)?) => {
        /// The kinds of records that can be referred to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum RefKind {
            $($(#[doc = $doc])* $name,)*
        }

        impl RefKind {
            /// One such record, in words.
            #[must_use]
            pub fn what(self) -> &'static str {
                match self {
                    $(Self::$name => $what,)*
                }
            }
        }

        $(
            $(#[doc = $doc])*
            #[derive(Debug, Clone, Copy, Default, PartialEq)]
            pub struct $name;

            impl Target for $name {
                const KIND: RefKind = RefKind::$name;
            }
        )*
    };
}

targets! {
    /// The controllers of the municipality.
    Controllers = "a controller",
    /// Its units.
    Units = "a unit",
    /// Its data protection officers.
    Officers = "a data protection officer",
    /// Its systems.
    Systems = "a system",
    /// Its processors.
    Processors = "a processor",
    /// Its shared texts.
    Texts = "a shared text",
    /// Its activities.
    Activities = "an activity",
    /// The categories of data of the same activity.
    DataIds = "a category of data of this activity",
}
