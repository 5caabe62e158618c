//! What words of periods mean.

use super::{Periods, WordList};

impl Periods {
    /// The lists that give a word its meaning.
    pub(super) fn lists(&self) -> [(&'static str, &WordList); 18] {
        let Self {
            minutes,
            hours,
            day_and_night,
            days,
            weeks,
            months,
            quarters,
            half_years,
            years,
            half,
            and,
            to,
            during,
            at_least,
            at_most,
            about,
            permanent,
            not_stored,
            number: _,
            before_day: _,
        } = self;
        [
            ("minutes", minutes),
            ("hours", hours),
            ("day-and-night", day_and_night),
            ("days", days),
            ("weeks", weeks),
            ("months", months),
            ("quarters", quarters),
            ("half-years", half_years),
            ("years", years),
            ("half", half),
            ("and", and),
            ("to", to),
            ("during", during),
            ("at-least", at_least),
            ("at-most", at_most),
            ("about", about),
            ("permanent", permanent),
            ("not-stored", not_stored),
        ]
    }

    /// The unit that a word means, as the format writes it in the plural.
    #[must_use]
    pub(crate) fn unit(&self, word: &str) -> Option<&'static str> {
        const UNITS: [&str; 6] = ["minutes", "hours", "days", "weeks", "months", "years"];
        let lists = self.lists().into_iter().filter(|(unit, _)| UNITS.contains(unit));
        lists.into_iter().find(|(_, list)| list.has(word)).map(|(unit, _)| unit)
    }

    /// The months of a quarter or half a year in one word.
    #[must_use]
    pub(crate) fn months_of(&self, word: &str) -> Option<u32> {
        let units = [(&self.quarters, 3), (&self.half_years, 6)];
        units.into_iter().find(|(list, _)| list.has(word)).map(|(_, months)| months)
    }

    /// The number that a word means.
    #[must_use]
    pub(crate) fn number(&self, word: &str) -> Option<u32> {
        self.number.iter().find(|(_, list)| list.has(word)).map(|(count, _)| count.0)
    }
}
