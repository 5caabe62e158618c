//! Whether two wordings are the same text with corrections, or one is part of the other.

use std::collections::HashSet;

use strsim::osa_distance;

use crate::lexicon::changes;
use crate::steps;

/// Maximum length of a word in letters: comparing two words takes steps proportional to the product of their lengths.
const LONGEST: usize = 200;

/// Whether two texts differ in spelling, punctuation, case or spacing only: the same words in order, each with at
/// most two letters changed. A repeated word counts once. `lagliga` and `olagliga` are different words.
#[must_use]
pub(crate) fn is_spelling(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    if bare(one) == bare(other) {
        return true;
    }
    let words = |text: &str| {
        let mut words: Vec<String> = text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
        words.dedup();
        words
    };
    let (some, others) = (words(one), words(other));
    some.len() == others.len() && some.iter().zip(&others).all(|(word, other)| word == other || is_slip(word, other))
}

fn is_slip(word: &str, other: &str) -> bool {
    let (length, longer) = (word.chars().count(), other.chars().count());
    let (length, longer) = (length.min(longer), length.max(longer));
    if longer > LONGEST {
        return false;
    }
    let is_number = |word: &str| word.chars().any(char::is_numeric) || changes().number.begins(word);
    if is_number(word) || is_number(other) {
        return false;
    }
    steps::count(length * longer);
    let distance = osa_distance(word, other);
    let begins_alike = word.chars().next() == other.chars().next();
    match length {
        0..=3 => distance == 1 && changes().short.has(word) != changes().short.has(other),
        4..=7 => begins_alike && distance <= 1,
        _ if begins_alike => distance <= 2,
        // With another first letter, it is a slip only if the length is the same: no prefix was added.
        _ => distance == 1 && word.chars().count() == other.chars().count(),
    }
}

/// The replacement for every “and”.
const AND: &str = " , ";

/// Whether `after` is part of `before`, and adds nothing: `pröva rätten` of `pröva rätten och planera resorna`.
#[must_use]
pub(crate) fn is_part(before: &str, after: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let text = text.to_lowercase().replace([',', ';'], AND);
        let text = changes().and.iter().fold(text, |text, word| text.replace(&format!(" {word} "), AND));
        let parts = text.split(AND).map(|part| part.trim().trim_end_matches('.').to_owned());
        parts.filter(|part| !part.is_empty()).collect()
    };
    let (all, some) = (parts(before), parts(after));
    let known: HashSet<&String> = all.iter().collect();
    some.len() < all.len() && some.iter().all(|part| known.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{is_part, is_spelling};

    #[test]
    fn a_correction_is_no_change_of_meaning() {
        for (one, other) in [
            ("planera resorna", "planera resorna."),
            ("pröva rätten till skolsjuts", "pröva rätten till skolskjuts"),
            ("vårdnadshavre", "vårdnadshavare"),
            ("Skol skjuts", "Skolskjuts"),
            ("planera ocg utföra resorna", "planera och utföra resorna"),
            ("för att att planera", "för att planera"),
            ("akolskjuts", "skolskjuts"),
        ] {
            assert!(is_spelling(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("lagliga skäl", "olagliga skäl"),
            ("i femton dagar", "i femtio dagar"),
            ("i 2 år", "i 3 år"),
            ("externa mottagare", "interna mottagare"),
            ("uppgifter får lämnas", "uppgifter för lämnas"),
            ("tillåtna skäl", "otillåtna skäl"),
            ("planera resorna", "planera resorna och följa upp"),
        ] {
            assert!(!is_spelling(one, other), "{one} / {other}");
        }
    }

    #[test]
    fn a_run_of_letters_is_no_word() {
        let long = "a".repeat(2_000);
        let taken = crate::steps::of(|| assert!(!is_spelling(&long, &format!("{long}b"))));
        assert!(taken < 2_000, "{taken} steps");
    }

    #[test]
    fn a_part_says_less() {
        assert!(is_part("pröva rätten och planera resorna", "pröva rätten"));
        assert!(!is_part("pröva rätten", "pröva rätten och planera resorna"));
        assert!(!is_part("behandla ansökningar om stöd", "behandla ansökningar"));
    }
}
