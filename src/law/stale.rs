//! What was right once: names, laws, terms and tools, and the day from which they are wrong (`templates/law/stale.toml`).

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil;
use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use serde::Deserialize;

use crate::finding::Level;
use crate::law::{Told, day, read};

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
        let is_grave = !matches!(self.kind, Kind::Authority | Kind::Task | Kind::Term | Kind::Company);
        match (self.level, is_running_text && !is_grave) {
            (Weight::Error, false) => Level::Error,
            (Weight::Error, true) | (Weight::Warning, false) => Level::Warning,
            (Weight::Warning, true) | (Weight::Info, _) => Level::Info,
        }
    }

    fn is_about(&self, lang: &str, country: &str) -> bool {
        let holds = |all: &[String], one: &str| all.is_empty() || all.iter().any(|known| known == one);
        holds(&self.languages, lang) && holds(&self.countries, country)
    }
}

/// Every row with its pattern, and all patterns at once.
struct Table {
    rows: Vec<(Stale, Regex)>,
    all: Vec<(Vec<usize>, RegexSet)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows: Vec<Stale> = read("stale").unwrap_or_default();
    let compile = |row: Stale| {
        let pattern = RegexBuilder::new(&row.pattern).case_insensitive(!row.exact).build().ok()?;
        Some((row, pattern))
    };
    let rows: Vec<(Stale, Regex)> = rows.into_iter().filter_map(compile).collect();
    let set = |exact: bool| {
        let of: Vec<usize> = (0..rows.len()).filter(|index| rows[*index].0.exact == exact).collect();
        let patterns = of.iter().map(|index| rows[*index].0.pattern.as_str());
        let set = RegexSetBuilder::new(patterns).case_insensitive(!exact).build().ok()?;
        Some((of, set))
    };
    let all = [false, true].into_iter().filter_map(set).collect();
    Table { rows, all }
});

/// Every row, in the order of the file.
pub fn all() -> impl Iterator<Item = &'static Stale> {
    TABLE.rows.iter().map(|(row, _)| row)
}

/// What is out of date, now or later, in a text of that language, for a municipality of that country: the row and where
/// in the text, in bytes.
#[must_use]
pub fn find(words: &str, lang: &str, country: &str) -> Vec<(&'static Stale, Range<usize>)> {
    let matching = TABLE.all.iter().flat_map(|(of, set)| set.matches(words).into_iter().map(|index| of[index]));
    let rows = matching.filter_map(|index| TABLE.rows.get(index)).filter(|(row, _)| row.is_about(lang, country));
    rows.filter_map(|(row, pattern)| Some((row, pattern.find(words)?.range()))).collect()
}
