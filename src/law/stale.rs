//! Outdated names, laws, terms and tools, and the day from which they are wrong (`templates/law/stale.toml`).

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use jiff::civil;
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::Deserialize;

use crate::assets::{Files, LanguageCode, Table};
use crate::error::Error;
use crate::finding::Level;
use crate::law::{AUTOMATON, Told, day, fast, fault_in_row, read, renamed, syntax_fault};
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
    /// A limit on requests that the law no longer allows.
    Limit,
    /// A statement that waits for guidance that has been published.
    Parked,
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

/// A row and its pattern, compiled when the row first matches.
struct Row {
    stale: Stale,
    pattern: OnceLock<Option<Regex>>,
}

/// The patterns for one country as two sets: case-insensitive and case-sensitive rows.
struct Patterns([(Vec<usize>, Option<RegexSet>); 2]);

static ROWS: Table<Vec<Row>> = Table::new(|files| {
    let row = |(index, stale): (usize, Stale)| match syntax_fault(&stale.pattern) {
        Some(what) => Err(fault_in_row(files, "stale", index, "pattern", what)),
        None => Ok(Row { stale, pattern: OnceLock::new() }),
    };
    read(files, "stale")?.into_iter().enumerate().map(row).collect()
});

/// Checks that the table can be read and every pattern is valid.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    ROWS.check(files)
}

static BY_COUNTRY: LazyLock<Mutex<HashMap<String, &'static Patterns>>> = LazyLock::new(Mutex::default);

impl Row {
    fn pattern(&self) -> Option<&Regex> {
        let Stale { pattern, exact, .. } = &self.stale;
        let compile = || RegexBuilder::new(&fast(pattern)).case_insensitive(!exact).build().ok();
        self.pattern.get_or_init(compile).as_ref()
    }

    fn range_in(&self, words: &str) -> Option<Range<usize>> {
        self.pattern()?.find(words).map(|found| found.range())
    }
}

impl Patterns {
    fn of(country: &str) -> Self {
        let set = |exact: bool| {
            let is_here = |row: &Row| {
                let countries = &row.stale.countries;
                let is_named = countries.iter().any(|known| known.as_str() == country);
                row.stale.exact == exact && (countries.is_empty() || is_named)
            };
            let of: Vec<usize> = (0..ROWS.get().len()).filter(|index| is_here(&ROWS.get()[*index])).collect();
            let patterns = of.iter().map(|index| fast(&ROWS.get()[*index].stale.pattern));
            let set = RegexSetBuilder::new(patterns).case_insensitive(!exact).dfa_size_limit(AUTOMATON).build().ok();
            (of, set)
        };
        Self([set(false), set(true)])
    }
}

/// The patterns for a country, compiled once.
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
    for found in row.pattern()?.find_iter(words) {
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
        let sets = self.0.0.iter().filter_map(|(of, set)| Some((of, set.as_ref()?)));
        let matching = sets.flat_map(|(of, set)| set.matches(words).into_iter().map(|index| of[index]));
        let rows = matching.map(|index| &ROWS.get()[index]).filter(|row| row.stale.is_in(lang));
        rows.filter_map(|row| Some((&row.stale, row.range_in(words)?))).collect()
    }
}
