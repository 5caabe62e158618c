//! References: ids that must lead somewhere, typed by what they lead to.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::draft::read::Read;
use crate::draft::yaml::Node;
use crate::finding::{Finding, Findings, Place};
use crate::model::Id;
use crate::say;
use crate::say::Words;

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
        schema.insert("description".into(), format!("The id of {}.", K::KIND.what().en).into());
        schema
    }
}

/// What a reference can lead to.
pub trait Target {
    /// The kind.
    const KIND: RefKind;
}

macro_rules! targets {
    ($($(#[doc = $doc:literal])* $name:ident = (en: $en:literal, sv: $sv:literal, da: $da:literal $(,)?)),* $(,)?) => {
        /// The kinds of records that can be referred to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum RefKind {
            $($(#[doc = $doc])* $name,)*
        }

        impl RefKind {
            /// One such record, in words.
            #[must_use]
            pub fn what(self) -> Words {
                match self {
                    $(Self::$name => Words { en: $en, sv: $sv, da: $da },)*
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
    Controllers = (en: "a controller", sv: "en personuppgiftsansvarig", da: "en dataansvarlig"),
    /// Its units.
    Units = (en: "a unit", sv: "en enhet", da: "en enhed"),
    /// Its data protection officers.
    Officers = (
        en: "a data protection officer",
        sv: "ett dataskyddsombud",
        da: "en databeskyttelsesrådgiver",
    ),
    /// Its systems.
    Systems = (en: "a system", sv: "ett system", da: "et system"),
    /// Its processors.
    Processors = (en: "a processor", sv: "ett personuppgiftsbiträde", da: "en databehandler"),
    /// Its shared texts.
    Texts = (en: "a shared text", sv: "en delad text", da: "en delt tekst"),
    /// Its activities.
    Activities = (en: "an activity", sv: "en behandling", da: "en behandling"),
    /// The categories of data of the same activity.
    DataIds = (
        en: "a category of data of this activity",
        sv: "en kategori av uppgifter i den här behandlingen",
        da: "en kategori af oplysninger i denne behandling",
    ),
}
