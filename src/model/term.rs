//! Terms: a code of the shared vocabulary, an id of the register, or free text.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::json;

use crate::finding::{Findings, Place};
use crate::format::answer::{Answer, answer, instead_of_things};
use crate::format::read::Read;
use crate::format::yaml::Node;
use crate::model::Text;
use crate::model::reference::{Called, named};
use crate::say::Words;
use crate::vocabulary;

/// What a word refers to; set by `register::resolve`, not when the file is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Refers {
    /// Nothing: it is free text.
    #[default]
    Itself,
    /// A code in this list of the shared vocabulary.
    Vocabulary(vocabulary::ListName),
    /// A record of the register itself.
    Register,
}

/// The text of a term and what it refers to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Word {
    /// The code, the id, or the text itself.
    pub text: Text,
    /// What the text refers to.
    pub refers: Refers,
    /// The code of which the free text is a label or synonym.
    pub means: Option<&'static str>,
    /// The age that the label of the code names, in years.
    pub age: Option<u32>,
}

/// The placeholder for an age in a label.
const AGE: &str = "{age}";

/// A label with its age filled in; `…` if the age is not known.
#[must_use]
pub(crate) fn with_age(label: &str, age: Option<u32>) -> Cow<'_, str> {
    match label.contains(AGE) {
        true => Cow::Owned(label.replace(AGE, &age.map_or_else(|| "…".to_owned(), |age| age.to_string()))),
        false => Cow::Borrowed(label),
    }
}

impl Word {
    /// The code or id, if the word is one.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.text.plain.as_deref().filter(|_| self.refers != Refers::Itself)
    }

    /// The code of the shared vocabulary that is written, or that free text means. Rules use it; what is
    /// published depends on [`Word::refers`].
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.text.plain.as_deref().filter(|_| matches!(self.refers, Refers::Vocabulary(_))).or(self.means)
    }
}

/// A term of the kind `K`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Term<K> {
    /// Its text and what that refers to.
    pub word: Word,
    kind: PhantomData<K>,
}

impl<K> Term<K> {
    /// Its source position.
    #[must_use]
    pub fn at(&self) -> Place {
        self.word.text.at
    }
}

impl<K> Read for Term<K> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        if let Some(no) = answer(node).filter(|answer| *answer == Answer::No) {
            findings.push(instead_of_things(node.text().unwrap_or_default(), no, node.place));
            return None;
        }
        let text = Text::read_any(node, findings)?;
        Some(Self { word: Word { text, refers: Refers::Itself, means: None, age: None }, kind: PhantomData })
    }
}

/// The name with which an id of data is serialized.
pub(crate) const DATA: &str = "data";
/// The name with which an id of another record is serialized.
pub(crate) const PARTY: &str = "party";

/// A code is serialized with its labels, so that a reader of the JSON does not need the vocabulary.
impl<K: Vocabulary> Serialize for Term<K> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let key = self.word.key().unwrap_or_default();
        match self.word.refers {
            Refers::Itself => self.word.text.serialize(to),
            Refers::Register => to.serialize_newtype_struct(
                if holds_data(K::KIND) { DATA } else { PARTY },
                &BTreeMap::from([("id", key)]),
            ),
            Refers::Vocabulary(list) => {
                let labels: Option<BTreeMap<&str, Cow<str>>> = vocabulary::entry(list, key).map(|entry| {
                    let labels = entry.labels().iter();
                    labels.map(|(lang, label)| (lang.as_str(), with_age(label, self.word.age))).collect()
                });
                let mut term = to.serialize_map(Some(2))?;
                term.serialize_entry("code", key)?;
                term.serialize_entry("label", &labels)?;
                term.end()
            }
        }
    }
}

impl<K: Vocabulary> JsonSchema for Term<K> {
    fn schema_name() -> Cow<'static, str> {
        format!("TermFor{:?}", K::KIND).into()
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        if schemas.contract().is_serialize() {
            return explained(schemas, K::KIND);
        }
        let mut schema = Text::json_schema(schemas);
        let codes: Vec<&str> = K::KIND.lists().iter().flat_map(|list| vocabulary::codes(*list)).collect();
        if let (false, Some(forms)) = (codes.is_empty(), schema.get_mut("anyOf").and_then(|forms| forms.as_array_mut()))
        {
            forms.insert(0, json!({ "enum": codes }));
        }
        let description = format!(
            "A code of the shared vocabulary, an id of this register, or free text, for {}.",
            K::KIND.what().en
        );
        schema.insert("description".into(), description.into());
        schema
    }
}

/// Whether an id in a term of this kind is one of data.
fn holds_data(kind: TermKind) -> bool {
    matches!(kind, TermKind::DataTerms | TermKind::Records)
}

/// The schema of a term in an output: a code with its labels, a reference with its name, or free text.
fn explained(schemas: &mut SchemaGenerator, kind: TermKind) -> Schema {
    let text = schemas.subschema_for::<Text>();
    let (what, called) = match holds_data(kind) {
        true => ("Data of this register.", Called::Data),
        false => ("A record of this register.", Called::Named),
    };
    let reference = named(schemas, what, called);
    let codes: Vec<&str> = kind.lists().iter().flat_map(|list| vocabulary::codes(*list)).collect();
    let label = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    let code = json!({
        "description": "A code of the shared vocabulary, with its label in each language.",
        "type": "object",
        "properties": { "code": { "enum": codes }, "label": label },
        "required": ["code", "label"],
        "additionalProperties": false
    });
    let description = format!("Stands for {}.", kind.what().en);
    json_schema!({ "description": description, "anyOf": [text, code, reference] })
}

/// A kind of term.
pub trait Vocabulary {
    /// The kind.
    const KIND: TermKind;
}

macro_rules! terms {
    ($($(#[doc = $doc:literal])* $name:ident = (en: $en:literal, sv: $sv:literal, da: $da:literal $(,)?) in [$($list:ident),*]),* $(,)?) => {
        /// The kinds of terms.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum TermKind {
            $($(#[doc = $doc])* $name,)*
        }

        impl TermKind {
            /// A term of this kind, in words.
            #[must_use]
            pub fn what(self) -> Words {
                match self {
                    $(Self::$name => Words { en: $en, sv: $sv, da: $da },)*
                }
            }

            /// The lists of the shared vocabulary with its codes, in order of preference.
            #[must_use]
            pub fn lists(self) -> &'static [vocabulary::ListName] {
                match self {
                    $(Self::$name => &[$(vocabulary::ListName::$list),*],)*
                }
            }
        }

        $(
            $(#[doc = $doc])*
            #[derive(Debug, Clone, Copy, Default, PartialEq)]
            pub struct $name;

            impl Vocabulary for $name {
                const KIND: TermKind = TermKind::$name;
            }
        )*
    };
}

terms! {
    /// Data subjects.
    Subjects = (
        en: "a category of data subjects",
        sv: "en kategori av registrerade",
        da: "en kategori af registrerede",
    ) in [Subjects],
    /// Data.
    DataTerms = (
        en: "a category of data",
        sv: "en kategori av uppgifter",
        da: "en kategori af oplysninger",
    ) in [Data],
    /// Sources and recipients.
    Parties = (
        en: "a source or recipient",
        sv: "en källa eller mottagare",
        da: "en kilde eller modtager",
    ) in [Recipients, Subjects],
    /// Events.
    Events = (en: "an event", sv: "en händelse", da: "en hændelse") in [Events],
    /// Documents.
    Records = (en: "a kind of record", sv: "en typ av handling", da: "en type dokument") in [Records, Data],
    /// Security measures.
    Measures = (en: "a security measure", sv: "en säkerhetsåtgärd", da: "en sikkerhedsforanstaltning") in [],
}
