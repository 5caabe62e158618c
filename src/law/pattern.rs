//! Patterns of the tables. Their syntax is checked with the table. They are compiled when a text first has what they need,
//! because that takes a hundred times as long. The program compiles them without a limit of their size: a
//! large pattern is slow, but it is never left out. A test compiles them with a limit (`tests/laws/law.rs`).

use std::sync::OnceLock;

use regex::{Error, Match, Regex, RegexBuilder};

use crate::law::needles::{folded, needles};

/// A word character.
const WORD: &str = r"[\w&&[\x00-\u{24F}]]";

/// A letter.
const LETTER: &str = r"[\p{L}&&[\x00-\u{24F}]]";

/// A pattern, compiled on first use.
pub(super) struct Pattern {
    /// The pattern, rewritten for speed unless it is [`Pattern::as_written`].
    fast: String,
    is_exact: bool,
    needles: OnceLock<Option<Vec<String>>>,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern of a table; `is_exact` if it is case-sensitive.
    pub(super) fn new(written: &str, is_exact: bool) -> Self {
        Self { fast: fast(written), is_exact, needles: OnceLock::new(), compiled: OnceLock::new() }
    }

    /// A pattern that is not case-sensitive and keeps its Unicode boundaries: “artikel 9 hälsa” has no letter h.
    pub(super) fn as_written(written: &str) -> Self {
        Self { fast: with_small_classes(written), ..Self::new("", false) }
    }

    /// Checks its syntax.
    ///
    /// # Errors
    /// The error in its syntax.
    pub(super) fn check(&self) -> Result<(), String> {
        regex_syntax::parse(&self.fast).map(drop).map_err(|fault| fault.to_string())
    }

    /// Texts in lower case of which every match contains one, if such texts are known.
    pub(super) fn needles(&self) -> Option<&[String]> {
        let find = || needles(&regex_syntax::parse(&self.fast).ok()?);
        self.needles.get_or_init(find).as_deref()
    }

    /// The compiled pattern. There is none only if its syntax is wrong, and then the check of the table fails.
    pub(super) fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| self.compile(usize::MAX).ok()).as_ref()
    }

    /// The first match in a text. The pattern is compiled if the text has what every match contains.
    pub(super) fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        if let Some(needles) = self.needles() {
            let folded = folded(text);
            needles.iter().find(|needle| folded.contains(needle.as_str()))?;
        }
        self.regex()?.find(text)
    }

    /// Whether a text matches.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Compiles the pattern, with a limit of its size in bytes.
    pub(super) fn compile(&self, limit: usize) -> Result<Regex, Error> {
        RegexBuilder::new(&self.fast).case_insensitive(!self.is_exact).size_limit(limit).build()
    }
}

/// Rewrites a pattern of the data files for speed. `\b` becomes an ASCII word boundary: no pattern puts one next to a
/// non-ASCII letter, and with Unicode boundaries every `å` would leave the fast path.
fn fast(pattern: &str) -> String {
    with_small_classes(&pattern.replace(r"\b", r"(?-u:\b)"))
}

/// Rewrites classes of a pattern for speed: `\w` and `\p{L}` become Latin letters (up to U+024F, including North, Lule and
/// South Sami) and `\d` ASCII digits, because those of all scripts need many more states.
fn with_small_classes(pattern: &str) -> String {
    pattern.replace(r"\w", WORD).replace(r"\p{L}", LETTER).replace(r"\d", "[0-9]")
}
