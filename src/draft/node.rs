//! The tree that a text becomes: values, each with its place.

use crate::finding::Place;
use crate::say::Words;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where the value stands.
    pub place: Place,
    /// What the value is.
    pub kind: Kind,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// One piece of text.
    Scalar {
        /// The text without quotes and escapes.
        text: String,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    Seq(Vec<Node>),
    /// A mapping, in the order written, each key once.
    Map(Vec<(Node, Node)>),
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

    /// Whether nothing was written: an empty plain value, `~` or `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
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

    /// What the value is, in the words of a message.
    #[must_use]
    pub fn kind_in_words(&self) -> Words {
        match &self.kind {
            _ if self.is_null() => Words { en: "nothing", sv: "ingenting", da: "ingenting" },
            Kind::Scalar { .. } => Words { en: "text", sv: "text", da: "tekst" },
            Kind::Seq(_) => Words { en: "a list", sv: "en lista", da: "en liste" },
            Kind::Map(_) => Words { en: "a record", sv: "en post", da: "en post" },
        }
    }

    /// How many values the tree holds, itself included.
    pub(super) fn size(&self) -> usize {
        1 + match &self.kind {
            Kind::Scalar { .. } => 0,
            Kind::Seq(items) => items.iter().map(Node::size).sum(),
            Kind::Map(entries) => entries.iter().map(|(key, value)| key.size() + value.size()).sum(),
        }
    }
}
