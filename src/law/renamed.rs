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
    let past = i32::from(stale.from.year());
    let mut numbers = words.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| digits.len() == 4);
    let is_past = |number: &str| number.parse().is_ok_and(|year: i32| (1900..past).contains(&year));
    !words.contains(QUOTATION)
        && !texts().past.is_in(&small)
        && !numbers.any(is_past)
        && !stale.forms.values().any(|new| others.contains(&new.to_lowercase()))
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
}
