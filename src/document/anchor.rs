//! The ids of headings, by which links lead to them. An id does not change with the words of its heading.

use std::fmt;

use crate::document::Block;
use crate::document::scene::Scene;
use crate::language::form::Part;
use crate::model::Id;

/// Ids of a page that are not the key of a heading.
const OWN: [&str; 6] = ["about", "contents", "main", "municipality", "page", "text"];

/// The id of a heading or a question in a page. Empty if it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Anchor(String);

impl Anchor {
    /// The id of what a page has at most once: the key of its heading, such as `rights`.
    #[must_use]
    pub fn of(key: &str) -> Self {
        Self(key.to_owned())
    }

    /// The id of an activity, which is that of its record. One that is also the key of a heading is told apart by a dot,
    /// which no id of a record has.
    #[must_use]
    pub(crate) fn of_activity(scene: &Scene, id: &Id) -> Self {
        let is_taken = OWN.contains(&id.as_str()) || scene.language.has(&format!("heading.{id}"));
        if is_taken { Self(format!("activity.{id}")) } else { Self(id.to_string()) }
    }

    /// The id of a shared text.
    #[must_use]
    pub fn of_text(id: &Id) -> Self {
        Self(format!("text.{id}"))
    }

    /// The id of a part of what has this one.
    #[must_use]
    pub fn inside(&self, key: &str) -> Self {
        if self.is_empty() { Self::default() } else { Self(format!("{self}.{key}")) }
    }

    /// Whether there is no id.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The heading of a part.
#[must_use]
pub(crate) fn heading(scene: &Scene, level: u8, part: Part) -> Block {
    Block::Heading(level, scene.say(part.heading(), &[]), Anchor::of(&part.to_string()))
}

impl fmt::Display for Anchor {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}
