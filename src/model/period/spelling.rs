//! Periods that are written in another way than the reader wants: what they mean, where that is certain.

use super::{HELP, Keep, PERIOD, is_too_long, iso};
use crate::finding::{Finding, Place};
use crate::format::nearest::nearest;
use crate::format::phrases::{did_you_mean, is_not, write_this};
use crate::format::space;
use crate::lexicon::periods;
use crate::say;

const UNITS: [&str; 5] = ["days", "weeks", "months", "years", "permanent"];

/// The unit that a word of a language means.
fn in_english(word: &str) -> Option<&'static str> {
    periods().unit(&word.to_lowercase())
}

/// The number that digits or a word of a language mean.
fn in_digits(word: &str) -> Option<u32> {
    if let Ok(number) = word.parse() {
        return Some(number).filter(|number| *number > 0);
    }
    periods().number(&word.to_lowercase())
}

/// What is said of a text that is no period: how it is written, where its meaning is certain; else the unit that was
/// meant.
pub(super) fn wrong(text: &str, at: Place) -> Finding {
    if is_too_long(text.trim()) {
        return too_long(text, at);
    }
    let (_, unit) = parts(text);
    let finding = Finding::error("period-wrong", at, is_not(text, PERIOD));
    let written = text.trim();
    if let Some(right) = meant(written).filter(|right| right != written && Keep::parse(right, at).is_some()) {
        let finding = in_words(finding, written, &right);
        let finding = if written.contains(space::is_odd) { finding.label(space::LABEL) } else { finding };
        return finding.rewrite(written, right);
    }
    match in_english(unit).or_else(|| nearest(unit, UNITS.into_iter())) {
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

/// The number and the unit of a text, if there are both: parted by white space, or a number in digits before a word.
fn parts(text: &str) -> (&str, &str) {
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (count, unit) = match digits {
        0 => text.split_once(char::is_whitespace).unwrap_or(("", text)),
        _ => text.split_at(digits),
    };
    (count, unit.trim())
}

/// The period that a text can only mean, as it is to be written: `två år` is `2 years`, `p2y` is `P2Y`.
fn meant(text: &str) -> Option<String> {
    let large = text.to_uppercase();
    if iso(&large).is_some_and(|(count, _)| count > 0) {
        return Some(large);
    }
    if let Some(months) = years_and_months(&large).or_else(|| part_of_a_year(text)) {
        return Some(months);
    }
    if in_english(text) == Some("permanent") {
        return Some("permanent".to_owned());
    }
    let (count, unit) = parts(text);
    match (count, in_english(unit)?) {
        (_, "permanent") => None,
        (count, unit) => Some(match in_digits(count)? {
            1 => format!("1 {}", unit.trim_end_matches('s')),
            count => format!("{count} {unit}"),
        }),
    }
}

/// Years and months of ISO 8601 in months: `P2Y3M` is `27 months`.
fn years_and_months(text: &str) -> Option<String> {
    let (years, months) = text.strip_prefix('P')?.strip_suffix('M')?.split_once('Y')?;
    let months = years.parse::<u32>().ok()?.checked_mul(12)?.checked_add(months.parse().ok()?)?;
    (months > 0).then(|| format!("{months} months"))
}

/// Years with one decimal, in months where that leaves no rest: `1,5 år` is `18 months`.
fn part_of_a_year(text: &str) -> Option<String> {
    let (number, unit) = text.split_once(|letter: char| letter.is_whitespace())?;
    let (years, tenths) = number.split_once([',', '.']).filter(|(_, tenths)| tenths.len() == 1)?;
    let tenths = years.parse::<u32>().ok()?.checked_mul(10)?.checked_add(tenths.parse().ok()?)?;
    let months = tenths.checked_mul(12).filter(|months| months % 10 == 0 && *months > 0)? / 10;
    (in_english(unit.trim()) == Some("years")).then(|| format!("{months} months"))
}

fn in_words(finding: Finding, written: &str, right: &str) -> Finding {
    let is_in_digits = written.contains(|letter: char| letter.is_ascii_digit());
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
    use crate::finding::Place;
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
            ("p2y", "P2Y"),
            ("P1Y6M", "18 months"),
            ("Bevaras", "permanent"),
            ("for altid", "permanent"),
            ("För alltid", "permanent"),
            ("forever", "permanent"),
            ("1,5 år", "18 months"),
            ("2.5 years", "30 months"),
        ] {
            let fix = wrong(text, Place::default()).fix.unwrap();
            assert_eq!(fix.edits, [(0..text.len(), right.to_owned())], "{text}");
            assert!(Keep::parse(right, Place::default()).is_some(), "{right}");
        }
        for text in [
            "2 yeers",
            "0 år",
            "2",
            "år",
            "1,3 år",
            "2.5 weeks",
            "P2Y3D",
            "2 permanent",
            "-2 years",
            "P0M",
            "99999999999 år",
        ] {
            assert_eq!(wrong(text, Place::default()).fix, None, "{text}");
        }
    }
}
