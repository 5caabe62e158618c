//! The parsed YAML tree: values, each with its place.

use std::rc::Rc;

use crate::finding::Place;
use crate::say::Words;

/// A value and its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// The place of the value.
    pub place: Place,
    /// The content.
    pub kind: Kind,
    /// Whether it stands directly between brackets or braces.
    pub in_flow: bool,
}

/// The content of a value. Clones share it, so an anchor and its aliases cost one value.
#[derive(Debug, Clone)]
pub enum Kind {
    /// A scalar.
    Scalar {
        /// The text without quotes and escapes.
        text: Rc<str>,
        /// Whether it is unquoted.
        plain: bool,
    },
    /// A list.
    Seq(Rc<[Node]>),
    /// A mapping, in source order, each key once.
    Map(Rc<[(Node, Node)]>),
}

impl Node {
    /// The text of a scalar that is not null.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, .. } if !self.is_null() => Some(text),
            _ => None,
        }
    }

    /// Whether the value is null: an empty plain scalar, `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null"))
    }

    /// The value of `key` in a mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|(_, value)| value)
    }

    /// The key and value of `key` in a mapping.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&(Node, Node)> {
        match &self.kind {
            Kind::Map(entries) => entries.iter().find(|(name, _)| name.text() == Some(key)),
            _ => None,
        }
    }

    /// The kind of the value, for messages.
    #[must_use]
    pub fn kind_in_words(&self) -> Words {
        match &self.kind {
            _ if self.is_null() => Words { en: "nothing", sv: "ingenting", da: "ingenting" },
            Kind::Scalar { .. } => Words { en: "text", sv: "text", da: "tekst" },
            Kind::Seq(_) => Words { en: "a list", sv: "en lista", da: "en liste" },
            Kind::Map(_) => Words { en: "a record", sv: "en post", da: "en post" },
        }
    }
}
