//! Words of natural languages that the program recognises, from `templates/lexicon`: each list says there what it decides.

mod list;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::assets::{Files, Table, twice};
use crate::error::Error;

use list::Count;
pub(crate) use list::WordList;

/// Words that answer where things are expected.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    /// There is none.
    pub none: WordList,
    /// There are some.
    pub some: WordList,
    /// Nobody knows.
    pub unknown: WordList,
}

/// Words of periods and days.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Periods {
    days: WordList,
    weeks: WordList,
    months: WordList,
    years: WordList,
    permanent: WordList,
    number: BTreeMap<Count, WordList>,
    /// What can stand before a day.
    pub before_day: WordList,
}

/// Words of running texts.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Texts {
    /// Pieces of a text that tells a name as one of the past.
    pub past: WordList,
    /// Pieces of a text that tells of what was.
    pub history: WordList,
    /// Words with which a sentence goes on.
    pub middle: WordList,
}

/// Words by which the grade of a change is found.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    /// Beginnings of words for data of a special category or about offences (Articles 9 and 10).
    pub special: WordList,
    /// Beginnings of words for persons in a weaker or dependent position.
    pub vulnerable: WordList,
    /// Pieces of a text that says that a risk is high.
    pub high: WordList,
    /// Beginnings of numbers.
    pub number: WordList,
    /// Short words that every text has.
    pub short: WordList,
    /// Words that part a text into what it says.
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

/// Whether the tables can be read; if not, what is wrong with one.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    ANSWERS.check(files)?;
    PERIODS.check(files)?;
    TEXTS.check(files)?;
    CHANGES.check(files)
}

/// Words that answer where things are expected.
pub(crate) fn answers() -> &'static Answers {
    ANSWERS.get()
}

/// Words of periods and days.
pub(crate) fn periods() -> &'static Periods {
    PERIODS.get()
}

/// Words of running texts.
pub(crate) fn texts() -> &'static Texts {
    TEXTS.get()
}

/// Words by which the grade of a change is found.
pub(crate) fn changes() -> &'static Changes {
    CHANGES.get()
}

/// A word that stands in two lists has two meanings.
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
            let keys = [above, &[&key, lang]].concat();
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

    /// The unit of the format that a word means, or `permanent`.
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
