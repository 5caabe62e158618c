//! Patterns of Articles, their letters, and laws.

use std::sync::LazyLock;

use regex::Regex;

/// An Article with its letters: `art. 6.1 b`, `6(1)(b)`, `artikel 6, stk. 1, litra c og f`. Without the word for an Article
/// there must be a paragraph.
pub(super) static REFERENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let article = r"(?P<art>\bart(?:ikel|ikkel|ikelen|ikkelen|icle|\.)?(?:\s+i\s+\w+)?\s*)?";
    let paragraph =
        r"\b(?P<number>[69])(?P<par>\s*[.,:]?\s*(?:stk\.?|nr\.?|no\.?|punkt|p\.|mom\.?|ledd)?\s*\(?[12]\)?)?";
    let word = r"\s*[.,:]?\s*(?:litra|lit\.|bokstav|bogstav|led|punkt|point|letter|pkt\.?)?\s*";
    let letters = r"\(?(?P<letters>[a-j]\b(?:\s*\)?\s*(?:,|/|&|\+|\boch\b|\bog\b|\band\b)\s*(?:litra|bokstav|bogstav|led)?\s*\(?[a-j]\b)*)\)?";
    Regex::new(&format!("{article}{paragraph}{word}{letters}")).ok()
});
/// A letter after the word for one: `litra b`, `og c`.
pub(super) static LETTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:\b(?:litra|bokstav|bogstav|letter)\s*\(?|(?:\boch|\bog|\band|[,/&+])\s*\(?)(?P<letter>[a-j])\b\)?\s*(?:$|[(,/;+&)]|och\b|og\b|and\b|eller\b)").ok()
});
/// One law and nothing else: `bokföringslagen`, `Arkivloven § 6`, `socialtjänstlagen (2025:400)`.
static LAW: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:\d+ kap\. )?(?:\d+ ?[a-z]? ?§§? )?(?:[\wåäöæø]+- (?:och|og) )?[\wåäöæø-]+(?:lagen|loven|lova|balken)(?: \(\d{4}:\d+\))?(?:s? ?§§? ?\d+[ \w,.–-]*| \d+ kap\.?(?: \d+ ?[a-z]? ?§)?)?$").ok()
});
/// Only letters: `e`, `a, c`, `(b)`.
pub(super) static ALONE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^\(?[a-j]\)?(?:\s*(?:,|/|;|&|\+|och|og|and)\s*\(?[a-j]\)?)*\.?$").ok());

/// Whether a pattern matches a text.
pub(super) fn matches(regex: &LazyLock<Option<Regex>>, text: &str) -> bool {
    regex.as_ref().is_some_and(|regex| regex.is_match(text))
}

/// Whether a text is the citation of one law and nothing else.
#[must_use]
pub(crate) fn is_law(text: &str) -> bool {
    matches(&LAW, text.trim())
}
