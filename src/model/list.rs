//! Lists that can also say “none” or “unknown”.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use crate::finding::{Finding, Findings, Place};
use crate::format::answer::{Answer, GAP, answer, instead_of_things, unknown, without_reason};
use crate::format::read::Read;
use crate::format::yaml::{Kind, Node};
use crate::lexicon::texts;
use crate::model::gap::GapSchema;
use crate::model::{Gap, Text};
use crate::say;

/// A list has four states: absent, `none`, `{unknown: why}`, or filled.
///
/// Items and gaps can be combined, if some items are known and others are not.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T> {
    /// The known items, in the order written.
    pub items: Vec<T>,
    /// The gaps, each with its reason.
    pub gaps: Vec<Gap>,
    /// Whether the list is `none`.
    pub none: bool,
    /// Its source position.
    pub at: Place,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), gaps: Vec::new(), none: false, at: Place::default() }
    }
}

impl<T> List<T> {
    /// Whether nothing at all was written: neither items, nor `none`, nor a gap.
    #[must_use]
    pub fn is_unwritten(&self) -> bool {
        self.items.is_empty() && self.gaps.is_empty() && !self.none
    }

    /// The items in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }
}

impl<'l, T> IntoIterator for &'l List<T> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: Read> Read for List<T> {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        let mut list = Self { at: node.place, ..Self::default() };
        match &node.kind {
            Kind::Scalar { .. } if matches!(node.text(), Some("none" | "None")) => list.none = true,
            Kind::Seq(items) if items.len() != 1 => {
                list.items.reserve_exact(items.len());
                items.iter().for_each(|item| list.push(item, findings));
            }
            kind => {
                let only = if let Kind::Seq(items) = kind { items.first() } else { Some(node) };
                let only = only.unwrap_or(node);
                match answer(only).filter(|answer| !(T::TAKES_NO && *answer == Answer::No)) {
                    Some(answer) => {
                        let word = only.text().unwrap_or_default();
                        findings.push(instead_of_things(word, answer, only.place));
                    }
                    None => {
                        list.items.reserve_exact(1);
                        list.push(only, findings);
                    }
                }
            }
        }
        Some(list)
    }
}

impl<T: Read> List<T> {
    fn push(&mut self, item: &Node, findings: &mut Findings) {
        if !self.items.is_empty() && begins_in_the_middle(item) {
            findings.push(split(item.place));
        }
        if let Some(answer) = answer(item).filter(|answer| *answer == Answer::No && !T::TAKES_NO) {
            findings.push(instead_of_things(item.text().unwrap_or_default(), answer, item.place));
        } else if item.is_null() {
            findings.push(empty(item.place));
        } else if let Some(gap) = gap(item) {
            self.gaps.extend(reason(gap, findings));
        } else {
            self.items.extend(T::read(item, findings));
        }
    }
}

/// The finding for an empty entry.
fn empty(place: Place) -> Finding {
    Finding::error("text-empty", place, say!(en: "the entry is empty", sv: "posten är tom", da: "posten er tom")).help(
        say!(
            en: "write the entry, or remove the hyphen",
            sv: "skriv posten, eller ta bort bindestrecket",
            da: "skriv posten, eller fjern bindestregen",
        ),
    )
}

/// Whether an entry begins in the middle of a sentence, because a comma inside `[…]` ended the entry before.
fn begins_in_the_middle(item: &Node) -> bool {
    let Kind::Scalar { text, plain: true } = &item.kind else { return false };
    text.split_once(' ').is_some_and(|(first, _)| texts().middle.has(first))
}

fn split(place: Place) -> Finding {
    let message = say!(
        en: "this entry begins in the middle of a sentence",
        sv: "den här posten börjar mitt i en mening",
        da: "denne post begynder midt i en sætning",
    );
    Finding::warning("text-split", place, message)
        .label(say!(
            en: "a comma inside `[…]` ends the entry before",
            sv: "ett komma inom `[…]` avslutar posten före",
            da: "et komma inden for `[…]` afslutter posten før",
        ))
        .help(say!(
            en: "put a phrase that contains a comma in quotation marks",
            sv: "sätt citattecken runt en text som innehåller ett komma",
            da: "sæt anførselstegn om en tekst, der indeholder et komma",
        ))
}

/// The parts of `{unknown: reason, say: sentence}`.
struct Written<'n> {
    unknown: &'n (Node, Node),
    say: Option<&'n Node>,
}

fn gap(node: &Node) -> Option<Written<'_>> {
    let Kind::Map(entries) = &node.kind else { return None };
    let unknown = node.entry(GAP)?;
    let say = node.entry(SAY).map(|(_, say)| say);
    (entries.len() == 1 + usize::from(say.is_some())).then_some(Written { unknown, say })
}

const SAY: &str = "say";

fn reason(Written { unknown: (key, reason), say }: Written, findings: &mut Findings) -> Option<Gap> {
    if reason.is_null() {
        findings.push(without_reason(key.place));
        return None;
    }
    let say = say.and_then(|say| Text::read(say, findings));
    Text::read(reason, findings).map(|reason| Gap { reason, say, is_public: false })
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Entry<'e, T> {
            Item(&'e T),
            Gap {
                unknown: &'e Gap,
                #[serde(skip_serializing_if = "Option::is_none")]
                say: Option<&'e Text>,
            },
        }
        if self.none {
            return to.serialize_str("none");
        }
        let items = self.items.iter().map(Entry::Item);
        to.collect_seq(items.chain(self.gaps.iter().map(|gap| Entry::Gap { unknown: gap, say: gap.say.as_ref() })))
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let item = schemas.subschema_for::<T>();
        list_of(item, schemas.subschema_for::<GapSchema>())
    }
}

fn list_of(item: Schema, gap: Schema) -> Schema {
    json_schema!({
        "anyOf": [item, gap, { "const": "none" }, { "type": "array", "items": { "anyOf": [item, gap] } }]
    })
}

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
                map.serialize_entry("unknown", gap)?;
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
        json_schema!({ "anyOf": [value, gap] })
    }
}
