//! Reads a citation of law: the act, its number, the place in it, and whose law it is (`templates/law/citations.toml`).

use std::ops::Range;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::read_with_patterns;
use crate::vocabulary::CountryCode;

/// What a citation says. A part that it does not say is `None`; nothing is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Citation<'t> {
    /// The name of the act, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<&'t str>,
    /// Its number, such as `2010:800`, without brackets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<&'t str>,
    /// The chapter, section, Article or recital, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'t str>,
    /// The country (ISO 3166-1), or `EU`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<&'static str>,
}

/// The number of the Regulation, whose names are used without it.
const REGULATION: &str = "(EU) 2016/679";

/// The code of Union law, beside those of countries.
const UNION: &str = "EU";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// The number of an act.
    Number,
    /// A place in an act.
    Place,
    /// A name of the General Data Protection Regulation.
    Regulation,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    kind: Kind,
    country: Option<CountryCode>,
    #[serde(default)]
    union: bool,
    pattern: String,
    #[expect(dead_code, reason = "a row without a source does not load")]
    source: String,
}

impl Row {
    fn of(&self) -> Option<&'static str> {
        if self.union { Some(UNION) } else { self.country.map(CountryCode::as_str) }
    }
}

static TABLE: Table<Vec<(Row, Regex)>> =
    Table::new(|files| read_with_patterns(files, "citations", "pattern", |row: &Row| &row.pattern));

/// Checks that the table can be read.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    TABLE.check(files)
}

/// The first match of a kind, with whose law it is.
fn find(kind: Kind, text: &str) -> Option<(Range<usize>, Option<&'static str>)> {
    let rows = TABLE.get().iter().filter(|(row, _)| row.kind == kind);
    rows.filter_map(|(row, pattern)| Some((pattern.find(text)?.range(), row.of()))).next()
}

/// Reads a citation.
#[must_use]
pub(crate) fn read(text: &str) -> Citation<'_> {
    let number = find(Kind::Number, text);
    let regulation = find(Kind::Regulation, text).filter(|_| number.is_none());
    let place = find(Kind::Place, text);
    let cut = [&number, &place].into_iter().flatten().map(|(range, _)| range.clone()).collect();
    let country = [&number, &regulation, &place].into_iter().flatten().find_map(|(_, country)| *country);
    Citation {
        act: act(text, cut),
        number: match (&number, &regulation) {
            (Some((range, _)), _) => Some(bare(&text[range.clone()])),
            (None, Some(_)) => Some(REGULATION),
            (None, None) => None,
        },
        place: place.map(|(range, _)| text[range].trim_matches([' ', ',', '.', ';'])),
        country,
    }
}

/// A number without the brackets around it; those around `EU` belong to it.
fn bare(number: &str) -> &str {
    let inside = number.strip_prefix('(').and_then(|number| number.strip_suffix(')'));
    inside.unwrap_or(number).trim()
}

/// The longest stretch of words outside the number and the place: the name of the act. A name with the number inside,
/// such as “lagen (2001:454) om …”, keeps it.
fn act(text: &str, mut cut: Vec<Range<usize>>) -> Option<&str> {
    cut.sort_by_key(|range| range.start);
    let last = cut.last().map_or(0, |range| range.end);
    let whole = match cut.as_slice() {
        [] => text,
        [only] => outside(text, only),
        [first, second] if first.end <= second.start => {
            let between = &text[first.end..second.start];
            let (before, after) = (&text[..first.start], &text[last..]);
            [before, between, after].into_iter().max_by_key(|piece| words(piece)).unwrap_or_default()
        }
        _ => "",
    };
    let name =
        whole.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '.' | '(' | ')'));
    let name = ["i ", "enligt ", "jf. ", "jfr ", "of the ", "af "]
        .iter()
        .fold(name, |name, word| name.strip_prefix(word).unwrap_or(name));
    let name = [" i", " af"].iter().fold(name, |name, word| name.strip_suffix(word).unwrap_or(name));
    name.chars().any(char::is_alphabetic).then_some(name.trim())
}

/// The longer side of a stretch.
fn outside<'t>(text: &'t str, cut: &Range<usize>) -> &'t str {
    let (before, after) = (&text[..cut.start], &text[cut.end..]);
    if words(before) >= words(after) { before } else { after }
}

/// The number of letters of a piece.
fn words(piece: &str) -> usize {
    piece.chars().filter(|letter| letter.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::{Citation, read};

    #[test]
    fn citations_are_read_as_they_are_written() {
        for (text, act, number, place, country) in [
            ("skollagen (2010:800) 10 kap. 32 §", "skollagen", "2010:800", "10 kap. 32 §", "SE"),
            ("10 kap. 32 § skollagen (2010:800)", "skollagen", "2010:800", "10 kap. 32 §", "SE"),
            ("patientdatalagen (2008:355) 2 kap. 7 a §", "patientdatalagen", "2008:355", "2 kap. 7 a §", "SE"),
            ("OSL 25 kap. 1 §", "OSL", "", "25 kap. 1 §", "SE"),
            ("25 kap. 1 § OSL", "OSL", "", "25 kap. 1 §", "SE"),
            ("arkivlagen", "arkivlagen", "", "", ""),
            ("SFS 2018:218", "", "SFS 2018:218", "", "SE"),
            ("3 kap. 8–10 §§ dataskyddslagen", "dataskyddslagen", "", "3 kap. 8–10 §§", "SE"),
            ("databeskyttelseslovens § 11, stk. 1", "databeskyttelseslovens", "", "§ 11, stk. 1", "DK"),
            ("folkeskoleloven § 5, stk. 2, nr. 3", "folkeskoleloven", "", "§ 5, stk. 2, nr. 3", "DK"),
            ("§ 11 i databeskyttelsesloven", "databeskyttelsesloven", "", "§ 11", ""),
            ("lov nr. 502 af 23. maj 2018", "", "lov nr. 502 af 23. maj 2018", "", "DK"),
            ("dagtilbudsloven, LBK nr. 985 af 27/06/2022", "dagtilbudsloven", "LBK nr. 985 af 27/06/2022", "", "DK"),
            (
                "artikel 14.5 c i dataskyddsförordningen",
                "dataskyddsförordningen",
                "(EU) 2016/679",
                "artikel 14.5 c",
                "EU",
            ),
            ("Article 6(1)(e) GDPR", "GDPR", "(EU) 2016/679", "Article 6(1)(e)", "EU"),
            ("artikel 14, stk. 5, litra c", "", "", "artikel 14, stk. 5, litra c", "EU"),
            ("förordning (EU) 2016/679", "förordning", "(EU) 2016/679", "", "EU"),
            ("personopplysningsloven § 12 første ledd", "personopplysningsloven", "", "§ 12 første ledd", "NO"),
        ] {
            let some = |word: &'static str| Some(word).filter(|word| !word.is_empty());
            let read_as = Citation { act: some(act), number: some(number), place: some(place), country: some(country) };
            assert_eq!(read(text), read_as, "{text}");
        }
    }
}
