//! Days that are written in another way than the reader wants: which day is meant, where only one can be.

use jiff::civil;
use serde::Deserialize;

use super::date::DATE;
use crate::assets::Table;
use crate::finding::{Finding, Place};
use crate::format::phrases::{is_not, write_this};
use crate::lexicon::periods;
use crate::say;
use crate::say::{Message, Words};

/// A language file, of which only the months are read here.
#[derive(Deserialize)]
struct File {
    months: Vec<String>,
}

/// The months in small letters, language by language. The same files are the table of languages, which is checked before a
/// command runs.
static MONTHS: Table<Vec<Vec<String>>> = Table::new(|files| {
    let files: Vec<(&str, File)> = files.read_folder("languages")?;
    let small = |months: Vec<String>| months.into_iter().map(|month| month.to_lowercase()).collect();
    Ok(files.into_iter().map(|(_, File { months })| small(months)).collect())
});

const NO_SUCH_DAY: Words = Words {
    en: "the calendar has no such day",
    sv: "den dagen finns inte i kalendern",
    da: "den dag findes ikke i kalenderen",
};
const NOT_A_DAY: Words =
    Words { en: "not year, month and day", sv: "inte år, månad och dag", da: "ikke år, måned og dag" };
const WRONG_ORDER: Words = Words {
    en: "the order is wrong: the year comes first, then the month, then the day",
    sv: "ordningen är fel: året står först, sedan månaden, sedan dagen",
    da: "rækkefølgen er forkert: Året står først, så måneden, så dagen",
};

/// A day that a text means, and whether it can mean no other.
struct Meant {
    day: civil::Date,
    is_certain: bool,
    is_reversed: bool,
}

/// What is said of a text that is no date.
pub(super) fn wrong(text: &str, at: Place) -> Finding {
    let finding = Finding::error("date-wrong", at, is_not(text, DATE));
    if let Some((year, month)) = year_and_month(text) {
        return finding.label(NO_SUCH_DAY).help(no_such_day(year, month));
    }
    let Some(meant) = in_words(text).or_else(|| in_numbers(text)) else {
        return finding.label(NOT_A_DAY).help(say!(
            en: "write four digits for the year, two for the month, two for the day: `2026-03-31`",
            sv: "skriv fyra siffror för året, två för månaden, två för dagen: `2026-03-31`",
            da: "skriv fire cifre for året, to for måneden, to for dagen: `2026-03-31`",
        ));
    };
    let right = meant.day.to_string();
    let finding = finding.label(if meant.is_reversed { WRONG_ORDER } else { NOT_A_DAY }).help(write_this(&right));
    if meant.is_certain { finding.rewrite(text, right) } else { finding }
}

/// The year and the month of a text that is written as a day should be: the calendar lacks it.
fn year_and_month(text: &str) -> Option<(i16, i8)> {
    let parts: Vec<&str> = text.split('-').collect();
    let is_as_wanted = parts.iter().map(|part| part.len()).eq([4, 2, 2]);
    let is_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_as_wanted || !is_digits {
        return None;
    }
    Some((parts.first()?.parse().ok()?, parts.get(1)?.parse().ok()?))
}

fn no_such_day(year: i16, month: i8) -> Message {
    match civil::Date::new(year, month, 1) {
        Ok(first) => say!(
            en: "write a day that exists: the last day of that month is `{last}`",
            sv: "skriv en dag som finns: den månadens sista dag är `{last}`",
            da: "skriv en dag, der findes: Den måneds sidste dag er `{last}`",
            last = first.last_of_month(),
        ),
        Err(_) => say!(
            en: "write a month from `01` to `12` between the year and the day",
            sv: "skriv en månad från `01` till `12` mellan året och dagen",
            da: "skriv en måned fra `01` til `12` mellem året og dagen",
        ),
    }
}

/// `1. maj 2026`, `den 1 maj 2026`, `May 1, 2026`.
fn in_words(text: &str) -> Option<Meant> {
    let small = text.to_lowercase();
    let words: Vec<&str> = small.split([' ', ',', '.', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let is_before = |words: &[&str]| words.iter().all(|word| periods().before_day.has(word));
    let (day, name, year) = match words.as_slice() {
        [before @ .., day, name, year] if is_number(day) && before.len() <= 1 && is_before(before) => (day, name, year),
        [name, day, year] => (day, name, year),
        _ => return None,
    };
    let day = civil::Date::new(four_digits(year)?, month(name)?, day.parse().ok()?).ok()?;
    Some(Meant { day, is_certain: true, is_reversed: false })
}

/// The number of a month by its name, or by three letters of it or more.
fn month(name: &str) -> Option<i8> {
    let is_name = |known: &String| known.starts_with(name) && name.chars().count() >= 3;
    let index = MONTHS.get().iter().filter_map(|names| names.iter().position(is_name)).min()?;
    i8::try_from(index + 1).ok()
}

fn four_digits(year: &str) -> Option<i16> {
    year.parse().ok().filter(|year| year_is_near(*year) && year.to_string().len() == 4)
}

fn year_is_near(year: i16) -> bool {
    (1900..2200).contains(&year)
}

/// `01-05-2026`, `1/2-2024`, `2026-5-1`, `20260501`. The Nordic countries write the day before the month; between
/// slashes alone others do not.
fn in_numbers(text: &str) -> Option<Meant> {
    if text.len() == 8
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && let (Some(year), Some(month), Some(day)) = (text.get(..4), text.get(4..6), text.get(6..))
    {
        let day = civil::Date::new(four_digits(year)?, month.parse().ok()?, day.parse().ok()?).ok();
        return day.map(|day| Meant { day, is_certain: true, is_reversed: false });
    }
    let separators = ['-', '.', '/', ' '];
    let parts: Vec<&str> = text.split(separators).filter(|part| !part.is_empty()).collect();
    let [first, middle, last] = *parts.as_slice() else { return None };
    if let Some(year) = four_digits(first) {
        let day = civil::Date::new(year, middle.parse().ok()?, last.parse().ok()?).ok()?;
        return Some(Meant { day, is_certain: true, is_reversed: false });
    }
    let (day, month) = (first.parse::<i8>().ok()?, middle.parse().ok()?);
    let is_certain = day > 12;
    let is_clear = is_certain || text.contains(['-', '.', ' ']);
    let day = civil::Date::new(four_digits(last)?, month, day).ok().filter(|_| is_clear)?;
    Some(Meant { day, is_certain, is_reversed: true })
}

#[cfg(test)]
mod tests {
    use super::wrong;
    use crate::finding::Place;

    fn help(text: &str) -> String {
        wrong(text, Place::default()).help.unwrap().en
    }

    #[test]
    fn the_day_that_is_meant_is_offered() {
        for (text, right) in [
            ("01-05-2026", "2026-05-01"),
            ("1/2-2024", "2024-02-01"),
            ("1. maj 2026", "2026-05-01"),
            ("1 maj 2026", "2026-05-01"),
            ("den 3 okt. 2025", "2025-10-03"),
            ("May 1, 2026", "2026-05-01"),
            ("31.12.2025", "2025-12-31"),
            ("31/12/2025", "2025-12-31"),
            ("2026-5-1", "2026-05-01"),
            ("2026/05/01", "2026-05-01"),
            ("20260501", "2026-05-01"),
        ] {
            assert_eq!(help(text), format!("write `{right}`"), "{text}");
        }
        assert!(wrong("01-05-2026", Place::default()).label.en.starts_with("the order is wrong"));
    }

    #[test]
    fn what_can_mean_several_days_or_none_is_not_guessed() {
        for text in ["1/2/2024", "01-05-26", "maj 2026", "32 maj 2026", "våren 2026", "1-2-3", "99999999", "12345678"]
        {
            assert!(help(text).starts_with("write four digits"), "{text}: {}", help(text));
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_said_not_to() {
        assert_eq!(help("2026-02-30"), "write a day that exists: the last day of that month is `2026-02-28`");
        assert!(help("2026-13-01").starts_with("write a month from `01` to `12`"));
    }
}
