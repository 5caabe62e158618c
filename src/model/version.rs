//! Versions of the format.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use crate::finding::{Finding, Findings};
use crate::format::read::{Read, wrong_type};
use crate::format::yaml::Node;
use crate::model::conceal::Conceal;
use crate::model::visit::{Fact, Visit, Visitor, VisitorMut};
use crate::say;
use crate::say::Words;

/// A version of the format; the first without `format:` in `municipality.yaml`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "u32")]
pub enum Version {
    /// Labels and synonyms mean their codes; children inherit every inheritable key that they do not write.
    #[default]
    First,
    /// Words are published as written; children inherit the keys that they name.
    Second,
}

impl Version {
    /// Every version, the oldest first.
    const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The version with a number.
    #[must_use]
    pub(crate) fn of_number(written: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|version| version.number().to_string() == written)
    }

    /// The newest version.
    pub const NEWEST: Self = Self::Second;

    /// Its number.
    #[must_use]
    pub fn number(self) -> u32 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }
}

impl From<Version> for u32 {
    fn from(version: Version) -> Self {
        version.number()
    }
}

impl Read for Version {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        const WHAT: Words =
            Words { en: "a version of the format", sv: "en version av formatet", da: "en version af formatet" };
        const HELP: Words = Words { en: "write `format: 2`", sv: "skriv `format: 2`", da: "skriv `format: 2`" };
        let written = node.text();
        if let Some(version) = written.and_then(Self::of_number) {
            return Some(version);
        }
        match written {
            Some(number) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
                let message = say!(
                    en: "this program does not know format {number}",
                    sv: "det här programmet känner inte till format {number}",
                    da: "dette program kender ikke format {number}",
                );
                findings.push(Finding::error("format-unknown", node.place, message).help(say!(
                    en: "use a newer version of ropa, or write `format: 2`",
                    sv: "använd en nyare version av ropa, eller skriv `format: 2`",
                    da: "brug en nyere version af ropa, eller skriv `format: 2`",
                )));
                None
            }
            _ => wrong_type(node, WHAT, HELP, findings),
        }
    }
}

impl Visit for Version {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        visitor.fact(Fact::Number(self.number()));
    }

    fn visit_mut(&mut self, _: &mut dyn VisitorMut) {}
}

impl Conceal for Version {
    fn conceal(&mut self) {}
}

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Format".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": [1, 2] })
    }
}
