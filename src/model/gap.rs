//! Gaps: values that are not known, with the reason and an optional sentence for the public.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::finding::{Finding, Findings};
use crate::format::answer::{GAP, without_reason};
use crate::format::comma;
use crate::format::read::Read;
use crate::format::version::of_second;
use crate::format::yaml::{Kind, Node};
use crate::model::Text;
use crate::model::conceal::Conceal;
use crate::model::visit::{Visit, Visitor, VisitorMut};

/// A gap: `{unknown: why, say: sentence}`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Gap {
    /// Why it is not known. Internal in format 2.
    pub reason: Text,
    /// The sentence that the public reads instead of the standard one.
    pub say: Option<Text>,
    /// Whether the reason is published: true in format 1, false in format 2.
    pub is_public: bool,
}

/// The parts of `{unknown: reason, say: sentence}`.
pub(super) struct Written<'n> {
    unknown: &'n (Node, Node),
    say: Option<&'n Node>,
    /// The finding for a reason or a sentence that a comma cut.
    cut: Option<Finding>,
}

/// The parts of a gap; `None` for any other value.
pub(super) fn gap(node: &Node) -> Option<Written<'_>> {
    let Kind::Map(entries) = &node.kind else { return None };
    let unknown = node.entry(GAP)?;
    let say = node.entry(SAY).map(|(_, say)| say);
    let rest = (0..entries.len()).find(|index| comma::is_rest(entries, *index));
    let pieces =
        entries.iter().filter(|(key, value)| rest.is_some() && value.is_null() && key.text() != Some(GAP)).count();
    let cut = rest.and_then(|index| comma::found(entries, index));
    (entries.len() == 1 + usize::from(say.is_some()) + pieces).then_some(Written { unknown, say, cut })
}

/// The key of the sentence for the public.
pub(super) const SAY: &str = "say";

/// Reads a gap. A gap without a reason is reported.
pub(super) fn reason(Written { unknown: (key, reason), say, cut }: Written, findings: &mut Findings) -> Option<Gap> {
    if let Some(cut) = cut {
        findings.push(cut);
        return None;
    }
    if reason.is_null() {
        findings.push(without_reason(key.place));
        return None;
    }
    if let Some(say) = say {
        findings.push(of_second(&format!("`{SAY}`"), say.place));
    }
    let say = say.and_then(|say| Text::read(say, findings));
    Text::read(reason, findings).map(|reason| Gap { reason, say, is_public: false })
}

/// Reads a reason without a sentence for the public.
impl Read for Gap {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        Text::read(node, findings).map(|reason| Self { reason, ..Self::default() })
    }
}

impl Visit for Gap {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.gap(self);
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        visitor.gap(self);
    }
}

impl Conceal for Gap {
    fn conceal(&mut self) {
        if !self.is_public {
            self.reason = Text { at: self.reason.at, ..Text::default() };
        }
    }
}

/// Serializes the reason, or `true` if [`Conceal`] cleared it.
impl Serialize for Gap {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.reason.is_empty() {
            true => to.serialize_bool(true),
            false => self.reason.serialize(to),
        }
    }
}

impl JsonSchema for Gap {
    fn schema_name() -> Cow<'static, str> {
        Text::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let reason = schemas.subschema_for::<Text>();
        match schemas.contract().is_serialize() {
            true => json_schema!({ "anyOf": [reason, { "const": true }] }),
            false => reason,
        }
    }
}

/// A value that is not known: the reason, and a sentence for the public. The to-do list asks for the value. In format 2
/// the reason is internal; without `say`, the notice says that information is missing.
///
/// `{unknown: nämnden har inte beslutat, say: Tiden är inte bestämd ännu.}`
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Gap")]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) struct GapSchema {
    /// Why it is not known.
    #[schemars(extend("x-internal" = true))]
    unknown: Text,
    /// The sentence that the public reads.
    #[schemars(extend("x-since-format" = 2))]
    say: Option<Text>,
}
