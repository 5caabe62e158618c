//! Alphabetical order by language: Swedish å ä ö and Danish æ ø å come last, in that order.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

/// Compares words as a dictionary of the language does.
pub(crate) struct Alphabet(Option<CollatorBorrowed<'static>>);

impl Alphabet {
    /// The alphabet of a language by its code (ISO 639-1).
    #[must_use]
    pub(crate) fn of(language: &str) -> Self {
        let locale: Option<Locale> = language.parse().ok();
        Self(locale.and_then(|locale| Collator::try_new(locale.into(), CollatorOptions::default()).ok()))
    }

    /// Compares two words; words that are equal in a dictionary are ordered by their characters.
    #[must_use]
    pub(crate) fn compare(&self, one: &str, other: &str) -> Ordering {
        let by_letters = || one.cmp(other);
        self.0.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other)).then_with(by_letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_order() {
        let sorted = |language, mut words: Vec<&'static str>| {
            let alphabet = Alphabet::of(language);
            words.sort_by(|one, other| alphabet.compare(one, other));
            words
        };
        let swedish = sorted("sv", vec!["öppen", "ärende", "åldring", "Zon", "avgift"]);
        assert_eq!(swedish, ["avgift", "Zon", "åldring", "ärende", "öppen"]);
        let danish = sorted("da", vec!["åben", "ældre", "økonomi", "Zone", "afgift"]);
        assert_eq!(danish, ["afgift", "Zone", "ældre", "økonomi", "åben"]);
    }
}
