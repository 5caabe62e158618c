//! Phrases that leave the reader without an answer, or state what the law does not allow
//! (`templates/law/phrases.toml`).

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexBuilder};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::assets::{Files, LanguageCode, Table, unknown};
use crate::error::{Cause, Error};
use crate::law::{AUTOMATON, WORD, fast, fault_in_row, read, syntax_fault};
use crate::say;

/// What a phrase does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Says that something may happen.
    May,
    /// Says so more weakly.
    MayWeak,
    /// Leaves a list open.
    OpenList,
    /// Names no purpose.
    PurposeVague,
    /// Names no time.
    RetentionVague,
    /// Says neither that data leave the EU and the EEA nor that they do not.
    TransferVague,
    /// Says that no data leave the EU and the EEA.
    TransferDenied,
    /// Says that nobody gets the data.
    NoDisclosure,
    /// Names a condition without saying what it is.
    ConditionOpaque,
    /// Asks the reader to look for changes.
    CheckBack,
    /// Refers to somebody instead of answering.
    ContactInstead,
    /// Names no recipient.
    RecipientVague,
    /// Makes something else a condition of a complaint.
    ComplaintConditional,
    /// Allows requests in one way only.
    RequestObstructed,
    /// Writes the EU where the EEA is meant.
    EuForEea,
    /// Promises erasure without its limits.
    ErasureUnconditional,
    /// Calls a register of the authorities a public source.
    SourceNotPublic,
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
    /// Names a child.
    Child,
    /// Points to a special category of data (Article 9(1)).
    SpecialHint,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    language: LanguageCode,
    kind: Kind,
    pattern: String,
}

/// A pattern, compiled on first use.
struct Pattern {
    written: String,
    compiled: OnceLock<Option<Regex>>,
}

/// The patterns by kind and language; looked up for every text.
static TABLE: Table<FxHashMap<(Kind, [u8; 2]), Pattern>> = Table::new(|files| {
    let mut table = FxHashMap::default();
    for (index, Row { language, kind, pattern }) in read(files, "phrases")?.into_iter().enumerate() {
        let fault = |key, what: Cause| fault_in_row(files, "phrases", index, key, what);
        let lang = letters(language.as_str()).ok_or_else(|| fault("language", unknown(language.as_str()).into()))?;
        if let Some(what) = syntax_fault(&pattern) {
            return Err(fault("pattern", what.into()));
        }
        if table.insert((kind, lang), Pattern { written: pattern, compiled: OnceLock::new() }).is_some() {
            let twice = say!(
                en: "an earlier row has the same language and kind",
                sv: "en tidigare rad har samma språk och slag",
                da: "en tidligere række har samme sprog og art",
            );
            return Err(fault("kind", twice.into()));
        }
    }
    Ok(table)
});

/// Checks that the table can be read and every pattern is valid.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    TABLE.check(files)
}

fn letters(lang: &str) -> Option<[u8; 2]> {
    lang.as_bytes().try_into().ok()
}

fn pattern(kind: Kind, lang: &str) -> Option<&'static Regex> {
    let Pattern { written, compiled } = TABLE.get().get(&(kind, letters(lang)?))?;
    let compile = || RegexBuilder::new(&fast(written)).case_insensitive(true).build().ok();
    compiled.get_or_init(compile).as_ref()
}

/// All patterns of a language in one, by its code; compiled for the first text of the language.
static UNIONS: LazyLock<FxHashMap<[u8; 2], OnceLock<Option<Regex>>>> =
    LazyLock::new(|| TABLE.get().keys().map(|(_, lang)| (*lang, OnceLock::new())).collect());

/// A pattern with gaps of any length and words of any letters: it matches at least as much, and needs far fewer
/// states.
fn loosened(pattern: &str) -> String {
    let gap = Regex::new(r"(\[\^[.:]+\]|\.)\{\d+,\d+\}\??");
    let loose = gap.map_or_else(|_| pattern.to_owned(), |gap| gap.replace_all(pattern, "$1*").into_owned());
    loose.replace(WORD, r"\S")
}

fn all_of(lang: [u8; 2]) -> Option<Regex> {
    let own = TABLE.get().iter().filter(|((_, known), _)| *known == lang);
    let mut all: Vec<String> = own.map(|(_, pattern)| format!("(?:{})", loosened(&fast(&pattern.written)))).collect();
    all.sort_unstable();
    RegexBuilder::new(&all.join("|")).case_insensitive(true).dfa_size_limit(AUTOMATON).build().ok()
}

/// Whether a text of this language contains any phrase. Most contain none, so the kinds need not be tried one by one.
#[must_use]
pub fn is_in(words: &str, lang: &str) -> bool {
    let union = letters(lang).and_then(|lang| UNIONS.get(&lang)?.get_or_init(|| all_of(lang)).as_ref());
    union.is_none_or(|union| union.is_match(words))
}

/// The byte range of the first phrase of a kind in a text of this language.
#[must_use]
pub fn find(kind: Kind, words: &str, lang: &str) -> Option<Range<usize>> {
    all(kind, words, lang).next()
}

/// The byte ranges of all phrases of a kind in a text of this language.
pub(crate) fn all<'w>(kind: Kind, words: &'w str, lang: &str) -> impl Iterator<Item = Range<usize>> + use<'w> {
    pattern(kind, lang).into_iter().flat_map(move |pattern| pattern.find_iter(words).map(|found| found.range()))
}
