//! Reads a citation of law: the act, its number, the place in it, and whose law it is (`templates/law/citations.toml`).

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::assets::{Files, Table};
use crate::error::Error;
use crate::law::pattern::Pattern;
use crate::law::{check_patterns, read_with_patterns};
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
    /// A policy, a routine or a plan of the controller itself.
    Internal,
    /// A provision that only repeats that Article 6 needs a law.
    Repeating,
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

static TABLE: Table<Vec<(Row, Pattern)>> =
    Table::new(|files| read_with_patterns(files, FILE, |row: &Row| &row.pattern));

const FILE: &str = "citations";

/// Checks that the table can be read and every pattern is valid.
pub(crate) fn check(files: &Files) -> Result<(), Error> {
    let patterns = |rows: &Vec<(Row, Pattern)>| {
        check_patterns(files, FILE, "pattern", rows.iter().map(|(_, pattern)| Some(pattern)))
    };
    TABLE.check_with(files, patterns)
}

/// The first match of a kind, with whose law it is.
fn find(kind: Kind, text: &str) -> Option<(Range<usize>, Option<&'static str>)> {
    let rows = TABLE.get().iter().filter(|(row, _)| row.kind == kind);
    rows.filter_map(|(row, pattern)| Some((pattern.find(text)?.range(), row.of()))).next()
}

/// Reads a citation. Nothing is read from a text with several of them.
#[must_use]
pub(crate) fn read(text: &str) -> Citation<'_> {
    let number = find(Kind::Number, text);
    let mut rest = text.to_owned();
    if let Some((range, _)) = &number {
        rest.replace_range(range.clone(), &" ".repeat(range.len()));
    }
    let place = find(Kind::Place, &rest);
    if let Some((range, _)) = &place {
        rest.replace_range(range.clone(), &" ".repeat(range.len()));
    }
    if find(Kind::Place, &rest).is_some() || find(Kind::Number, &rest).is_some() {
        return Citation::default();
    }
    let act =
        act(text, number.as_ref().map(|(range, _)| range.clone()), place.as_ref().map(|(range, _)| range.clone()));
    let is_national = place.as_ref().is_some_and(|(_, country)| country.is_some_and(|country| country != UNION));
    let regulation = act.filter(|_| number.is_none() && !is_national).and_then(whole_name);
    // An Article may be of a treaty, an agreement or a statute: without the act, nobody knows whose law it is.
    let of_place = place.as_ref().and_then(|(_, country)| country.filter(|country| *country != UNION));
    let country = [&number, &regulation].into_iter().flatten().find_map(|(_, country)| *country).or(of_place);
    Citation {
        act,
        number: match (&number, &regulation) {
            (Some((range, _)), _) => Some(bare(&text[range.clone()])),
            (None, Some(_)) => Some(REGULATION),
            (None, None) => None,
        },
        place: place.map(|(range, _)| text[range].trim_matches([' ', ',', '.', ';'])),
        country,
    }
}

/// Whether a text names no law that lays a task or an obligation down (Article 6(3)): the Regulation itself, a national
/// provision that repeats it, or a policy of the controller. What cannot be read counts as a law.
#[must_use]
pub(crate) fn is_hollow(text: &str) -> bool {
    if find(Kind::Repeating, text).is_some() {
        return true;
    }
    let number = find(Kind::Number, text);
    let is_regulation = number.as_ref().is_some_and(|(range, _)| bare(&text[range.clone()]) == REGULATION);
    if number.is_some() && !is_regulation || text.contains('§') {
        return false;
    }
    let is_of_union = is_regulation || find(Kind::Regulation, text).is_some();
    let only_article = find(Kind::Place, text).is_some_and(|(range, country)| {
        country == Some(UNION) && letters(&text[..range.start]) + letters(&text[range.end..]) < 3
    });
    is_of_union || only_article || find(Kind::Internal, text).is_some()
}

/// A name of the Regulation, if it is all of the name of an act: a national act is named after it too.
fn whole_name(act: &str) -> Option<(Range<usize>, Option<&'static str>)> {
    find(Kind::Regulation, act).filter(|(range, _)| *range == (0..act.len()))
}

/// A number without the brackets around it; those around `EU` belong to it.
fn bare(number: &str) -> &str {
    let inside = number.strip_prefix('(').and_then(|number| number.strip_suffix(')'));
    inside.unwrap_or(number).trim()
}

/// The name of the act: the longer side of the place, without a number at its beginning or end. A number inside the name
/// belongs to it, as in “lagen (2001:454) om …”.
fn act(text: &str, number: Option<Range<usize>>, place: Option<Range<usize>>) -> Option<&str> {
    let mut name = 0..text.len();
    if let Some(place) = place {
        let (before, after) = (0..place.start, place.end..text.len());
        name = if letters(&text[before.clone()]) >= letters(&text[after.clone()]) { before } else { after };
    }
    if let Some(number) = number.filter(|number| name.start <= number.start && number.end <= name.end) {
        let (before, after) = (name.start..number.start, number.end..name.end);
        match (letters(&text[before.clone()]), letters(&text[after.clone()])) {
            (_, 0) => name = before,
            (0, _) => name = after,
            _ => {}
        }
    }
    let is_sign = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '.');
    let name = text[name].trim_matches(is_sign);
    let words = ["i ", "enligt ", "jf. ", "jfr ", "of the ", "af "];
    let name = words.iter().fold(name, |name, word| name.strip_prefix(word).unwrap_or(name));
    let name = [" i", " af"].iter().fold(name, |name, word| name.strip_suffix(word).unwrap_or(name));
    (letters(name) > 1).then(|| name.trim_matches(is_sign))
}

/// The number of letters of a piece.
fn letters(piece: &str) -> usize {
    piece.chars().filter(|letter| letter.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::{Citation, is_hollow, read};

    #[test]
    fn the_regulation_and_a_policy_are_no_law_that_lays_a_task_down() {
        for text in [
            "artikel 6.1 e i dataskyddsförordningen",
            "artikel 6.1 e",
            "databeskyttelsesforordningens artikel 6, stk. 1, litra e",
            "GDPR",
            "förordning (EU) 2016/679",
            "kommunens informationssäkerhetspolicy",
            "Riktlinjer för skolskjuts 2024",
            "kommunens retningslinjer",
            "dataskyddslagen (2018:218) 2 kap. 2 §",
            "databeskyttelseslovens § 6, stk. 1",
        ] {
            assert!(is_hollow(text), "{text}");
        }
        for text in [
            "skollagen (2010:800) 10 kap. 32 §",
            "skollagen",
            "folkeskoleloven § 26",
            "3 kap. 3 § lagen med kompletterande bestämmelser till EU:s dataskyddsförordning",
            "lagen (2018:218) med kompletterande bestämmelser till EU:s dataskyddsförordning, 3 kap. 3 §",
            "databeskyttelseslovens § 11, stk. 1",
            "Skolverkets föreskrifter (SKOLFS 2011:142)",
            "artikel 5 i förordning (EU) 2019/1157",
            "reglemente för barn- och utbildningsnämnden",
        ] {
            assert!(!is_hollow(text), "{text}");
        }
    }

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
            ("artikel 14, stk. 5, litra c", "", "", "artikel 14, stk. 5, litra c", ""),
            ("förordning (EU) 2016/679", "förordning", "(EU) 2016/679", "", "EU"),
            ("artikel 9 i dataskyddsförordningen", "dataskyddsförordningen", "(EU) 2016/679", "artikel 9", "EU"),
            (
                "artikel 6, stk. 1, litra e, i databeskyttelsesforordningen",
                "databeskyttelsesforordningen",
                "(EU) 2016/679",
                "artikel 6, stk. 1, litra e",
                "EU",
            ),
            (
                "3 kap. 3 § lagen med kompletterande bestämmelser till EU:s dataskyddsförordning",
                "lagen med kompletterande bestämmelser till EU:s dataskyddsförordning",
                "",
                "3 kap. 3 §",
                "SE",
            ),
            ("artikel 8 i Europakonventionen", "Europakonventionen", "", "artikel 8", ""),
            ("GDPR Art 6(1)(e)", "GDPR", "(EU) 2016/679", "Art 6(1)(e)", "EU"),
            ("LOV-2018-06-15-38 § 9", "", "LOV-2018-06-15-38", "§ 9", "NO"),
            ("tietosuojalaki (1050/2018) 4 §", "tietosuojalaki (1050/2018)", "", "4 §", ""),
            ("avtal 2024:12", "avtal 2024:12", "", "", ""),
            ("Skolverkets föreskrifter (HSLF-FS 2016:40)", "Skolverkets föreskrifter", "HSLF-FS 2016:40", "", "SE"),
            (
                "lagen (2018:218) med kompletterande bestämmelser",
                "lagen (2018:218) med kompletterande bestämmelser",
                "2018:218",
                "",
                "SE",
            ),
            ("artikel 9.2 h i dataskyddsförordningen och 3 kap. 5 § dataskyddslagen (2018:218)", "", "", "", ""),
            ("2 kap. 3–5 §§ och 7 a § patientdatalagen", "", "", "", ""),
            ("6 § förvaltningslagen", "förvaltningslagen", "", "6 §", ""),
            ("kapitel 4 i skollagen", "skollagen", "", "kapitel 4", ""),
            ("5 § 2 st. lagen (1990:782)", "lagen", "1990:782", "5 § 2 st", "SE"),
            ("personopplysningsloven § 12 første ledd", "personopplysningsloven", "", "§ 12 første ledd", "NO"),
        ] {
            let some = |word: &'static str| Some(word).filter(|word| !word.is_empty());
            let read_as = Citation { act: some(act), number: some(number), place: some(place), country: some(country) };
            assert_eq!(read(text), read_as, "{text}");
        }
    }
}
