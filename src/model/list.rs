//! Lists that can also say “none” or “unknown”.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::finding::{Finding, Findings, Place};
use crate::format::answer::{Answer, answer, instead_of_things, pattern};
use crate::format::comma;
use crate::format::phrases::did_you_mean;
use crate::format::read::Read;
use crate::format::yaml::{Kind, Node};
use crate::lexicon::texts;
use crate::model::gap::{GapSchema, gap, reason};
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
            Kind::Seq(items) if items.is_empty() => findings.push(without_items(node.place)),
            Kind::Seq(items) if items.len() != 1 => {
                list.items.reserve_exact(items.len());
                // Where the first item begins so, they all may: `[för att pröva, för att betala]`.
                let is_whole = !items.first().is_some_and(begins_in_the_middle);
                for (index, item) in items.iter().enumerate() {
                    let before = index.checked_sub(1).and_then(|before| items.get(before));
                    let is_rest = |before: &Node| is_whole && begins_in_the_middle(item) || is_cut_number(before, item);
                    if before.is_some_and(is_rest) {
                        findings.push(comma::in_list(before, item));
                    }
                    list.push(item, findings);
                }
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

/// The finding for `[]`.
fn without_items(place: Place) -> Finding {
    let message = say!(
        en: "an empty list does not say whether there are any",
        sv: "en tom lista säger inte om det finns något",
        da: "en tom liste siger ikke, om der er noget",
    );
    Finding::error("type-wrong", place, message).label(did_you_mean("none")).help(say!(
        en: "write `none` in its place where there is none, or remove the key",
        sv: "skriv `none` i stället om det inte finns något, eller ta bort nyckeln",
        da: "skriv `none` i stedet, hvis der intet er, eller fjern nøglen",
    ))
}

/// Whether a comma cut a number in a text: `barn under 3,5 år`.
fn is_cut_number(before: &Node, item: &Node) -> bool {
    let [(Kind::Scalar { text: before_text, plain: true }, end), (Kind::Scalar { text, plain: true }, start)] =
        [(&before.kind, before.place.end), (&item.kind, item.place.start)]
    else {
        return false;
    };
    start == end + 1
        && before_text.ends_with(|last: char| last.is_ascii_digit())
        && before_text.contains(char::is_alphabetic)
        && text.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether an entry begins in the middle of a sentence, because a comma inside `[…]` ended the entry before.
fn begins_in_the_middle(item: &Node) -> bool {
    let Kind::Scalar { text, plain: true } = &item.kind else { return false };
    let begins = |words: &str| text.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '));
    item.in_flow && texts().middle.iter().any(begins)
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

impl<T: JsonSchema + Read> JsonSchema for List<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let item = schemas.subschema_for::<T>();
        let gap = schemas.subschema_for::<GapSchema>();
        if schemas.contract().is_serialize() {
            return json_schema!({ "anyOf": [
                { "const": "none" },
                { "type": "array", "minItems": 1, "items": { "anyOf": [item, gap] } }
            ] });
        }
        match T::TAKES_NO {
            true => list_of(item, gap, &[Answer::Yes, Answer::Unknown], &[]),
            false => list_of(item, gap, &[Answer::No, Answer::Yes, Answer::Unknown], &[Answer::No]),
        }
    }
}

/// The forms of a list: one value or several, none of them an answer; `none`; a gap.
fn list_of(item: Schema, gap: Schema, alone: &[Answer], among: &[Answer]) -> Schema {
    let not = |answers: &[Answer]| match answers {
        [] => json!({}),
        answers => json!({ "not": { "anyOf": [{ "type": "string", "pattern": pattern(answers) }] } }),
    };
    let mut alone = not(alone);
    if let Some(Value::Array(refused)) = alone.pointer_mut("/not/anyOf") {
        refused.push(json!({ "const": true }));
    }
    json_schema!({
        "anyOf": [
            { "allOf": [item, alone] },
            gap,
            { "enum": ["none", "None"] },
            { "type": "array", "minItems": 2, "items": { "anyOf": [{ "allOf": [item, not(among)] }, gap] } },
            { "type": "array", "minItems": 1, "maxItems": 1, "items": { "anyOf": [{ "allOf": [item, alone] }, gap] } }
        ]
    })
}
