//! Periods that are written in another way than the reader wants: what they mean, where that is certain.

use super::{ABOUT, AT_LEAST, AT_MOST, HELP, Keep, PERIOD, TO};
use crate::finding::{Finding, Place};
use crate::format::nearest::nearest;
use crate::format::phrases::{did_you_mean, is_not, write_this};
use crate::format::space;
use crate::lexicon::{WordList, periods};
use crate::model::period::length::{Length, Unit};
use crate::say;

/// What is said of a text that is no period: how it is written, where its meaning is certain; else the unit that was
/// meant.
pub(super) fn wrong(text: &str, at: Place) -> Finding {
    let written = text.trim();
    let right = meant(written);
    if Keep::parse_any(right.as_deref().unwrap_or(written), at).is_some_and(Keep::is_too_long) {
        return too_long(text, at);
    }
    let finding = Finding::error("period-wrong", at, is_not(text, PERIOD));
    if let Some(right) = right.filter(|right| right != written && Keep::parse(right, at).is_some()) {
        let finding = in_words(finding, written, &right);
        let finding = if written.contains(space::is_odd) { finding.label(space::LABEL) } else { finding };
        return finding.rewrite(written, right);
    }
    match near(written) {
        Some(near) => finding.label(did_you_mean(near)).help(HELP),
        None => finding
            .label(say!(
                en: "not a number and a unit",
                sv: "inte ett tal och en enhet",
                da: "ikke et tal og en enhed",
            ))
            .help(HELP),
    }
}

/// The word of the format that the last word of a text is, in another language or with another spelling.
fn near(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let last = text.split(' ').next_back()?;
    let units = Unit::ALL.iter().map(|unit| unit.key());
    periods().unit(last).or_else(|| nearest(last, units.chain([super::PERMANENT])))
}

fn too_long(text: &str, at: Place) -> Finding {
    let message = say!(
        en: "`{text}` is more than 1,000 years",
        sv: "`{text}` är längre än 1 000 år",
        da: "`{text}` er længere end 1.000 år",
    );
    Finding::error("period-wrong", at, message).help(say!(
        en: "a period has at most 1,000 years; write `permanent` for what is kept for ever",
        sv: "en tidsfrist är högst 1 000 år; skriv `permanent` för det som bevaras för alltid",
        da: "en frist er højst 1.000 år; skriv `permanent` for det, der bevares for altid",
    ))
}

/// The period that a text can only mean, as the format writes it: `två år` is `2 years`, `p2y` is `2 years`.
pub(super) fn meant(text: &str) -> Option<String> {
    if let Some(length) = Length::parse(&text.to_uppercase()) {
        return Some(length.to_string());
    }
    let text = plain(text);
    let words = periods();
    if words.permanent.has(&text) {
        return Some(super::PERMANENT.to_owned());
    }
    if words.not_stored.has(&text) {
        return Some(super::NOT_STORED.to_owned());
    }
    let text = after(&text, &words.during).unwrap_or(&text);
    let (bound, rest) = match (after(text, &words.at_least), after(text, &words.at_most)) {
        (Some(rest), _) => (Some(AT_LEAST), rest),
        (_, Some(rest)) => (Some(AT_MOST), rest),
        _ => (None, text),
    };
    let (about, rest) = after(rest, &words.about).map_or((None, rest), |rest| (Some(ABOUT), rest));
    let length = match range(rest).filter(|_| bound.is_none()) {
        Some((least, most)) => format!("{least} {TO} {most}"),
        None => length(rest)?.to_string(),
    };
    Some(bound.into_iter().chain(about).chain([length.as_str()]).collect::<Vec<_>>().join(" "))
}

/// A text in small letters, its words parted by single spaces, digits from letters, without full stops at their ends.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut last = ' ';
    for letter in text.to_lowercase().chars() {
        let letter = match letter {
            '–' | '—' | '−' | '‑' => '-',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        };
        if letter == '-' || (last == '-' && letter != ' ') || (last.is_ascii_digit() && letter.is_alphabetic()) {
            plain.push(' ');
        }
        plain.push(letter);
        last = letter;
    }
    plain.split_whitespace().map(|word| word.trim_end_matches('.')).collect::<Vec<_>>().join(" ")
}

/// What follows an item of the list, the longest that fits.
fn after<'t>(text: &'t str, list: &WordList) -> Option<&'t str> {
    let rest = |word: &str| text.strip_prefix(word)?.strip_prefix(' ');
    list.iter().filter_map(rest).min_by_key(|rest| rest.len())
}

/// Two lengths with a hyphen or a word between them. The first may lack its unit.
fn range(text: &str) -> Option<(Length, Length)> {
    let words: Vec<&str> = text.split(' ').collect();
    let middle = words.iter().position(|word| *word == "-" || periods().to.has(word))?;
    let (least, most) = (words.get(..middle)?.join(" "), words.get(middle + 1..)?.join(" "));
    let unit = most.split(' ').next_back()?;
    Some((length(&least).or_else(|| length(&format!("{least} {unit}")))?, length(&most)?))
}

/// A length in words: `2 år`, `3 år och 6 månader`, `ett halvt år`, `två och ett halvt år`.
fn length(text: &str) -> Option<Length> {
    let words: Vec<&str> = text.split(' ').collect();
    let parts: Vec<&[&str]> = words.split(|word| periods().and.has(word)).collect();
    if let [[years], [half @ .., unit]] = parts.as_slice() {
        let years = number(years)?.checked_mul(12)?.checked_add(6)?;
        let is_half = periods().half.has(&half.join(" ")) && periods().unit(unit) == Some(Unit::Years.key());
        return is_half.then(|| Length::of(years, Unit::Months));
    }
    let parts =
        parts.iter().flat_map(|part| if part.len() % 2 == 0 { part.chunks(2) } else { part.chunks(usize::MAX) });
    parts.map(part).try_fold(Length::default(), |sum, part| sum.and(part?))
}

/// A number and a unit, or half of a unit.
fn part(words: &[&str]) -> Option<Length> {
    let (unit, count) = words.split_last()?;
    let count = count.join(" ");
    let is_half = periods().half.has(&count);
    if periods().day_and_night.has(unit) {
        let hours = if is_half { 12 } else { number(&count)?.checked_mul(24)? };
        return Some(Length::of(hours, Unit::Hours));
    }
    if let Some(months) = periods().months_of(unit) {
        return Some(Length::of(number(&count)?.checked_mul(months)?, Unit::Months));
    }
    let unit = Unit::of_key(periods().unit(unit)?)?;
    match (is_half, unit) {
        (true, Unit::Years) => Some(Length::of(6, Unit::Months)),
        (true, Unit::Hours) => Some(Length::of(30, Unit::Minutes)),
        (true, _) => None,
        (false, _) => number(&count).map(|count| Length::of(count, unit)).or_else(|| tenths(&count, unit)),
    }
}

/// The number that digits or a word of a language mean.
fn number(word: &str) -> Option<u32> {
    let number = word.parse().ok().or_else(|| periods().number(word));
    number.filter(|number| *number > 0)
}

/// Years with one decimal, in months where that leaves no rest: `1,5 år` is `18 months`.
fn tenths(number: &str, unit: Unit) -> Option<Length> {
    let (years, tenths) = number.split_once([',', '.']).filter(|(_, tenths)| tenths.len() == 1)?;
    let tenths = years.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenths.parse().ok()?)?;
    let months = tenths.checked_mul(12).filter(|months| months % 10 == 0 && *months > 0)? / 10;
    (unit == Unit::Years).then(|| Length::of(months, Unit::Months))
}

fn in_words(finding: Finding, written: &str, right: &str) -> Finding {
    let has_digits = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    let is_in_digits = has_digits(written) || !has_digits(right);
    match is_in_digits || !right.contains(' ') {
        true => finding.label(did_you_mean(right)).help(write_this(right)),
        false => finding
            .label(say!(en: "a number in words", sv: "ett tal med bokstäver", da: "et tal med bogstaver"))
            .help(say!(
                en: "write the number in digits: `{right}`",
                sv: "skriv talet med siffror: `{right}`",
                da: "skriv tallet med cifre: `{right}`",
            )),
    }
}

#[cfg(test)]
mod tests {
    use super::Keep;
    use super::wrong;
    use crate::finding::{Place, Replacement};
    use crate::model::period::HELP;

    #[test]
    fn a_number_in_words_is_shown_in_digits() {
        let help = |text| wrong(text, Place::default()).help.unwrap().en;
        assert_eq!(help("two years"), "write the number in digits: `2 years`");
        assert_eq!(help("ett år"), "write the number in digits: `1 year`");
        assert_eq!(help("2 yeers"), HELP.en);
    }

    #[test]
    fn what_a_text_can_only_mean_is_certain_and_a_period() {
        for (text, right) in [
            ("2 år", "2 years"),
            ("ett år", "1 year"),
            ("1 Month", "1 month"),
            ("24 mån.", "24 months"),
            ("2years", "2 years"),
            ("p2y", "2 years"),
            ("minst 10 år", "at least 10 years"),
            ("högst cirka 97 dagar", "at most about 97 days"),
            ("Maks. 24 timer", "at most 24 hours"),
            ("ett dygn", "24 hours"),
            ("ett halvt år", "6 months"),
            ("et halvår", "6 months"),
            ("a day", "1 day"),
            ("3 år och 6 månader", "3 years and 6 months"),
            ("3 years 6 months", "3 years and 6 months"),
            ("två och ett halvt år", "30 months"),
            ("12–24 månader", "12 months to 24 months"),
            ("30 dagar till 6 månader", "30 days to 6 months"),
            ("48h", "48 hours"),
            ("i 5 år", "5 years"),
            ("i högst cirka 97 dagar", "at most about 97 days"),
            ("an hour", "1 hour"),
            ("sparas inte", "not stored"),
            ("Bevaras", "permanent"),
            ("for altid", "permanent"),
            ("För alltid", "permanent"),
            ("forever", "permanent"),
            ("1,5 år", "18 months"),
            ("2.5 years", "30 months"),
        ] {
            let fix = wrong(text, Place::default()).fix.unwrap();
            assert_eq!(fix.to, Replacement::Stretches(vec![(0..text.len(), right.to_owned())]), "{text}");
            assert!(Keep::parse(right, Place::default()).is_some(), "{right}");
        }
        for text in [
            "2 yeers",
            "0 år",
            "2",
            "år",
            "1,3 år",
            "2.5 weeks",
            "24-12 år",
            "en halv månad",
            "2 permanent",
            "-2 years",
            "P0M",
            "99999999999 år",
        ] {
            assert_eq!(wrong(text, Place::default()).fix, None, "{text}");
        }
    }
}
