//! Findings: what is wrong in a register, where, why, and how to fix it.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kind::RefKind;
use crate::say::{Message, Words};

/// A stretch of one source text, in bytes. All `Place`s compare equal, so derived `PartialEq` ignores source
/// positions.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    /// The index of the text in its [`Sources`](crate::source::Sources).
    pub file: u32,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Place {}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

impl Hash for Place {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl Place {
    /// The first byte of a text, for what is missing from the file.
    #[must_use]
    pub fn start_of(file: u32) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The file and the first byte, as a sort key.
    #[must_use]
    pub fn begin(self) -> (u32, u32) {
        (self.file, self.start)
    }

    /// Whether this place lies within `whole`.
    #[must_use]
    pub fn is_in(self, whole: Self) -> bool {
        self.file == whole.file && whole.start <= self.start && self.end <= whole.end
    }

    /// The place as a range of bytes.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The severity of a finding. Only an error prevents publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Good to know.
    Info,
    /// Probably not compliant, or against a guideline.
    Warning,
    /// What the law requires is missing, false or contradictory, or the text cannot be understood.
    Error,
}

impl Level {
    /// The name of the level.
    #[must_use]
    pub fn words(self) -> Words {
        match self {
            Self::Info => Words { en: "info", sv: "påpekande", da: "bemærkning" },
            Self::Warning => Words { en: "warning", sv: "varning", da: "advarsel" },
            Self::Error => Words { en: "error", sv: "fel", da: "fejl" },
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A machine-applicable fix of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The value as parsed.
    pub value: String,
    /// What replaces it.
    pub to: Replacement,
}

/// What replaces a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replacement {
    /// The replaced byte ranges of the value, in order, and their new text.
    Stretches(Vec<(Range<usize>, String)>),
    /// The items that take the place of the value in its list; without items, the value is removed from it.
    Items(Vec<String>),
    /// Nothing: the record that begins at the place of the finding is removed from its list.
    Gone,
}

/// One thing that is wrong, at one primary place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The stable code: the subject, then what is wrong with it.
    pub code: &'static str,
    /// The severity.
    pub level: Level,
    /// The value that is wrong, or the record that lacks one.
    pub place: Place,
    /// The key inside the record at `place`, if the finding is about one field.
    pub field: Option<&'static str>,
    /// What is wrong, in one sentence.
    pub message: Message,
    /// A few words below the marked text.
    pub label: Message,
    /// Why it is wrong: the Article or the national provision.
    pub note: Option<Message>,
    /// How to fix it.
    pub help: Option<Message>,
    /// Related places, each with a few words.
    pub related: Vec<(Place, Message)>,
    /// The phrase inside the value at `place`, if the finding is about part of a text.
    pub phrase: Option<String>,
    /// The machine-applicable fix.
    pub fix: Option<Fix>,
    /// The name written in place of the id of a record, and the kind of the record.
    pub name_of: Option<(RefKind, String)>,
    /// How many other findings of the file this one counts ([`limit`](crate::limit)).
    pub more: usize,
    /// The version of the format in which this is a fault; in all of them without it.
    pub only_in: Option<u32>,
}

impl Finding {
    /// An error at `place`.
    pub fn error(code: &'static str, place: Place, message: impl Into<Message>) -> Self {
        Self {
            code,
            level: Level::Error,
            place,
            field: None,
            message: message.into(),
            label: Message::default(),
            note: None,
            help: None,
            related: Vec::new(),
            phrase: None,
            fix: None,
            name_of: None,
            more: 0,
            only_in: None,
        }
    }

    /// A warning at `place`.
    pub fn warning(code: &'static str, place: Place, message: impl Into<Message>) -> Self {
        Self { level: Level::Warning, ..Self::error(code, place, message) }
    }

    /// A hint at `place`.
    pub fn info(code: &'static str, place: Place, message: impl Into<Message>) -> Self {
        Self { level: Level::Info, ..Self::error(code, place, message) }
    }

    /// Sets the field of the record at `place`.
    #[must_use]
    pub fn field(mut self, name: &'static str) -> Self {
        self.field = Some(name);
        self
    }

    /// Sets the words below the marked text.
    #[must_use]
    pub fn label(mut self, label: impl Into<Message>) -> Self {
        self.label = label.into();
        self
    }

    /// Sets the reason.
    #[must_use]
    pub fn note(mut self, note: impl Into<Message>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets the help.
    #[must_use]
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets the phrase of the text at `place`.
    #[must_use]
    pub fn phrase(mut self, phrase: impl Into<String>) -> Self {
        self.phrase = Some(phrase.into());
        self
    }

    /// Sets a fix that replaces these byte ranges of `value`, the value at `place`.
    #[must_use]
    pub fn fix(mut self, value: impl Into<String>, edits: Vec<(Range<usize>, String)>) -> Self {
        self.fix = Some(Fix { value: value.into(), to: Replacement::Stretches(edits) });
        self
    }

    /// Sets a fix that puts `items` in the place of `value`, an item of a list or the only value of one.
    #[must_use]
    pub fn in_items(mut self, value: impl Into<String>, items: Vec<String>) -> Self {
        self.fix = Some(Fix { value: value.into(), to: Replacement::Items(items) });
        self
    }

    /// Sets a fix that removes the record at `place` from its list.
    #[must_use]
    pub fn without_record(mut self) -> Self {
        self.fix = Some(Fix { value: String::new(), to: Replacement::Gone });
        self
    }

    /// Sets a fix that replaces the whole `value` at `place` by `to`.
    #[must_use]
    pub fn rewrite(self, value: &str, to: impl Into<String>) -> Self {
        self.fix(value, vec![(0..value.len(), to.into())])
    }

    /// Marks that a name was written instead of the id of a record of this kind.
    #[must_use]
    pub fn name_of(mut self, kind: RefKind, name: impl Into<String>) -> Self {
        self.name_of = Some((kind, name.into()));
        self
    }

    /// Limits the finding to municipalities in this version of the format.
    #[must_use]
    pub fn only_in(mut self, format: u32) -> Self {
        self.only_in = Some(format);
        self
    }

    /// Sets the level.
    #[must_use]
    pub fn at_level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    /// Adds a related place.
    #[must_use]
    pub fn related(mut self, place: Place, words: impl Into<Message>) -> Self {
        self.related.push((place, words.into()));
        self
    }
}

/// The findings of one run, in the order in which they were found.
pub type Findings = Vec<Finding>;
