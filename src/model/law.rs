//! Provisions.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::finding::Findings;
use crate::format::read::Read;
use crate::format::yaml::Node;
use crate::law::citation::{self, Citation};
use crate::model::Text;
use crate::model::address::Url;
use crate::model::conceal::Conceal;
use crate::model::record::record;
use crate::model::visit::{Visit, Visitor, VisitorMut};

record! {
    /// A provision: the act with its number, chapter and section, as the country cites it.
    ///
    /// `law: skollagen (2010:800) 10 kap. 32 §`
    pub struct Law(en: "a provision", sv: "ett lagrum", da: "en bestemmelse", short = cite) {
        /// The citation.
        ///
        /// `cite: skollagen (2010:800) 10 kap. 32 §`
        cite: Cite = required,
        /// Where the text of the law can be read.
        ///
        /// `url: https://www.riksdagen.se/`
        url: Option<Url>,
    }
}

/// The text of a citation. It is published as written; what it says is read from it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cite(pub Text);

impl Cite {
    /// What the citation says, in its first language.
    #[must_use]
    pub(crate) fn read(&self) -> Citation<'_> {
        self.0.words().next().map(citation::read).unwrap_or_default()
    }
}

impl Read for Cite {
    fn read(node: &Node, findings: &mut Findings) -> Option<Self> {
        Text::read(node, findings).map(Self)
    }
}

impl Visit for Cite {
    fn visit<'r>(&'r self, visitor: &mut dyn Visitor<'r>) {
        self.0.visit(visitor);
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitorMut) {
        self.0.visit_mut(visitor);
    }
}

impl Conceal for Cite {
    fn conceal(&mut self) {}
}

/// Serializes the text with what the citation says: `{"text": …, "act": …, "number": …, "place": …, "country": …}`.
impl Serialize for Cite {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Told<'t> {
            text: &'t Text,
            #[serde(flatten)]
            says: Citation<'t>,
        }
        Told { text: &self.0, says: self.read() }.serialize(to)
    }
}

impl JsonSchema for Cite {
    fn schema_name() -> Cow<'static, str> {
        Text::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(schemas: &mut SchemaGenerator) -> Schema {
        let text = schemas.subschema_for::<Text>();
        if schemas.contract().is_serialize() {
            return json_schema!({
                "description": "A citation: its text, and what it says if it can be read.",
                "type": "object",
                "properties": {
                    "text": text,
                    "act": { "type": "string" },
                    "number": { "type": "string" },
                    "place": { "type": "string" },
                    "country": { "type": "string", "pattern": "^[A-Z]{2}$" }
                },
                "required": ["text"],
                "additionalProperties": false
            });
        }
        text
    }
}
