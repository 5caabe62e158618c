//! Findings: what is wrong in a register, where, why, and what to write instead.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::kind::RefKind;
use crate::say::{Message, Words};

/// A stretch of one source text, in bytes. All places are equal: where a value stands is not part of
/// what it means, so two registers that say the same are the same.
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
    /// The first byte of a text: for what is missing from a whole file.
    #[must_use]
    pub fn start_of(file: u32) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The file and the first byte: in this order places follow one another.
    #[must_use]
    pub fn begin(self) -> (u32, u32) {
        (self.file, self.start)
    }

    /// Whether it lies in another, from its first byte to its last.
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

/// How much a finding weighs. Only an error stops a register from being published.
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
    /// What a finding of this level is called.
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

/// What is certain to be right instead: edits of one value, which belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The whole value, as it is read.
    pub value: String,
    /// What is replaced in it, in bytes and in order, and what stands there then.
    pub edits: Vec<(Range<usize>, String)>,
}

/// One thing that is wrong, at one primary place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The stable name of the fault: the thing, then what is wrong with it.
    pub code: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// The value that is wrong, or the record that lacks one.
    pub place: Place,
    /// The key inside the record at `place`, where the finding is about one field.
    pub field: Option<&'static str>,
    /// One sentence: what is wrong.
    pub message: Message,
    /// A few words under the marked place.
    pub label: Message,
    /// Why it is wrong: the Article, the national provision.
    pub note: Option<Message>,
    /// What to write instead.
    pub help: Option<Message>,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Place, Message)>,
    /// The phrase inside the value at `place`, where the finding is about a part of a text.
    pub phrase: Option<String>,
    /// What is certain to be right instead.
    pub fix: Option<Fix>,
    /// The name that stands where the id of a record should, and the kind of the record.
    pub name_of: Option<(RefKind, String)>,
    /// How many other findings of its file it counts ([`limit`](crate::limit)).
    pub more: usize,
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

    /// The same finding about one field of the record at its place.
    #[must_use]
    pub fn field(mut self, name: &'static str) -> Self {
        self.field = Some(name);
        self
    }

    /// The same finding with words under the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<Message>) -> Self {
        self.label = label.into();
        self
    }

    /// The same finding with its reason.
    #[must_use]
    pub fn note(mut self, note: impl Into<Message>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// The same finding with a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same finding about one phrase of the text at its place.
    #[must_use]
    pub fn phrase(mut self, phrase: impl Into<String>) -> Self {
        self.phrase = Some(phrase.into());
        self
    }

    /// The same finding with edits that are certain: of `value`, which stands at its place, those stretches are replaced.
    #[must_use]
    pub fn fix(mut self, value: impl Into<String>, edits: Vec<(Range<usize>, String)>) -> Self {
        self.fix = Some(Fix { value: value.into(), edits });
        self
    }

    /// The same finding with an edit that is certain: the whole `value` at its place becomes `to`.
    #[must_use]
    pub fn rewrite(self, value: &str, to: impl Into<String>) -> Self {
        self.fix(value, vec![(0..value.len(), to.into())])
    }

    /// The same finding about a name where the id of a record of that kind is expected.
    #[must_use]
    pub fn name_of(mut self, kind: RefKind, name: impl Into<String>) -> Self {
        self.name_of = Some((kind, name.into()));
        self
    }

    /// The same finding at another level.
    #[must_use]
    pub fn at_level(mut self, level: Level) -> Self {
        self.level = level;
        self
    }

    /// The same finding with another place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, words: impl Into<Message>) -> Self {
        self.related.push((place, words.into()));
        self
    }
}

/// The findings of one run, in the order in which they were made.
pub type Findings = Vec<Finding>;
