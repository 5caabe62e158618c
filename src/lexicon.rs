//! Word lists of natural languages, from `templates/lexicon`. Each list documents there what it decides.

mod damaged;
mod list;
mod periods;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::assets::{Files, Table, twice};
use crate::error::Error;

pub(crate) use damaged::damaged;
use list::Count;
pub(crate) use list::WordList;

/// Words that answer a question where a list is expected.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    /// Words for “none”.
    pub none: WordList,
    /// Words for “yes”.
    pub some: WordList,
    /// Words for “unknown”.
    pub unknown: WordList,
}

/// Words of periods and dates.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Periods {
    minutes: WordList,
    hours: WordList,
    /// Words for 24 hours.
    pub day_and_night: WordList,
    days: WordList,
    weeks: WordList,
    months: WordList,
    quarters: WordList,
    half_years: WordList,
    years: WordList,
    /// Words for half of the unit that follows.
    pub half: WordList,
    /// Words between the parts of a length.
    pub and: WordList,
    /// Words between the ends of a range.
    pub to: WordList,
    /// Words before a period in running text.
    pub during: WordList,
    /// Words before the shortest length.
    pub at_least: WordList,
    /// Words before the longest length.
    pub at_most: WordList,
    /// Words before an approximate length.
    pub about: WordList,
    /// Words for ever.
    pub permanent: WordList,
    /// Words for what is not stored.
    pub not_stored: WordList,
    number: BTreeMap<Count, WordList>,
    /// Words that can precede a date.
    pub before_day: WordList,
}

/// Words at the beginning of an event in free words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Events {
    when: WordList,
    at: WordList,
    from: WordList,
    until: WordList,
    so_long: WordList,
    according: WordList,
    /// What happens then: no time at all.
    then: WordList,
}

/// With what kind of word an event in free words begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// A clause: “when the case is closed”.
    When,
    /// A point in time: “at the end of the case”.
    At,
    /// A start: “after the case”.
    From,
    /// An end: “until the case is closed”.
    Until,
    /// A duration: “as long as the case is open”.
    SoLong,
    /// A rule: “according to the Archives Act”.
    According,
    /// What happens, without a time: “erased according to the plan”.
    Then,
}

/// Words of running text.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Texts {
    /// Fragments that mark a name as a former one.
    pub past: WordList,
    /// Fragments of a text about the past.
    pub history: WordList,
    /// Words that continue a sentence.
    pub middle: WordList,
    /// Words before examples.
    pub example: WordList,
    /// Words before a Roman number.
    pub numbered: WordList,
    /// Words for a municipality at the end of its name.
    pub municipality: WordList,
    /// Endings of names whose last s is no genitive.
    pub own_s: WordList,
}

/// Words that determine the grade of a change.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    /// Prefixes of words for special categories of data or data about offences (Articles 9 and 10).
    pub special: WordList,
    /// Prefixes of words for vulnerable or dependent persons.
    pub vulnerable: WordList,
    /// Fragments that say that a risk is high.
    pub high: WordList,
    /// Prefixes of numbers.
    pub number: WordList,
    /// Short words that occur in any text.
    pub short: WordList,
    /// Words that separate the statements of a text.
    pub and: WordList,
}

static ANSWERS: Table<Answers> = Table::new(|files| {
    let file = "lexicon/answers.toml";
    let answers: Answers = files.read(file)?;
    let Answers { none, some, unknown } = &answers;
    apart(files, file, &[], [("none", none), ("some", some), ("unknown", unknown)])?;
    Ok(answers)
});
static PERIODS: Table<Periods> = Table::new(|files| {
    let file = "lexicon/periods.toml";
    let periods: Periods = files.read(file)?;
    apart(files, file, &[], periods.lists())?;
    apart(files, file, &["number"], periods.number.iter().map(|(count, list)| (count.0, list)))?;
    Ok(periods)
});
static EVENTS: Table<Events> = Table::new(|files| {
    let file = "lexicon/events.toml";
    let events: Events = files.read(file)?;
    apart(files, file, &[], events.lists().map(|(key, _, list)| (key, list)))?;
    Ok(events)
});
static TEXTS: Table<Texts> = Table::new(|files| files.read("lexicon/texts.toml"));
static CHANGES: Table<Changes> = Table::new(|files| files.read("lexicon/changes.toml"));

/// Checks that the tables can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    ANSWERS.check(files)?;
    PERIODS.check(files)?;
    EVENTS.check(files)?;
    TEXTS.check(files)?;
    CHANGES.check(files)?;
    damaged::check(files)
}

/// Words that answer a question where a list is expected.
pub(crate) fn answers() -> &'static Answers {
    ANSWERS.get()
}

/// Words of periods and dates.
pub(crate) fn periods() -> &'static Periods {
    PERIODS.get()
}

/// Words at the beginning of an event.
pub(crate) fn events() -> &'static Events {
    EVENTS.get()
}

/// Words of running text.
pub(crate) fn texts() -> &'static Texts {
    TEXTS.get()
}

/// Words that determine the grade of a change.
pub(crate) fn changes() -> &'static Changes {
    CHANGES.get()
}

/// Every word of the lists, those that are only the beginnings or pieces of words included.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    let Answers { none, some, unknown } = answers();
    let Texts { past, history, middle, example, numbered, municipality, own_s } = texts();
    let Changes { special, vulnerable, high, number, short, and } = changes();
    let lists = [
        none,
        some,
        unknown,
        past,
        history,
        middle,
        example,
        numbered,
        municipality,
        own_s,
        special,
        vulnerable,
        high,
        number,
        short,
        and,
    ];
    let of_periods = periods().lists().into_iter().map(|(_, list)| list);
    let of_events = events().lists().into_iter().map(|(_, _, list)| list);
    lists.into_iter().chain(of_periods).chain(of_events).flat_map(WordList::iter)
}

/// Checks that no word is in two lists.
fn apart<'l>(
    files: &Files,
    file: &str,
    above: &[&str],
    lists: impl IntoIterator<Item = (impl ToString, &'l WordList)>,
) -> Result<(), Error> {
    let mut known = BTreeSet::new();
    for (key, list) in lists {
        if let Some((word, lang)) = list.words().find(|(word, _)| !known.insert(*word)) {
            let key = key.to_string();
            let keys = [above, &[&key, lang.as_str()]].concat();
            return Err(files.fault(file, &keys, twice(word)));
        }
    }
    Ok(())
}

impl Events {
    fn lists(&self) -> [(&'static str, Opening, &WordList); 7] {
        let Self { when, at, from, until, so_long, according, then } = self;
        [
            ("when", Opening::When, when),
            ("at", Opening::At, at),
            ("from", Opening::From, from),
            ("until", Opening::Until, until),
            ("so-long", Opening::SoLong, so_long),
            ("then", Opening::Then, then),
            ("according", Opening::According, according),
        ]
    }

    /// With what kind of word a text begins, and the text after it. The longest word counts.
    #[must_use]
    pub(crate) fn opening<'t>(&self, text: &'t str) -> Option<(Opening, &'t str)> {
        let small = text.to_lowercase();
        let is_first = |word: &&str| small.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        let found = self.lists().into_iter().filter_map(|(_, opening, list)| {
            Some((opening, list.iter().filter(is_first).max_by_key(|word| word.len())?))
        });
        let (opening, word) = found.max_by_key(|(_, word)| word.len())?;
        Some((opening, text.get(word.len()..).unwrap_or_default().trim_start()))
    }
}
