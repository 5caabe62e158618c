//! Patterns of the tables. Their syntax is checked when the table is read. They are compiled when a text first has what
//! they need, because that takes a hundred times as long. The program compiles them without a limit of their size: a
//! large pattern is slow, but it is never left out. A test compiles them with a limit (`tests/laws/law.rs`).

use std::sync::OnceLock;

use regex::{Error, Regex, RegexBuilder};

use crate::law::needles::needles;

/// A word character.
const WORD: &str = r"[\w&&[\x00-\u{24F}]]";

/// A pattern, compiled on first use.
#[derive(Clone)]
pub(super) struct Pattern {
    /// The pattern, rewritten for speed unless it is [`Pattern::as_written`].
    fast: String,
    is_exact: bool,
    needles: OnceLock<Option<Vec<String>>>,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern of a table; `is_exact` if it is case-sensitive.
    ///
    /// # Errors
    /// The error in its syntax.
    pub(super) fn new(written: &str, is_exact: bool) -> Result<Self, String> {
        Self::checked(fast(written), is_exact)
    }

    /// A pattern that is not case-sensitive and keeps its Unicode boundaries: “artikel 9 hälsa” has no letter h.
    ///
    /// # Errors
    /// The error in its syntax.
    pub(super) fn as_written(written: &str) -> Result<Self, String> {
        Self::checked(written.to_owned(), false)
    }

    fn checked(fast: String, is_exact: bool) -> Result<Self, String> {
        regex_syntax::parse(&fast).map_err(|fault| fault.to_string())?;
        Ok(Self { fast, is_exact, needles: OnceLock::new(), compiled: OnceLock::new() })
    }

    /// Texts in lower case of which every match contains one, if such texts are known.
    pub(super) fn needles(&self) -> Option<&[String]> {
        let find = || needles(&regex_syntax::parse(&self.fast).ok()?);
        self.needles.get_or_init(find).as_deref()
    }

    /// The compiled pattern. There is none only if its syntax is wrong, and then the table does not load.
    pub(super) fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| self.compile(usize::MAX).ok()).as_ref()
    }

    /// Compiles the pattern, with a limit of its size in bytes.
    pub(super) fn compile(&self, limit: usize) -> Result<Regex, Error> {
        RegexBuilder::new(&self.fast).case_insensitive(!self.is_exact).size_limit(limit).build()
    }
}

/// Rewrites a pattern of the data files for speed. `\b` becomes an ASCII word boundary: no pattern puts one next to a
/// non-ASCII letter, and with Unicode boundaries every `å` would leave the fast path. `\w` becomes Latin letters (up
/// to U+024F, including North, Lule and South Sami), because letters of all scripts need many more states.
fn fast(pattern: &str) -> String {
    pattern.replace(r"\b", r"(?-u:\b)").replace(r"\w", WORD).replace(r"\d", "[0-9]")
}
