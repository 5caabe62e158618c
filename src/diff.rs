//! Compares two registers by meaning. Finding the differences is separate from grading them.
//!
//! 1. [`compare::registers`] gives [`Change`]s: a subject, a path of fields, the value before and after.
//! 2. [`grade`] grades each change by what the law requires; [`reach`] finds the activities and notices it affects.
//! 3. [`form`] renders the result: text, Markdown, HTML, JSON.
//!
//! This module does not know where a register comes from.

mod candidates;
pub(crate) mod codes;
pub(crate) mod compare;
pub(crate) mod concerned;
pub(crate) mod condition;
mod descend;
mod direction;
pub(crate) mod duty;
mod fingerprint;
mod flows;
mod follow;
pub(crate) mod form;
pub(crate) mod found;
pub(crate) mod grade;
mod held;
mod inner;
pub(crate) mod known;
pub(crate) mod labels;
pub(crate) mod matching;
mod naming;
pub(crate) mod overrides;
pub(crate) mod pair;
mod partial;
mod parties;
pub(crate) mod reach;
pub(crate) mod remarks;
pub(crate) mod report;
pub(crate) mod selection;
mod sensitive;
pub(crate) mod settings;
pub(crate) mod similarity;
pub(crate) mod site;
mod spelling;
mod third;
pub(crate) mod uses;
pub(crate) mod value;
mod version;
pub(crate) mod wording;
pub(crate) mod words;

pub(crate) use crate::kind::RecordKind;
use std::sync::Arc;

use serde::Serialize;
use value::Value;

/// How a record was recognised on the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(clippy::enum_variant_names, reason = "the names are those of the JSON")]
pub enum Recognised {
    /// It has the same id.
    ById,
    /// `replaces` names its id before.
    ByReplaces,
    /// Its content is nearly the same.
    ByContent,
}

/// The record that a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The kind of record.
    pub room: RecordKind,
    /// Its id before; `None` if the record is new. The id of the municipality is the name of its folder.
    pub before: Option<String>,
    /// Its id after; `None` if the record is removed.
    pub after: Option<String>,
    /// How the two records were matched.
    pub recognised: Recognised,
}

impl Subject {
    /// The id after, or else the id before.
    #[must_use]
    pub fn id(&self) -> &str {
        self.after.as_deref().or(self.before.as_deref()).unwrap_or_default()
    }
}

/// One step of the path from a record to a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// A field, in its Rust spelling.
    Field(&'static str),
    /// An item of a list, before and after.
    Item(Arc<Value>, Arc<Value>),
    /// The id of a record.
    Key(String),
    /// The language of a text.
    Lang(crate::model::Lang),
}

/// One difference between two registers.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The record.
    pub subject: Subject,
    /// The path to the value; empty if the whole record is new or removed.
    pub path: Vec<Step>,
    /// The value before; `None` if it is new.
    pub before: Option<Value>,
    /// The value after; `None` if it is removed.
    pub after: Option<Value>,
    /// If the change is in one language of a text, the languages in which the text is the same on both sides.
    pub kept: Vec<crate::model::Lang>,
}

impl Change {
    /// The field names in the path, without items: `["retention", "keep"]`.
    #[must_use]
    pub fn fields(&self) -> Vec<&'static str> {
        let field = |step: &Step| if let Step::Field(field) = step { Some(*field) } else { None };
        self.path.iter().filter_map(field).collect()
    }

    /// The same difference with before and after swapped.
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
            kept: self.kept.clone(),
        }
    }
}
