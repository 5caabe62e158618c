//! Two registers compared by meaning: what differs, apart from what that means.
//!
//! 1. [`compare::registers`] gives [`Change`]s: a subject, a path of fields, the value before and after.
//! 2. [`grade`] says of each what the law asks for; [`reach`] says which activities and notices it touches.
//! 3. [`form`] tells it: text, Markdown, HTML, JSON.
//!
//! Nothing here knows where a register comes from.

mod candidates;
pub(crate) mod compare;
pub(crate) mod condition;
mod descend;
mod direction;
pub(crate) mod duty;
pub(crate) mod form;
pub(crate) mod grade;
pub(crate) mod known;
pub(crate) mod labels;
pub(crate) mod matching;
mod naming;
pub(crate) mod overrides;
pub(crate) mod pair;
pub(crate) mod reach;
pub(crate) mod report;
mod sensitive;
pub(crate) mod similarity;
mod third;
pub(crate) mod uses;
pub(crate) mod value;
mod version;
pub(crate) mod wording;
pub(crate) mod words;

use crate::model::reference::RefKind;
use std::sync::Arc;

use serde::Serialize;
use value::Value;

/// What kind of record a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    /// `municipality.yaml`, but for what has an id of its own.
    Municipality,
    /// A controller.
    Controllers,
    /// A unit.
    Units,
    /// A data protection officer.
    Officers,
    /// An activity.
    Activities,
    /// A notice.
    Notices,
    /// A processor.
    Processors,
    /// A system.
    Systems,
    /// A recipient.
    Recipients,
    /// A source.
    Sources,
    /// A shared text.
    Texts,
    /// A security measure.
    Measures,
}

impl Room {
    /// Where a reference leads; nowhere for the data of an activity.
    pub(crate) fn of(kind: RefKind) -> Option<Self> {
        match kind {
            RefKind::Controllers => Some(Self::Controllers),
            RefKind::Units => Some(Self::Units),
            RefKind::Officers => Some(Self::Officers),
            RefKind::Systems => Some(Self::Systems),
            RefKind::Processors => Some(Self::Processors),
            RefKind::Texts => Some(Self::Texts),
            RefKind::Activities => Some(Self::Activities),
            RefKind::DataIds => None,
        }
    }

    /// Every one, in the order in which changes are told.
    pub const ALL: [Self; 12] = [
        Self::Municipality,
        Self::Controllers,
        Self::Units,
        Self::Officers,
        Self::Activities,
        Self::Notices,
        Self::Processors,
        Self::Systems,
        Self::Recipients,
        Self::Sources,
        Self::Texts,
        Self::Measures,
    ];

    /// The word in patterns and in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Controllers => "controllers",
            Self::Units => "units",
            Self::Officers => "officers",
            Self::Activities => "activities",
            Self::Notices => "notices",
            Self::Processors => "processors",
            Self::Systems => "systems",
            Self::Recipients => "recipients",
            Self::Sources => "sources",
            Self::Texts => "texts",
            Self::Measures => "measures",
        }
    }
}

/// How a record was recognised on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::enum_variant_names, reason = "the names are those of the JSON")]
pub enum Recognised {
    /// By its id.
    ById,
    /// `replaces` names the id that it had.
    ByReplaces,
    /// It says nearly the same.
    ByContent,
}

/// The record that a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// What kind of record.
    pub room: Room,
    /// Its id before; none where it is new. The municipality has the name of its folder.
    pub before: Option<String>,
    /// Its id after; none where it is gone.
    pub after: Option<String>,
    /// How the two were found to be one.
    pub recognised: Recognised,
}

impl Subject {
    /// The id now, or the last one it had.
    #[must_use]
    pub fn id(&self) -> &str {
        self.after.as_deref().or(self.before.as_deref()).unwrap_or_default()
    }
}

/// One step on the way from a record to a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A field, in its Rust spelling.
    Field(&'static str),
    /// An item of a list, as it was before and as it is after.
    Item(Arc<Value>, Arc<Value>),
    /// A record by id.
    Key(String),
    /// A text in one language.
    Lang(crate::model::Lang),
}

/// One difference between two registers.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The record.
    pub subject: Subject,
    /// The way to the value; empty where the whole record is new or gone.
    pub path: Vec<Step>,
    /// The value before; none where it is new.
    pub before: Option<Value>,
    /// The value after; none where it is gone.
    pub after: Option<Value>,
}

impl Change {
    /// The fields that lead to the value, without items: `["retention", "keep"]`.
    #[must_use]
    pub fn fields(&self) -> Vec<&'static str> {
        let field = |step: &Step| if let Step::Field(field) = step { Some(*field) } else { None };
        self.path.iter().filter_map(field).collect()
    }

    /// The same difference seen from the other side.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let Self { subject: Subject { room, before, after, recognised }, path, .. } = self.clone();
        let turn = |step| match step {
            Step::Item(before, after) => Step::Item(after, before),
            other => other,
        };
        Self {
            subject: Subject { room, before: after, after: before, recognised },
            path: path.into_iter().map(turn).collect(),
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}
