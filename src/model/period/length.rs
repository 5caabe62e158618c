//! Lengths of time.

use std::fmt;

use crate::model::record::codes;

codes! {
    /// The unit of a period, kept as written: 12 months and 1 year are the same time, but not the same text.
    pub enum Unit(en: "a unit of time", sv: "en tidsenhet", da: "en tidsenhed") {
        /// Calendar years.
        Years = "years",
        /// Calendar months.
        Months = "months",
        /// Weeks of seven days.
        Weeks = "weeks",
        /// Calendar days.
        Days = "days",
        /// Hours.
        Hours = "hours",
        /// Minutes.
        Minutes = "minutes",
    }
}

impl Unit {
    /// Its letter in ISO 8601, and whether it follows the `T`.
    fn letter(self) -> (char, bool) {
        match self {
            Self::Years => ('Y', false),
            Self::Months => ('M', false),
            Self::Weeks => ('W', false),
            Self::Days => ('D', false),
            Self::Hours => ('H', true),
            Self::Minutes => ('M', true),
        }
    }

    /// The unit of a word of the format: `year` and `years`.
    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|unit| word == unit.key() || word == unit.singular())
    }

    fn singular(self) -> &'static str {
        self.key().trim_end_matches('s')
    }

    /// Its length in days: a year has 365.25 days and a month a twelfth of that.
    fn days(self) -> f64 {
        match self {
            Self::Years => 365.25,
            Self::Months => 365.25 / 12.0,
            Self::Weeks => 7.0,
            Self::Days => 1.0,
            Self::Hours => 1.0 / 24.0,
            Self::Minutes => 1.0 / 24.0 / 60.0,
        }
    }
}

/// A length of time: one or more units with their counts, as in “3 years and 6 months”.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length([u32; Unit::ALL.len()]);

impl Length {
    /// The longest length in years: a limit of the program, beyond all that a law or a decision lays down.
    const MOST_YEARS: f64 = 1_000.0;

    /// A length of one unit.
    #[must_use]
    pub fn of(count: u32, unit: Unit) -> Self {
        Self(std::array::from_fn(|place| if Unit::ALL.get(place) == Some(&unit) { count } else { 0 }))
    }

    /// The units that it has, the longest first.
    pub fn parts(self) -> impl Iterator<Item = (u32, Unit)> + Clone {
        self.0.into_iter().zip(Unit::ALL.iter().copied()).filter(|(count, _)| *count > 0)
    }

    /// The length in days, fractions included.
    #[must_use]
    pub(crate) fn days(self) -> f64 {
        self.parts().map(|(count, unit)| f64::from(count) * unit.days()).sum()
    }

    /// Whether format 1 has it: one unit, of a day or more.
    pub(super) fn is_of_first(self) -> bool {
        self.parts().count() == 1 && self.parts().all(|(_, unit)| !unit.letter().1)
    }

    /// Whether it is longer than [`Self::MOST_YEARS`].
    #[must_use]
    pub(super) fn is_too_long(self) -> bool {
        self.days() > Self::MOST_YEARS * Unit::Years.days()
    }

    /// The sum of two lengths; `None` if a unit is in both.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let mut sum = self;
        for (count, more) in sum.0.iter_mut().zip(other.0) {
            if *count > 0 && more > 0 {
                return None;
            }
            *count += more;
        }
        Some(sum)
    }

    /// Reads a length as the format writes it, in words or ISO 8601. Its units stand in order.
    #[must_use]
    pub(super) fn parse(text: &str) -> Option<Self> {
        let length = text.split(" and ").try_fold(Self::default(), |before, part| {
            let part = words(part)?;
            let is_in_order = before.parts().last().zip(part.parts().next()).is_none_or(|((_, a), (_, b))| a < b);
            before.and(part).filter(|_| is_in_order)
        });
        length.or_else(|| iso(text)).filter(|length| *length != Self::default())
    }

    /// The length as ISO 8601 has it: `P3Y6M`, `PT24H`.
    #[must_use]
    pub(crate) fn iso(self) -> String {
        let mut text = String::from("P");
        let mut is_time = false;
        for (count, unit) in self.parts() {
            let (letter, of_time) = unit.letter();
            if of_time && !is_time {
                text.push('T');
            }
            is_time = of_time;
            text.push_str(&format!("{count}{letter}"));
        }
        text
    }
}

/// As the format writes it: `3 years and 6 months`.
impl fmt::Display for Length {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (count, unit)) in self.parts().enumerate() {
            let unit = if count == 1 { unit.singular() } else { unit.key() };
            write!(to, "{}{count} {unit}", if place > 0 { " and " } else { "" })?;
        }
        Ok(())
    }
}

/// A number in digits; what is beyond every limit is the largest.
fn number(digits: &str) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u32::MAX))
}

/// `2 years`.
fn words(text: &str) -> Option<Length> {
    let (count, unit) = text.split_once(' ')?;
    Some(Length::of(number(count)?, Unit::of_word(unit.trim())?))
}

/// `P2Y`, `P3Y6M`, `PT24H`.
fn iso(text: &str) -> Option<Length> {
    let mut rest = text.strip_prefix('P')?;
    let mut length = Length::default();
    let (mut least, mut is_time) = (0, false);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|_| !is_time) {
            (rest, is_time) = (time, true);
        }
        let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let count = number(rest.get(..digits)?)?;
        let letter = rest.get(digits..)?.chars().next()?;
        let place = Unit::ALL.iter().position(|unit| unit.letter() == (letter, is_time))?;
        let unit = Unit::ALL.get(place).filter(|_| place >= least)?;
        length = length.and(Length::of(count, *unit))?;
        rest = rest.get(digits + letter.len_utf8()..)?;
        least = place + 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::Length;

    #[test]
    fn a_length_is_what_was_decided_and_nothing_else() {
        for (text, iso, words) in [
            ("2 years", "P2Y", "2 years"),
            ("1 month", "P1M", "1 month"),
            ("P30D", "P30D", "30 days"),
            ("3 years and 6 months", "P3Y6M", "3 years and 6 months"),
            ("P3Y6M", "P3Y6M", "3 years and 6 months"),
            ("24 hours", "PT24H", "24 hours"),
            ("P1DT12H30M", "P1DT12H30M", "1 day and 12 hours and 30 minutes"),
            ("15 minutes", "PT15M", "15 minutes"),
        ] {
            let length = Length::parse(text).unwrap();
            assert_eq!((length.iso().as_str(), length.to_string().as_str()), (iso, words), "{text}");
            assert_eq!(Length::parse(words), Some(length), "{words}");
        }
        for wrong in [
            "two years",
            "2",
            "2years",
            "-2 years",
            "0 days",
            "P",
            "PT",
            "P0Y",
            "2.5 years",
            "2 år",
            "P2Y3Y",
            "P3M2Y",
            "6 months and 3 years",
            "1 year and 2 years",
            "P2H",
            "PTT5H",
            "P5",
            "1 year and",
        ] {
            assert_eq!(Length::parse(wrong), None, "{wrong}");
        }
    }
}
