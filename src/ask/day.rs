//! Days as people write them.

use jiff::civil;

use crate::language;

/// The day that words mean: `2026-12-01`, `1/12 2026`, `01.12.2026`, `1 december 2026`. The day stands before the month, as it
/// does in the countries whose registers are read.
pub(super) fn day(words: &str) -> Option<civil::Date> {
    let words = words.trim().to_lowercase();
    if let Ok(day) = words.parse() {
        return Some(day);
    }
    // A time of the day says nothing of the day.
    let words = match words.split_once(['t', ' ']) {
        Some((day, time)) if time.contains(':') => day,
        _ => words.as_str(),
    };
    let is_part = |part: &&str| !part.is_empty() && *part != "den";
    let parts: Vec<&str> = words.split(['/', '.', '-', ',', ' ', '\u{a0}']).filter(is_part).collect();
    match parts.as_slice() {
        [whole] if whole.len() == 8 => made(whole.get(..4)?, number(whole.get(4..6)?)?, whole.get(6..)?),
        [year, month, day] if year.len() == 4 => made(year, number(month)?, day),
        [one, other, year] => match (month(one), month(other)) {
            (Some(month), _) => made(year, month, other),
            (None, Some(month)) => made(year, month, one),
            (None, None) => made(year, number(other)?, one),
        },
        _ => None,
    }
}

fn made(year: &str, month: i8, day: &str) -> Option<civil::Date> {
    let year: i16 = match year.len() {
        2 => 2000 + i16::from(number(year)?),
        4 => year.parse().ok()?,
        _ => return None,
    };
    civil::Date::new(year, month, number(day)?).ok()
}

fn number(digits: &str) -> Option<i8> {
    (digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// The month with a name, or with one that is cut short after three letters or more.
fn month(name: &str) -> Option<i8> {
    let is_it =
        |own: &String| own.to_lowercase() == name || name.chars().count() > 2 && own.to_lowercase().starts_with(name);
    let mut languages = language::all().filter_map(language::language);
    languages.find_map(|language| (1_i8..).zip(language.months()).find(|(_, own)| is_it(own)).map(|(at, _)| at))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in [
            "2026-12-01",
            "2026-12-1",
            "20261201",
            "1/12 2026",
            "1/12-26",
            "01.12.2026",
            "1.12.26",
            "den 1 december 2026",
            "1 dec. 2026",
            "December 1, 2026",
            "2026-12-01T00:00:00",
            "2026-12-01 00:00",
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some("2026-12-01"), "{text}");
        }
        assert_eq!(day("21 oktober 2026").map(|day| day.to_string()).as_deref(), Some("2026-10-21"));
        for text in ["", "i maj", "31/2 2026", "12/13/2026", "december 2026", "1/12", "2026", "46357", "1/12 026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
