//! The tree that a text becomes: values, each with its place.

use std::rc::Rc;

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

/// What a value is. Copies share what they hold, so that an anchor and its aliases cost one value.
#[derive(Debug, Clone)]
pub enum Kind {
    /// One piece of text.
    Scalar {
        /// The text without quotes and escapes.
        text: Rc<str>,
        /// Whether it stands without quotes.
        plain: bool,
    },
    /// A list.
    Seq(Rc<[Node]>),
    /// A mapping, in the order written, each key once.
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

    /// Whether nothing was written: an empty plain value, `~` or `null`.
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
}
