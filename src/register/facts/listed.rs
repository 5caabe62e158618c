//! Whether an activity lists the data that are spoken of elsewhere in it.

use rustc_hash::FxHashSet;

use crate::model::activity::{self, Activity};
use crate::model::term::{Refers, Word};
use crate::model::{Lang, Text};
use crate::register::Register;
use crate::register::facts::special::data_of;
use crate::steps;
use crate::vocabulary::{self, ListName};

/// How many letters of a word tell it from others, whatever its ending.
const STEM: usize = 5;

/// Codes that mean whole documents, which can have data of every kind.
const DOCUMENTS: [&str; 9] = [
    "application",
    "case-documents",
    "case-notes",
    "correspondence",
    "decision",
    "messages",
    "reason-for-application",
    "submitted-content",
    "user-documents",
];

/// A code that covers others.
const WIDER: [(&str, &[&str]); 5] = [
    ("contact-details", &["address", "boarding-address", "residence", "email-address", "phone", "name"]),
    ("name", &["first-name", "last-name", "guardian-name"]),
    (
        "health-data",
        &["diagnosis", "medical-record", "medication", "allergy", "disability", "sick-leave", "special-diet"],
    ),
    ("photo", &["portrait"]),
    ("income", &["guardians-income", "household-income", "declared-income"]),
];

/// The data of an activity, by codes and by the beginnings of the words that name them.
pub(crate) struct Listed {
    codes: FxHashSet<String>,
    stems: FxHashSet<String>,
    country: Option<String>,
    languages: Vec<Lang>,
}

impl Listed {
    /// The data of an activity and those that it reuses; `None` if they are not all listed.
    #[must_use]
    pub(crate) fn of(register: &Register, activity: &Activity) -> Option<Self> {
        let list = &activity.data;
        if list.items.is_empty() || !list.gaps.is_empty() || activity.may_have_more(activity::Listed::Data) {
            return None;
        }
        let municipality = &register.municipality;
        let mut listed = Self {
            codes: FxHashSet::default(),
            stems: FxHashSet::default(),
            country: municipality.country_code().map(str::to_owned),
            languages: municipality.languages.items.clone(),
        };
        for (_, data) in data_of(register, activity) {
            if data.open.0 || !data.items.gaps.is_empty() {
                return None;
            }
            for item in &data.items {
                listed.add(&item.word);
            }
            let texts = data.title.iter().chain(&data.examples).chain(&data.remarks);
            texts.for_each(|text| listed.add_text(text));
        }
        let is_open = DOCUMENTS.iter().any(|code| listed.codes.contains(*code));
        (!is_open).then_some(listed)
    }

    fn add(&mut self, word: &Word) {
        if let Some(code) = word.code() {
            self.add_code(code);
        }
        self.add_text(&word.text);
    }

    fn add_code(&mut self, code: &str) {
        self.codes.insert(code.to_owned());
        let wider = WIDER.iter().find(|(wider, _)| *wider == code);
        self.codes.extend(wider.into_iter().flat_map(|(_, narrower)| narrower.iter().map(|code| (*code).to_owned())));
        let labels = vocabulary::entry(ListName::Data, code).into_iter().flat_map(|entry| entry.labels().values());
        labels.for_each(|label| self.stems.extend(stems(label)));
    }

    fn add_text(&mut self, text: &Text) {
        text.words().for_each(|words| self.stems.extend(stems(words)));
    }

    /// Whether the data that a term means are listed, or may be: only what means a code can be told apart.
    #[must_use]
    pub(crate) fn has(&self, word: &Word) -> bool {
        steps::count(1);
        match (word.refers, word.code()) {
            (Refers::Register, _) => true,
            (_, Some(code)) => self.has_code(code),
            (_, None) => true,
        }
    }

    /// The words of a text if they mean data that are not listed.
    #[must_use]
    pub(crate) fn lacks(&self, text: &Text) -> Option<String> {
        let words = text.words().next()?;
        let meant =
            vocabulary::meaning(ListName::Data, words, self.country.as_deref(), |lang| self.languages.contains(&lang));
        let is_strange = match meant {
            Some(code) => !self.has_code(code),
            None => self.is_strange(words),
        };
        is_strange.then(|| words.to_owned())
    }

    fn has_code(&self, code: &str) -> bool {
        let labels = vocabulary::entry(ListName::Data, code).into_iter().flat_map(|entry| entry.labels().values());
        self.codes.contains(code) || labels.flat_map(|label| stems(label)).any(|stem| self.stems.contains(&stem))
    }

    /// Whether a single word names data that nothing listed begins like.
    fn is_strange(&self, words: &str) -> bool {
        let words = words.trim();
        let is_single =
            !words.contains(char::is_whitespace) && words.chars().filter(|sign| sign.is_alphabetic()).count() > 4;
        is_single && !is_general(words) && !stems(words).any(|stem| self.stems.contains(&stem))
    }
}

/// Whether a word means data of any kind.
fn is_general(word: &str) -> bool {
    let word = word.to_lowercase();
    let general = [
        "uppgift",
        "personuppgift",
        "oplysning",
        "personoplysning",
        "information",
        "handling",
        "dokument",
        "ansök",
        "ansøg",
        "everything",
        "samtliga",
    ];
    general.iter().any(|beginning| word.starts_with(beginning))
}

/// The beginnings of the words of a text.
fn stems(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() > 3);
    words.map(|word| word.to_lowercase().chars().take(STEM).collect())
}
