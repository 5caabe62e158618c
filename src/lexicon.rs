//! Word lists of natural languages, from `templates/lexicon`. Each list documents there what it decides.

mod damaged;
mod list;

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
    days: WordList,
    weeks: WordList,
    months: WordList,
    years: WordList,
    permanent: WordList,
    number: BTreeMap<Count, WordList>,
    /// Words that can precede a date.
    pub before_day: WordList,
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
    apart(files, file, &[], periods.units())?;
    apart(files, file, &["number"], periods.number.iter().map(|(count, list)| (count.0, list)))?;
    Ok(periods)
});
static TEXTS: Table<Texts> = Table::new(|files| files.read("lexicon/texts.toml"));
static CHANGES: Table<Changes> = Table::new(|files| files.read("lexicon/changes.toml"));

/// Checks that the tables can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    ANSWERS.check(files)?;
    PERIODS.check(files)?;
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

/// Words of running text.
pub(crate) fn texts() -> &'static Texts {
    TEXTS.get()
}

/// Words that determine the grade of a change.
pub(crate) fn changes() -> &'static Changes {
    CHANGES.get()
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

impl Periods {
    fn units(&self) -> [(&'static str, &WordList); 5] {
        let Self { days, weeks, months, years, permanent, .. } = self;
        [("days", days), ("weeks", weeks), ("months", months), ("years", years), ("permanent", permanent)]
    }

    /// The unit that a word means, as in the register format, or `permanent`.
    #[must_use]
    pub(crate) fn unit(&self, word: &str) -> Option<&'static str> {
        self.units().into_iter().find(|(_, list)| list.has(word)).map(|(unit, _)| unit)
    }

    /// The number that a word means.
    #[must_use]
    pub(crate) fn number(&self, word: &str) -> Option<u32> {
        self.number.iter().find(|(_, list)| list.has(word)).map(|(count, _)| count.0)
    }
}
