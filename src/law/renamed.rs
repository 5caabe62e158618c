//! Decides where a new name can replace the old one without changing the meaning.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::law::stale::Stale;
use crate::lexicon::texts;

/// Quotation marks.
const QUOTATION: [char; 8] = ['"', '”', '“', '„', '«', '»', '‟', '’'];

/// Whether a text is about the present: it quotes nothing, names no earlier year and no change, and does not already
/// contain the new name next to the old one.
pub(super) fn speaks_of_now(words: &str, stale: &Stale) -> bool {
    let small = words.to_lowercase();
    let others = stale.forms.keys().rev().fold(small.clone(), |text, old| text.replace(&old.to_lowercase(), ""));
    !words.contains(QUOTATION)
        && !texts().past.is_in(&small)
        && years(words).all(|(year, _)| !is_earlier(year, stale))
        && !stale.forms.values().any(|new| others.contains(&new.to_lowercase()))
}

/// Whether the sentence with the old name tells of a time before the new one: by a word of the past, or by a year that
/// is no part of the number of an act.
#[must_use]
pub(crate) fn speaks_of_then(words: &str, found: &str, stale: &Stale) -> bool {
    let at = words.find(found).unwrap_or_default();
    let sentence = sentence_at(words, at);
    texts().past.is_in(&sentence.to_lowercase())
        || years(sentence).any(|(year, rest)| is_earlier(year, stale) && !rest.starts_with(':'))
}

/// The sentence at a place: a new one begins with a capital letter after a full stop, or on a new line.
fn sentence_at(words: &str, at: usize) -> &str {
    // A short word of the past is an abbreviation: “tidl. ”, “f.d. ”.
    let is_short = |word: &str| word.len() <= 5 && texts().past.begins(&word.to_lowercase());
    let is_start = |place: &usize| {
        let (before, rest) = words.split_at(*place);
        let ends = before.strip_suffix(' ').is_some_and(|text| {
            text.ends_with(['.', '!', '?']) && !text.split_whitespace().next_back().is_some_and(is_short)
        });
        before.ends_with('\n') || ends && rest.starts_with(char::is_uppercase)
    };
    let starts = || words.char_indices().map(|(place, _)| place).filter(is_start);
    let start = starts().take_while(|start| *start <= at).last().unwrap_or_default();
    let end = starts().find(|start| *start > at).unwrap_or(words.len());
    words.get(start..end).unwrap_or(words)
}

/// The years of a text, each with what follows it.
fn years(words: &str) -> impl Iterator<Item = (i16, &str)> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let starts = words.match_indices(is_digit).map(|(at, _)| at);
    let starts = starts.filter(move |at| !words.get(..*at).is_some_and(|before| before.ends_with(is_digit)));
    starts.filter_map(move |start| {
        let all = words.get(start..)?;
        let rest = all.trim_start_matches(is_digit);
        let digits = all.get(..all.len() - rest.len()).filter(|digits| digits.len() == 4)?;
        Some((digits.parse().ok().filter(|year| *year >= 1900)?, rest))
    })
}

fn is_earlier(year: i16, stale: &Stale) -> bool {
    year < stale.from.year()
}

/// The longest old form at a place, if it covers the match and is a whole word, with its new form. A form before a
/// parenthesis does not count: the parenthesis may be its old abbreviation.
pub(super) fn form_at<'f>(
    words: &str,
    found: Range<usize>,
    forms: &'f BTreeMap<String, String>,
) -> Option<(Range<usize>, &'f str)> {
    let (before, rest) = words.split_at(found.start);
    let here = forms.iter().filter(|(old, _)| rest.starts_with(old.as_str()) && old.len() >= found.len());
    let (old, new) = here.max_by_key(|(old, _)| old.len())?;
    let is_word = !before.ends_with(is_part) && !continues(&rest[old.len()..]);
    is_word.then_some((found.start..found.start + old.len(), new))
}

fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '–' | '/' | '@' | '_' | '.' | '\'')
}

fn continues(after: &str) -> bool {
    let mut letters = after.chars();
    let is_joined = match letters.next() {
        Some('.' | ':') => letters.next().is_some_and(char::is_alphanumeric),
        first => first.is_some_and(is_part),
    };
    is_joined || after.trim_start().starts_with('(')
}

#[cfg(test)]
mod tests {
    use super::speaks_of_then;
    use crate::law::stale::{all, edits};

    fn fixed(id: &str, words: &str) -> Option<String> {
        let row = all().find(|row| row.id == id).unwrap();
        let mut text = words.to_owned();
        edits(row, words)?.into_iter().rev().for_each(|(range, to)| text.replace_range(range, &to));
        Some(text)
    }

    #[test]
    fn a_name_is_replaced_in_its_form_and_everywhere_or_nowhere() {
        let imy = |words| fixed("se-imy", words);
        assert_eq!(
            imy("Datainspektionen och Datainspektionens beslut.").unwrap(),
            "Integritetsskyddsmyndigheten och Integritetsskyddsmyndighetens beslut."
        );
        for uncertain in [
            "Datainspektionen (DI)",
            "Datainspektionen (numera Integritetsskyddsmyndigheten)",
            "tidigare Datainspektionen",
            "Datainspektionens beslut 2015",
            "”Datainspektionen” stod det",
            "Datainspektionen eller en Datainspektion",
            "Datainspektionen-ärenden",
        ] {
            assert_eq!(imy(uncertain), None, "{uncertain}");
        }
        assert_eq!(fixed("se-rsv", "Riksskatteverket").unwrap(), "Skatteverket");
        let skr = |words| fixed("se-skl", words);
        assert_eq!(skr("Sveriges Kommuner och Landsting (SKL)").unwrap(), "Sveriges Kommuner och Regioner (SKR)");
        assert_eq!(skr("Sveriges Kommuner och Landsting (SKL), SKL"), None);
        assert_eq!(skr("SKL"), None);
    }

    #[test]
    fn the_sentence_with_the_name_may_tell_of_the_past() {
        let row = all().find(|row| row.id == "se-imy").unwrap();
        let is_then = |words| speaks_of_then(words, "Datainspektionen", row);
        for then in [
            "Datainspektionen beslutade 2019 att kommunen ska ändra rutinen.",
            "Vi följer beslutet. Dåvarande Datainspektionen gav det.",
            "Tidl. Datainspektionen",
            "f.d. Datainspektionen",
            "the former Datainspektionen",
        ] {
            assert!(is_then(then), "{then}");
        }
        for now in [
            "Klaga hos Datainspektionen.",
            "Du kan ha klagat tidigare. Klaga hos Datainspektionen.",
            "Klaga hos Datainspektionen enligt lagen (2018:218).",
            "Klaga hos Datainspektionen senast 2027.",
        ] {
            assert!(!is_then(now), "{now}");
        }
    }
}
