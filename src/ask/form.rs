//! A form: the questions to one unit.

use crate::draft::put::Step;
use crate::say::Tongue;

/// The questions to one unit.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    /// The folder of the municipality.
    pub municipality: String,
    /// Its name.
    pub name: String,
    /// The id of the unit, or of the controller where there is no unit.
    pub unit: String,
    /// The name of the unit.
    pub unit_name: String,
    /// The day on which the form was made.
    pub day: String,
    /// The language.
    pub tongue: Tongue,
    /// Whether it asks if what is written is still right.
    pub is_review: bool,
    /// The questions, by activity or shared record.
    pub matters: Vec<Matter>,
}

impl Form {
    /// Every question, in order.
    pub(crate) fn questions(&self) -> impl Iterator<Item = &Question> {
        self.matters.iter().flat_map(|matter| &matter.questions)
    }

    /// The fingerprint of the questions: a draft in a page belongs to this form only.
    #[must_use]
    pub(crate) fn print(&self) -> String {
        let pieces = self.questions().flat_map(|question| [question.id.as_str(), question.print.as_str()]);
        let whole =
            crate::source::fingerprint_of([self.municipality.as_str(), self.unit.as_str()].into_iter().chain(pieces));
        whole.chars().take(PRINT).collect()
    }

    /// The name of its files, without an ending.
    #[must_use]
    pub(crate) fn file_name(&self) -> String {
        let review = if self.is_review { "-review" } else { "" };
        format!("{}-{}{review}", self.municipality, self.unit.replace('/', "-"))
    }
}

/// The letters of a fingerprint.
pub(super) const PRINT: usize = 16;

/// The questions on one activity or shared record.
#[derive(Debug, Clone)]
pub(crate) struct Matter {
    /// Its name.
    pub heading: String,
    /// The questions, the most severe first.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    /// Names it across versions of the register: municipality, kind of file, record and path of keys.
    pub id: String,
    /// The question.
    pub words: String,
    /// The purpose, recipient or the like that it is about.
    pub about: String,
    /// The provision that asks for the answer.
    pub law: Option<String>,
    /// What is missing or wrong.
    pub why: Vec<String>,
    /// What the register says now, as lines. Empty if it says nothing.
    pub now: Vec<String>,
    /// An example of an answer.
    pub example: Option<String>,
    /// The kind of answer.
    pub kind: Kind,
    /// Whether the answer is a list.
    pub is_list: bool,
    /// Whether `there is none` is an answer.
    pub takes_none: bool,
    /// Whether `not known` is an answer.
    pub takes_gap: bool,
    /// Whether something is written that can still be right.
    pub is_written: bool,
    /// Whether a part of the list is not known.
    pub has_gap: bool,
    /// The items of the list that are written, each with its place in the file.
    pub items: Vec<Kept>,
    /// The fingerprint of what the register says now.
    pub print: String,
    /// Where the answer is written.
    pub target: Target,
}

/// An item that is written.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    /// Names it in an answer: a fingerprint of its content.
    pub name: String,
    /// The item in words.
    pub words: String,
    /// Its index in the file.
    pub index: usize,
}

/// Where an answer is written.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// The index of the file.
    pub(crate) file: u32,
    /// The way to the value.
    pub(crate) path: Vec<Step>,
    /// The key that a lone value of the record above is read as.
    pub(crate) short: Option<String>,
    /// For each step, the keys of its record that stand before it.
    pub(crate) before: Vec<Vec<String>>,
}

/// The kind of an answer, or of an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A text.
    Text,
    /// A day.
    Date,
    /// A whole number.
    Number,
    /// A period.
    Period,
    /// Yes or no.
    YesNo,
    /// One of several; with `is_open`, also in words of one's own.
    Choice {
        /// The choices.
        choices: Vec<Choice>,
        /// Whether words of one's own are an answer.
        is_open: bool,
    },
    /// A record: an answer for each of its parts.
    Parts(Vec<Part>),
    /// Words that a person has to place.
    Note,
}

/// A choice: what is written, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The code or id.
    pub code: String,
    /// What it is called.
    pub label: String,
}

/// A part of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    /// The key.
    pub key: String,
    /// What is asked.
    pub label: String,
    /// Its kind; never [`Kind::Parts`].
    pub kind: Kind,
    /// Whether it is a list.
    pub is_list: bool,
    /// Whether an answer needs it.
    pub is_required: bool,
    /// The keys of the record that stand before it.
    pub(crate) before: Vec<String>,
    /// An example.
    pub example: Option<String>,
}
