//! The generator's state: picks phrases by record and key, fills placeholders, and picks ids, codes and dates.

use super::chance::Chance;
use super::draft::Draft;
use super::plan::Kind;
use super::town::{Party, Town};
use super::words::Topic;
use super::yaml::Value;

/// Generates the files of one municipality, or one activity.
#[derive(Debug)]
pub(crate) struct Pen<'t> {
    /// The random stream.
    pub(crate) chance: Chance,
    /// The municipality.
    pub(crate) town: &'t Town,
    /// The topic of the activity; the first topic for everything else.
    pub(crate) topic: &'t Topic,
    /// The area of the organisation.
    pub(crate) area: &'t str,
    /// The kind of activity.
    pub(crate) kind: Kind,
    /// An optional key is written once in this many times.
    pub(crate) odds: usize,
    /// The ids of data that the activity can refer to.
    pub(crate) data: Vec<String>,
    /// The ids of activities written before.
    pub(crate) earlier: Vec<String>,
    /// The parties named so far that receive data outside the European Economic Area.
    pub(crate) abroad: Vec<Party>,
    /// Whether the activity says that it has no processor.
    pub(crate) has_no_processor: bool,
}

impl<'t> Pen<'t> {
    /// Creates a pen for everything except activities.
    pub(crate) fn new(town: &'t Town, chance: Chance) -> Self {
        Self {
            chance,
            town,
            topic: &town.words().topics[0],
            area: "usual",
            kind: Kind::Ordinary,
            odds: 2,
            data: Vec::new(),
            earlier: Vec::new(),
            abroad: Vec::new(),
            has_no_processor: false,
        }
    }

    /// Begins a record; `record` names its phrases.
    pub(crate) fn record(&mut self, record: &'static str) -> Draft<'_, 't> {
        Draft::new(self, record)
    }

    /// A phrase for a key of a record.
    pub(crate) fn text(&mut self, record: &str, key: &str) -> String {
        let phrase = self.chance.pick(self.town.words().list(record, key));
        self.fill(phrase)
    }

    /// One to three distinct phrases for a key of a record.
    pub(crate) fn texts(&mut self, record: &str, key: &str) -> Value {
        let count = 1 + self.chance.below(3);
        let phrases = self.chance.some(self.town.words().list(record, key), count);
        let texts: Vec<String> = phrases.into_iter().map(|phrase| self.fill(phrase)).collect();
        texts.into_iter().collect()
    }

    /// Fills the placeholders of a phrase.
    pub(crate) fn fill(&mut self, phrase: &str) -> String {
        if !phrase.contains('{') {
            return phrase.to_owned();
        }
        let (town, area) = (self.town, self.area);
        let words = town.words();
        let board =
            if town.has_boards() { words.list("controller-name", area)[0].as_str() } else { town.name.as_str() };
        let mut text = phrase
            .replace("{about}", &self.topic.about)
            .replace("{board}", board)
            .replace("{unit}", &words.list("unit-name", area)[0])
            .replace("{place}", &town.place)
            .replace("{town}", &town.name);
        if text.contains("{n}") {
            text = text.replace("{n}", &(1 + self.chance.below(60)).to_string());
        }
        if text.contains("{nn}") {
            text = text.replace("{nn}", &format!("{:02}", self.chance.below(100)));
        }
        text
    }

    /// Whether to leave a gap here, once in `times`; never in a clean town.
    pub(crate) fn leaves_open(&mut self, times: usize) -> bool {
        self.chance.once_in(times) && !self.town.is_clean
    }

    /// One of these words.
    pub(crate) fn word(&mut self, words: &[&str]) -> Value {
        Value::from(*self.chance.pick(words))
    }

    /// Some of these codes or ids, at least one.
    pub(crate) fn codes(&mut self, codes: &[String], most: usize) -> Value {
        let count = 1 + self.chance.below(most);
        self.chance.some(codes, count).into_iter().collect()
    }

    /// The id of one of these.
    pub(crate) fn id_of(&mut self, parties: &[Party]) -> Value {
        Value::from(&self.chance.pick(parties).id)
    }

    /// Some of the ids of the data, or a code if the activity has no ids.
    pub(crate) fn data_ids(&mut self) -> Value {
        match self.data.clone() {
            ids if ids.is_empty() => Value::from("name"),
            ids => self.codes(&ids, 2),
        }
    }

    /// An activity that was written before, where there is one.
    pub(crate) fn earlier_one(&mut self) -> Option<String> {
        if self.earlier.is_empty() { None } else { Some(self.chance.pick(&self.earlier).clone()) }
    }

    /// Generates a rare record, with more of its keys.
    pub(crate) fn fully(&mut self, write: impl FnOnce(&mut Self) -> Value) -> Value {
        self.with_odds(2, write)
    }

    /// Generates a value with other odds.
    pub(crate) fn with_odds(&mut self, odds: usize, write: impl FnOnce(&mut Self) -> Value) -> Value {
        let odds = std::mem::replace(&mut self.odds, odds);
        let value = write(self);
        self.odds = odds;
        value
    }

    /// A date in these years.
    pub(crate) fn day(&mut self, from: usize, to: usize) -> Value {
        let year = from + self.chance.below(to - from + 1);
        Value::from(format!("{year}-{:02}-{:02}", 1 + self.chance.below(12), 1 + self.chance.below(28)))
    }

    /// A date in the distant past.
    pub(crate) fn long_past(&mut self) -> Value {
        self.day(2022, 2023)
    }

    /// A date in the year before the law was last reviewed.
    pub(crate) fn recent(&mut self) -> Value {
        self.day(2025, 2025)
    }

    /// A date in the past.
    pub(crate) fn past(&mut self) -> Value {
        self.day(2024, 2025)
    }

    /// A date so far in the future that a corpus does not become outdated.
    pub(crate) fn ahead(&mut self) -> Value {
        self.day(2041, 2045)
    }

    /// The law of the topic.
    pub(crate) fn law(&mut self) -> Value {
        let cite = self.topic.law.clone();
        self.record("law").set("cite", cite).text("url").shortest()
    }
}

/// A gap with its reason, and at times with what the public reads.
pub(crate) fn gap(pen: &mut Pen) -> Value {
    let reason = pen.text("gap", "unknown");
    match pen.chance.once_in(3) {
        true => {
            Value::Map(vec![("unknown".to_owned(), reason.into()), ("say".to_owned(), pen.text("gap", "say").into())])
        }
        false => Value::one("unknown", reason),
    }
}

/// An internal note.
pub(crate) fn note(pen: &mut Pen) -> Value {
    pen.record("note").must("text").text("source").shortest()
}
