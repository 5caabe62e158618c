//! Phrases that leave the reader without an answer, or state what the law does not allow
//! (`templates/law/phrases.toml`).

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::Regex;
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::assets::{Files, LanguageCode, Table, languages, listed, missing};
use crate::error::{Cause, Error};
use crate::law::needles::Haystack;
use crate::law::pattern::Pattern;
use crate::law::{check_patterns, fault_in_row, read};
use crate::say;
use crate::say::Message;

listed! {
    /// What a phrase does.
    pub enum Kind {
        /// Says that something may happen.
        May,
        /// Says so more weakly.
        MayWeak,
        /// Is a condition that says only that something may happen.
        ConditionVague,
        /// Leaves a list open.
        OpenList,
        /// Names no purpose.
        PurposeVague,
        /// Names a condition without saying what it is.
        ConditionOpaque,
        /// Asks the reader to look for changes.
        CheckBack,
        /// Refers to somebody instead of answering.
        ContactInstead,
        /// Names no recipient.
        RecipientVague,
        /// Writes the EU where the EEA is meant.
        EuForEea,
        /// Names a network that people publish on.
        SocialMedia,
        /// Takes a third country for a part of the EU or the EEA.
        TerritoryMistaken,
        /// Names a supplier whose owner is in a third country.
        VendorAbroad,
        /// Lets an office, school, department or unit act in place of the controller.
        ActorNotController,
        /// Names a role instead of a recipient.
        ProcessorUnnamed,
        /// Refers to the number of a heading.
        CrossReference,
        /// Is an address without its scheme.
        SchemelessLink,
        /// Helps an attacker.
        SecurityDetail,
        /// Points to one person.
        PersonExample,
        /// Is a typing error.
        Typography,
        /// Holds the place of what is to be filled in.
        Placeholder,
        /// Names a child.
        Child,
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    language: LanguageCode,
    /// Other languages with the same pattern.
    #[serde(default)]
    also: Vec<LanguageCode>,
    kind: Kind,
    pattern: Option<String>,
    #[serde(default)]
    none: bool,
}

impl Row {
    /// The pattern, or that there is none; otherwise the invalid key, and what is wrong with it.
    fn pattern(&self) -> Result<Option<Pattern>, (&'static str, Cause)> {
        match (&self.pattern, self.none) {
            (Some(written), false) => Ok(Some(Pattern::new(written, false))),
            (None, true) => Ok(None),
            (Some(_), true) => Err(("none", both().into())),
            (None, false) => Err(("none", missing("pattern").into())),
        }
    }
}

/// The patterns of the rows; a row can have none.
#[derive(Default)]
struct Patterns {
    rows: Vec<Option<Pattern>>,
    /// The row of a kind in a language; looked up for every text.
    by_kind: FxHashMap<(Kind, LanguageCode), usize>,
}

impl Patterns {
    fn find(&self, kind: Kind, lang: LanguageCode) -> Option<&Pattern> {
        self.rows.get(*self.by_kind.get(&(kind, lang))?)?.as_ref()
    }
}

static TABLE: Table<Patterns> = Table::new(|files| {
    let mut table = Patterns::default();
    for (index, row) in read::<Row>(files, "phrases")?.into_iter().enumerate() {
        let fault = |(key, what): (&str, Cause)| fault_in_row(files, "phrases", index, key, what);
        table.rows.push(row.pattern().map_err(fault)?);
        for language in row.also.iter().copied().chain([row.language]) {
            if table.by_kind.insert((row.kind, language), index).is_some() {
                return Err(fault(("kind", earlier().into())));
            }
        }
    }
    let all = Kind::ALL.iter().flat_map(|kind| languages().map(move |lang| (*kind, lang)));
    let lacking = all.into_iter().find(|key| !table.by_kind.contains_key(key));
    lacking.map_or(Ok(table), |(kind, lang)| Err(files.fault("law/phrases.toml", &[], no_row(kind, lang))))
});

fn both() -> Message {
    say!(
        en: "a row has a pattern or `none`, not both",
        sv: "en rad har ett mönster eller `none`, inte båda",
        da: "en række har et mønster eller `none`, ikke begge",
    )
}

fn earlier() -> Message {
    say!(
        en: "an earlier row has the same language and kind",
        sv: "en tidigare rad har samma språk och slag",
        da: "en tidligere række har samme sprog og art",
    )
}

fn no_row(kind: Kind, lang: LanguageCode) -> Message {
    say!(
        en: "no row has the kind `{kind}` in the language `{lang}`; where there is no pattern, write `none = true`",
        sv: "ingen rad har slaget `{kind}` på språket `{lang}`; finns det inget mönster, skriv `none = true`",
        da: "ingen række har arten `{kind}` på sproget `{lang}`; findes der intet mønster, så skriv `none = true`",
        lang = lang.as_str(),
    )
}

/// Checks that the table can be read, that every pattern is valid, and that no kind is left out in a language.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    TABLE.check_with(files, |table| check_patterns(files, "phrases", "pattern", table.rows.iter().map(Option::as_ref)))
}

/// Compiles every pattern, with a limit of its size.
///
/// # Errors
/// The first pattern that is larger.
pub fn compile(limit: usize) -> Result<(), regex::Error> {
    TABLE.get().rows.iter().flatten().try_for_each(|pattern| pattern.compile(limit).map(drop))
}

fn pattern(kind: Kind, lang: &str) -> Option<&'static Regex> {
    TABLE.get().find(kind, LanguageCode::of(lang)?)?.regex()
}

const _: () = assert!(Kind::ALL.len() <= 64, "a set of kinds has a bit for each");

/// Kinds of phrases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u64);

impl Kinds {
    const ALL: Self = Self(u64::MAX);

    /// Whether a kind is among them.
    #[must_use]
    pub fn has(self, kind: Kind) -> bool {
        self.0 & Self::of(kind).0 != 0
    }

    fn of(kind: Kind) -> Self {
        Self(1 << kind as u32)
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What the patterns of a language need: one pass over a text tells which kinds it can have.
struct Sieve {
    kinds: Vec<Kind>,
    needles: Haystack,
}

/// Made for the first text of the language.
static SIEVES: LazyLock<FxHashMap<LanguageCode, OnceLock<Option<Sieve>>>> =
    LazyLock::new(|| languages().map(|lang| (lang, OnceLock::new())).collect());

impl Sieve {
    fn new(lang: LanguageCode) -> Option<Self> {
        let pattern = |kind: &Kind| Some((*kind, TABLE.get().find(*kind, lang)?));
        let (kinds, patterns): (Vec<_>, Vec<_>) = Kind::ALL.iter().filter_map(pattern).unzip();
        let needles = Haystack::of(patterns.into_iter().map(Pattern::needles)).ok()?;
        Some(Self { kinds, needles })
    }

    fn kinds_in(&self, words: &str) -> Kinds {
        let kinds = self.needles.candidates(words).into_iter().filter_map(|index| self.kinds.get(index));
        kinds.fold(Kinds::default(), |all, kind| all.and(Kinds::of(*kind)))
    }
}

/// The kinds of phrases that a text of this language can have: every kind that it has, and sometimes another. Most
/// texts have none, so the kinds need not be tried one by one.
#[must_use]
pub fn kinds_in(words: &str, lang: &str) -> Kinds {
    let compiled = |lang| SIEVES.get(&lang)?.get_or_init(|| Sieve::new(lang)).as_ref();
    let sieve = LanguageCode::of(lang).and_then(compiled);
    sieve.map_or(Kinds::ALL, |sieve| sieve.kinds_in(words))
}

/// The byte range of the first phrase of a kind in a text of this language.
#[must_use]
pub fn find(kind: Kind, words: &str, lang: &str) -> Option<Range<usize>> {
    all(kind, words, lang).next()
}

/// Whether a text contains a phrase of a kind in any language.
#[must_use]
pub(crate) fn is_anywhere(kind: Kind, words: &str) -> bool {
    let is_in = |lang: &str| kinds_in(words, lang).has(kind) && find(kind, words, lang).is_some();
    languages().any(|lang| is_in(lang.as_str()))
}

/// The byte ranges of all phrases of a kind in a text of this language.
pub(crate) fn all<'w>(kind: Kind, words: &'w str, lang: &str) -> impl Iterator<Item = Range<usize>> + use<'w> {
    pattern(kind, lang).into_iter().flat_map(move |pattern| pattern.find_iter(words).map(|found| found.range()))
}
