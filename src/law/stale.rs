//! What was right once: names, laws, terms and tools, and the day from which they are wrong (`templates/law/stale.toml`).

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use jiff::civil;
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::Deserialize;

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::finding::Level;
use crate::law::{AUTOMATON, Told, day, fast, fault_in_row, read, renamed, syntax_fault};

/// What kind of thing is out of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A supervisory authority.
    Supervisor,
    /// An address of a supervisory authority.
    Contact,
    /// Another authority.
    Authority,
    /// A task that another authority takes over.
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
    /// A statement that waits for guidance that has come.
    Parked,
}

/// One thing that was right once.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Stale {
    /// Its name in the data file.
    pub id: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// The languages of the texts in which it is looked for; every one when empty.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The countries of the municipalities for which it is wrong; every one when empty.
    #[serde(default)]
    pub countries: Vec<String>,
    /// What to look for.
    pub pattern: String,
    /// Whether capital and small letters count.
    #[serde(default)]
    pub exact: bool,
    /// The first day on which it is wrong.
    #[serde(deserialize_with = "day")]
    pub from: civil::Date,
    /// What is right since then.
    pub instead: Told,
    /// Old names, each in one grammatical form, with the new name in the same form: it is certain to be right in the
    /// same place. None where that depends on the text around it.
    #[serde(default)]
    pub forms: BTreeMap<String, String>,
    level: Weight,
    /// Who says so.
    pub source: String,
    /// What else to know.
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
    /// How much it weighs as the value of a field; in a running text a name weighs one step less.
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
        self.languages.is_empty() || self.languages.iter().any(|known| known == lang)
    }
}

/// A row and its pattern, which is compiled when the row was found for the first time.
struct Row {
    stale: Stale,
    pattern: OnceLock<Option<Regex>>,
}

/// The patterns for one country at once: of the rows that ignore case, and of those that do not.
struct Patterns([(Vec<usize>, Option<RegexSet>); 2]);

static ROWS: Table<Vec<Row>> = Table::new(|files| {
    let row = |(index, stale): (usize, Stale)| match syntax_fault(&stale.pattern) {
        Some(what) => Err(fault_in_row(files, "stale", index, "pattern", what)),
        None => Ok(Row { stale, pattern: OnceLock::new() }),
    };
    read(files, "stale")?.into_iter().enumerate().map(row).collect()
});

/// Whether the table can be read, and every pattern of it; if not, what is wrong with it.
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
                row.stale.exact == exact && (countries.is_empty() || countries.iter().any(|known| known == country))
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

/// Every row, in the order of the file.
pub fn all() -> impl Iterator<Item = &'static Stale> {
    ROWS.get().iter().map(|row| &row.stale)
}

/// The edits after which a text no longer holds what a row is about; nothing where they are not certain to be right for
/// every place where it does.
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

/// What is out of date, now or later, in texts of municipalities of one country.
#[derive(Clone, Copy)]
pub(crate) struct Finder(&'static Patterns);

impl Finder {
    /// For municipalities of that country (ISO 3166-1).
    #[must_use]
    pub(crate) fn new(country: &str) -> Self {
        Self(patterns(country))
    }

    /// The rows that a text of that language holds, and where in the text, in bytes.
    #[must_use]
    pub(crate) fn find(&self, words: &str, lang: &str) -> Vec<(&'static Stale, Range<usize>)> {
        let sets = self.0.0.iter().filter_map(|(of, set)| Some((of, set.as_ref()?)));
        let matching = sets.flat_map(|(of, set)| set.matches(words).into_iter().map(|index| of[index]));
        let rows = matching.map(|index| &ROWS.get()[index]).filter(|row| row.stale.is_in(lang));
        rows.filter_map(|row| Some((&row.stale, row.range_in(words)?))).collect()
    }
}
