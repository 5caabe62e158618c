//! The texts of the generated registers: phrases by record and key, and topics of municipal work, in two languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The language of a municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// Swedish, in Sweden.
    Swedish,
    /// Danish, in Denmark.
    Danish,
}

/// Phrases by record, then by key.
type Phrases = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// The texts of one language.
#[derive(Debug)]
pub(crate) struct Words {
    /// The phrases.
    pub(crate) phrases: Phrases,
    /// The topics of activities.
    pub(crate) topics: Vec<Topic>,
    /// Texts that are shared by notices.
    pub(crate) passages: Vec<Passage>,
}

/// A topic of activities.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    /// The title of the activity.
    pub(crate) title: String,
    /// What people apply for, as it follows “an application for”.
    pub(crate) about: String,
    /// The responsible area: a key of the phrases `controller-name` and `unit-name`.
    pub(crate) area: String,
    /// Codes of data subjects.
    pub(crate) subjects: Vec<String>,
    /// Codes of data.
    pub(crate) data: Vec<String>,
    /// Codes of records.
    pub(crate) records: Vec<String>,
    /// The law.
    pub(crate) law: String,
}

/// A text shared by notices.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Passage {
    /// The heading, from which the id is made.
    pub(crate) title: String,
    /// The part of the notice that contains it.
    pub(crate) part: String,
    /// The paragraphs.
    pub(crate) body: Vec<String>,
}

/// The file of topics.
#[derive(Deserialize)]
struct Topics {
    topic: Vec<Topic>,
}

/// The file of passages.
#[derive(Deserialize)]
struct Passages {
    passage: Vec<Passage>,
}

static SWEDISH: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        &[
            include_str!("sv/organisation.toml"),
            include_str!("sv/activity.toml"),
            include_str!("sv/flow.toml"),
            include_str!("sv/office.toml"),
        ],
        include_str!("sv/topics.toml"),
        include_str!("sv/passages.toml"),
    )
});

static DANISH: LazyLock<Words> = LazyLock::new(|| {
    Words::parse(
        &[
            include_str!("da/organisation.toml"),
            include_str!("da/activity.toml"),
            include_str!("da/flow.toml"),
            include_str!("da/office.toml"),
        ],
        include_str!("da/topics.toml"),
        include_str!("da/passages.toml"),
    )
});

impl Tongue {
    /// Its phrases.
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::Swedish => &SWEDISH,
            Self::Danish => &DANISH,
        }
    }

    /// The language code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::Danish => "da",
        }
    }

    /// The country.
    pub(crate) fn country(self) -> &'static str {
        match self {
            Self::Swedish => "SE",
            Self::Danish => "DK",
        }
    }
}

#[expect(clippy::expect_used, reason = "the phrases are part of this program and do not change while it runs")]
impl Words {
    fn parse(phrases: &[&str], topics: &str, passages: &str) -> Self {
        let mut all = Phrases::new();
        for text in phrases {
            let file: Phrases = toml::from_str(text).expect("a file of phrases holds records, keys and lists of texts");
            all.extend(file);
        }
        let Topics { topic } = toml::from_str(topics).expect("topics.toml holds topics");
        let Passages { passage } = toml::from_str(passages).expect("passages.toml holds passages");
        Self { phrases: all, topics: topic, passages: passage }
    }

    /// The topic of the municipal company.
    pub(crate) fn let_by_the_company(&self) -> &Topic {
        let mut topics = self.topics.iter();
        topics.find(|topic| topic.records.iter().any(|code| code == "bookings")).expect("one topic is about bookings")
    }

    /// The phrases for a key of a record.
    pub(crate) fn list(&self, record: &str, key: &str) -> &[String] {
        let list = self.phrases.get(record).and_then(|keys| keys.get(key));
        list.expect("every record and key that is written has phrases in both languages")
    }
}
