//! Phrases that leave a reader without an answer, or say what the law does not allow (`templates/law/phrases.toml`).

use std::ops::Range;
use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use crate::law::{AUTOMATON, fast, read};

/// What a phrase does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Says that something may happen.
    May,
    /// Says so in a weaker way.
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
    /// Lets an office act in place of the controller.
    ActorNotController,
    /// Says a role in place of a recipient.
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
    language: String,
    kind: Kind,
    pattern: String,
}

/// The rows with their patterns, each compiled when it is used for the first time.
static TABLE: LazyLock<Vec<(Row, OnceLock<Option<Regex>>)>> = LazyLock::new(|| {
    let rows: Vec<Row> = read("phrases").unwrap_or_default();
    rows.into_iter().map(|row| (row, OnceLock::new())).collect()
});

fn pattern(kind: Kind, lang: &str) -> Option<&'static Regex> {
    let (row, pattern) = TABLE.iter().find(|(row, _)| row.kind == kind && row.language == lang)?;
    let compile =
        || RegexBuilder::new(&fast(&row.pattern)).case_insensitive(true).dfa_size_limit(AUTOMATON).build().ok();
    pattern.get_or_init(compile).as_ref()
}

/// The first phrase of a kind in a text of that language: where it stands, in bytes.
#[must_use]
pub fn find(kind: Kind, words: &str, lang: &str) -> Option<Range<usize>> {
    all(kind, words, lang).next()
}

/// Every phrase of a kind in a text of that language.
pub fn all<'w>(kind: Kind, words: &'w str, lang: &str) -> impl Iterator<Item = Range<usize>> + use<'w> {
    pattern(kind, lang).into_iter().flat_map(move |pattern| pattern.find_iter(words).map(|found| found.range()))
}
