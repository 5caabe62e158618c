//! Outdated names, laws, terms and tools, and the day from which they are wrong (`templates/law/stale.toml`).

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{LazyLock, Mutex, PoisonError};

use jiff::civil;
use serde::Deserialize;

use crate::assets::{Files, LanguageCode, Table};
use crate::error::Error;
use crate::finding::Level;
use crate::law::needles::Haystack;
use crate::law::pattern::Pattern;
use crate::law::{Told, check_patterns, day, read, renamed};
use crate::vocabulary::CountryCode;

/// The kind of an outdated item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A supervisory authority.
    Supervisor,
    /// An address of a supervisory authority.
    Contact,
    /// Another authority.
    Authority,
    /// A task that another authority has taken over.
    Task,
    /// An act.
    Law,
    /// A transfer tool.
    Tool,
    /// A term of a sector.
    Term,
    /// A company or its product.
    Company,
    /// A statement that waits for guidance that has been published.
    Parked,
}

impl Kind {
    /// Whether it is about a name that was right in its time.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Supervisor | Self::Authority | Self::Company)
    }
}

/// An outdated item.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Stale {
    /// Its id in the data file.
    pub id: String,
    /// The kind of the item.
    pub kind: Kind,
    /// The languages of the texts that are searched; empty for all.
    #[serde(default)]
    pub languages: Vec<LanguageCode>,
    /// The countries of the municipalities for which it is wrong; empty for all.
    #[serde(default)]
    pub countries: Vec<CountryCode>,
    /// The pattern to search for.
    pub pattern: String,
    /// Whether the pattern is case-sensitive.
    #[serde(default)]
    pub exact: bool,
    /// The first day on which it is wrong.
    #[serde(deserialize_with = "day")]
    pub from: civil::Date,
    /// What is right since then.
    pub instead: Told,
    /// Old forms of a name with the new name in the same grammatical form, safe to replace. Empty if the replacement
    /// depends on the context.
    #[serde(default)]
    pub forms: BTreeMap<String, String>,
    level: Weight,
    /// The source.
    pub source: String,
    /// A remark.
    pub note: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Weight {
    Error,
    Warning,
    Info,
}

impl Stale {
    /// The level as the value of a field. In running text, tasks, terms and companies are one level lower.
    #[must_use]
    pub fn level(&self, is_running_text: bool) -> Level {
        let is_grave = !matches!(self.kind, Kind::Task | Kind::Term | Kind::Company);
        match (self.level, is_running_text && !is_grave) {
            (Weight::Error, false) => Level::Error,
            (Weight::Error, true) | (Weight::Warning, false) => Level::Warning,
            (Weight::Warning, true) | (Weight::Info, _) => Level::Info,
        }
    }

    fn is_in(&self, lang: &str) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|known| known.as_str() == lang)
    }
}

/// A row and its pattern.
struct Row {
    stale: Stale,
    pattern: Pattern,
}

/// The rows for one country, with what their patterns need. Without it, each pattern is tried.
struct Patterns {
    rows: Vec<usize>,
    needles: Option<Haystack>,
}

static ROWS: Table<Vec<Row>> = Table::new(|files| {
    let row = |stale: Stale| Row { pattern: Pattern::new(&stale.pattern, stale.exact), stale };
    Ok(read(files, "stale")?.into_iter().map(row).collect())
});

/// Checks that the table can be read and every pattern is valid.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    ROWS.check_with(files, |rows| check_patterns(files, "stale", "pattern", rows.iter().map(|row| Some(&row.pattern))))
}

static BY_COUNTRY: LazyLock<Mutex<HashMap<String, &'static Patterns>>> = LazyLock::new(Mutex::default);

impl Row {
    fn range_in(&self, words: &str) -> Option<Range<usize>> {
        self.pattern.regex()?.find(words).map(|found| found.range())
    }
}

impl Patterns {
    fn of(country: &str) -> Self {
        let is_here = |row: &Row| {
            let countries = &row.stale.countries;
            countries.is_empty() || countries.iter().any(|known| known.as_str() == country)
        };
        let (rows, patterns): (Vec<usize>, Vec<&Pattern>) = ROWS
            .get()
            .iter()
            .enumerate()
            .filter(|(_, row)| is_here(row))
            .map(|(index, row)| (index, &row.pattern))
            .unzip();
        Self { rows, needles: Haystack::of(patterns.into_iter().map(Pattern::needles)).ok() }
    }

    /// The rows that a text can match, in file order.
    fn candidates(&self, words: &str) -> impl Iterator<Item = &'static Row> {
        let rows: Vec<usize> = match &self.needles {
            Some(needles) => {
                needles.candidates(words).iter().filter_map(|index| self.rows.get(*index).copied()).collect()
            }
            None => self.rows.clone(),
        };
        rows.into_iter().filter_map(|row| ROWS.get().get(row))
    }
}

/// Compiles the pattern of every row, with a limit of its size.
///
/// # Errors
/// The first pattern that is larger.
pub fn compile(limit: usize) -> Result<(), regex::Error> {
    ROWS.get().iter().try_for_each(|row| row.pattern.compile(limit).map(drop))
}

/// The patterns for a country, gathered once.
fn patterns(country: &str) -> &'static Patterns {
    let mut known = BY_COUNTRY.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(country.to_owned()).or_insert_with(|| Box::leak(Box::new(Patterns::of(country))))
}

/// All rows, in file order.
pub fn all() -> impl Iterator<Item = &'static Stale> {
    ROWS.get().iter().map(|row| &row.stale)
}

/// The edits that replace every occurrence of a row in a text, or `None` if one of them is not certain to be right.
#[must_use]
pub(crate) fn edits(stale: &Stale, words: &str) -> Option<Vec<(Range<usize>, String)>> {
    if stale.forms.is_empty() || !renamed::speaks_of_now(words, stale) {
        return None;
    }
    let row = ROWS.get().iter().find(|row| row.stale.id == stale.id)?;
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for found in row.pattern.regex()?.find_iter(words) {
        if edits.last().is_none_or(|(last, _)| last.end <= found.start()) {
            let (range, new) = renamed::form_at(words, found.range(), &stale.forms)?;
            edits.push((range, new.to_owned()));
        }
    }
    Some(edits)
}

/// Finds outdated items, now or later, in texts of municipalities of one country.
#[derive(Clone, Copy)]
pub(crate) struct Finder(&'static Patterns);

impl Finder {
    /// Creates a finder for municipalities of this country (ISO 3166-1).
    #[must_use]
    pub(crate) fn new(country: &str) -> Self {
        Self(patterns(country))
    }

    /// The rows that match a text of this language, and the byte ranges of the matches.
    #[must_use]
    pub(crate) fn find(&self, words: &str, lang: &str) -> Vec<(&'static Stale, Range<usize>)> {
        let rows = self.0.candidates(words).filter(|row| row.stale.is_in(lang));
        rows.filter_map(|row| Some((&row.stale, row.range_in(words)?))).collect()
    }
}
