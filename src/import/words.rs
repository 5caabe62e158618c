//! Short answers in cells: nothing, none, yes, no, the same as above (`templates/import/words.toml`).

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use serde::Deserialize;

use crate::assets::{Files, Table, unknown};
use crate::error::Error;
use crate::model::administration::Status;

const FILE: &str = "import/words.toml";

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Words {
    above: BTreeSet<String>,
    same_as: BTreeSet<String>,
    row: BTreeSet<String>,
    none: BTreeSet<String>,
    inside: BTreeSet<String>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
    nothing: BTreeSet<String>,
    see: BTreeSet<String>,
    elsewhere: BTreeSet<String>,
    sentence: BTreeSet<String>,
    doubt: BTreeSet<String>,
    pending: BTreeSet<String>,
    ask: BTreeSet<String>,
    unnamed: BTreeSet<String>,
    unnamed_alone: BTreeSet<String>,
    company: BTreeSet<String>,
    status: BTreeMap<String, BTreeSet<String>>,
    norwegian: BTreeMap<String, String>,
}

static WORDS: Table<Words> = Table::new(|files| {
    let words: Words = files.read(FILE)?;
    match words.status.keys().find(|key| Status::of_key(key).is_none()) {
        Some(key) => Err(files.fault(FILE, &["status", key], unknown(key))),
        None => Ok(words),
    }
});

/// Checks that the table can be read.
pub(super) fn check(files: &Files) -> Result<(), Error> {
    WORDS.check(files)
}

/// A text in small letters on one line, without a full stop at its end.
#[must_use]
pub(super) fn small(text: &str) -> String {
    let small = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    match small.strip_suffix('.') {
        Some(rest) if rest.chars().any(char::is_alphanumeric) && !rest.ends_with('.') => rest.to_owned(),
        _ => small,
    }
}

/// Another row that a text refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Other {
    /// The row above.
    Above,
    /// The row with this number.
    Numbered(String),
}

/// The row that a text refers to, if it is nothing but that: `se ovan`, `Som #1`.
#[must_use]
pub(super) fn other_row(text: &str) -> Option<Other> {
    let small = small(text);
    let words = WORDS.get();
    if words.above.contains(&small) {
        return Some(Other::Above);
    }
    let spaced = small.replace('#', "# ");
    let parts: Vec<&str> = spaced.split_whitespace().collect();
    let (number, before) = parts.split_last()?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let named = (1..before.len()).any(|at| {
        let (same, row) = before.split_at(at);
        words.same_as.contains(&same.join(" ")) && words.row.contains(&row.join(" "))
    });
    (is_number && named).then(|| Other::Numbered((*number).to_owned()))
}

/// Whether a text says that there is none.
#[must_use]
pub(super) fn is_none(text: &str) -> bool {
    WORDS.get().none.contains(&small(text))
}

/// Whether a text says that nothing goes to a third country: `Nej`, `Inom EU/EES`, `Nej – all behandling sker inom EU/EES.`
#[must_use]
pub(super) fn is_inside(text: &str) -> bool {
    let words = WORDS.get();
    let small = small(text);
    if words.none.contains(&small) || words.inside.contains(&small) {
        return true;
    }
    let is_sign = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '.' | '–' | '—' | '-' | ':');
    words.none.iter().any(|none| {
        let rest = small.strip_prefix(none.as_str()).filter(|rest| rest.starts_with(is_sign));
        rest.is_some_and(|rest| words.inside.contains(rest.trim_matches(is_sign)))
    })
}

/// Whether a text says that nothing is known.
#[must_use]
pub(super) fn is_nothing(text: &str) -> bool {
    WORDS.get().nothing.contains(&small(text))
}

/// Whether a text says nothing that a reader could use where it stands: an answer without a question, a place to fill in,
/// a reference to something else, or a single letter.
#[must_use]
pub(super) fn is_no_content(text: &str) -> bool {
    let words = WORDS.get();
    let small = small(text);
    let parts: Vec<&str> = parts(&small).collect();
    let is_reference = parts.len() > 1 && parts.first().is_some_and(|first| words.see.contains(*first))
        || parts.iter().any(|part| words.elsewhere.contains(*part));
    let letters = small.chars().filter(|letter| letter.is_alphabetic()).count();
    is_nothing(text)
        || is_none(text)
        || yes_no(text).is_some()
        || is_reference
        || letters < 2
        || small.contains(['[', ']'])
}

/// A yes or a no.
#[must_use]
pub(super) fn yes_no(text: &str) -> Option<bool> {
    let small = small(text);
    let words = WORDS.get();
    let is_yes = words.yes.contains(&small);
    (is_yes || words.no.contains(&small)).then_some(is_yes)
}

/// Whether a text is written as a sentence, so that a comma in it need not end an item.
#[must_use]
pub(super) fn begins_as_sentence(piece: &str) -> bool {
    let small = piece.trim().to_lowercase();
    WORDS.get().sentence.iter().any(|word| {
        let rest = small.strip_prefix(word.as_str());
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// The words of a text, without the signs between them.
pub(super) fn parts(small: &str) -> impl Iterator<Item = &str> {
    small.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// Whether one of these words, or two of them in a row, is in a text.
fn has_word(text: &str, known: &BTreeSet<String>) -> bool {
    let small = text.to_lowercase();
    let words: Vec<&str> = parts(&small).collect();
    words.iter().any(|word| known.contains(*word)) || words.windows(2).any(|pair| known.contains(&pair.join(" ")))
}

/// Whether a text answers a question about the register instead of naming something: `Ej hälsa`, `Nej (bara namn)`,
/// `Ska utredas`.
#[must_use]
pub(super) fn is_answer(text: &str) -> bool {
    const NOT: [&str; 6] = ["ej", "inte", "ikke", "ikkje", "not", "icke"];
    let words = WORDS.get();
    let small = small(text);
    let mut all = parts(&small);
    let first = all.next().unwrap_or_default();
    let begins = NOT.contains(&first)
        || words.none.contains(first)
        || words.no.contains(first)
        || words.yes.contains(first) && all.next().is_some();
    begins || has_word(text, &words.pending)
}

/// Whether a text is nothing that a list could have: it says nothing, or answers a question about the register.
#[must_use]
pub(super) fn is_no_item(text: &str) -> bool {
    is_no_content(text) || is_answer(text)
}

/// The name of a company without a form that is written with a slash: `KMD` of `KMD A/S`.
#[must_use]
pub(super) fn without_slashed_form(name: &str) -> &str {
    let company = &WORDS.get().company;
    let is_form =
        |last: &str| last.contains('/') && last == last.to_uppercase() && company.contains(&last.to_lowercase());
    name.rsplit_once(' ').filter(|(_, last)| is_form(last)).map_or(name, |(rest, _)| rest)
}

/// Whether a text that is to name a party is about something else: `Lämnas inte ut`, `Kolla med Eva`.
#[must_use]
pub(super) fn is_no_party(text: &str) -> bool {
    let small = small(text);
    is_answer(text) || is_doubtful(text) || parts(&small).next().is_some_and(|first| WORDS.get().ask.contains(first))
}

/// Whether a text has a word that no proper name has: `Avtal finns`, `Egen drift`; or goes on in small letters only. The
/// name of a company can have more words than others.
#[must_use]
pub(super) fn is_no_name(text: &str) -> bool {
    let words = WORDS.get();
    let is_company = text.rsplit(' ').next().is_some_and(|last| words.company.contains(&last.to_lowercase()));
    let goes_on = |rest: &str| {
        let mut words = rest.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).peekable();
        words.peek().is_some() && words.all(|word| !word.contains(char::is_uppercase))
    };
    is_no_party(text)
        || has_word(text, &words.unnamed)
        || !is_company
            && (has_word(text, &words.unnamed_alone) || text.split_once(' ').is_some_and(|(_, rest)| goes_on(rest)))
}

/// The status that a text tells.
#[must_use]
pub(super) fn status(text: &str) -> Option<Status> {
    let small = small(text);
    let (key, _) = WORDS.get().status.iter().find(|(_, words)| words.contains(&small))?;
    Status::of_key(key)
}

/// Whether a text has a word of doubt, condition or negation, a question mark, or a place to fill in.
#[must_use]
pub(super) fn is_doubtful(text: &str) -> bool {
    text.contains(['?', '[', ']', '…']) || has_word(text, &WORDS.get().doubt)
}

/// A text whose Norwegian words of periods are as Danish writes them.
#[must_use]
pub(super) fn danish(text: &str) -> String {
    let norwegian = &WORDS.get().norwegian;
    let word = |word: &str| norwegian.get(word).cloned().unwrap_or_else(|| word.to_owned());
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A day: `2026-06-05`, `5/6 2026`, `05.06.2026`. A day and a month that could be each other are read as the Nordic
/// countries write them: the day first.
#[must_use]
pub(super) fn day(text: &str) -> Option<String> {
    let small = small(text);
    let pattern =
        Regex::new(r"^(?:(\d{4})-(\d\d)-(\d\d)(?: \d\d:\d\d(?::\d\d)?)?|(\d{1,2})[./-] ?(\d{1,2})[./ -] ?(\d{4}))$");
    let found = pattern.ok()?.captures(&small)?;
    let part = |index: usize| found.get(index).and_then(|part| part.as_str().parse::<i16>().ok());
    let (year, month, day) = match part(1) {
        Some(year) => (year, part(2)?, part(3)?),
        None => (part(6)?, part(5)?, part(4)?),
    };
    let date = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Other, day, is_doubtful, is_inside, is_no_content, is_none, other_row, yes_no};

    #[test]
    fn short_answers_are_understood() {
        assert_eq!(other_row("Se ovan."), Some(Other::Above));
        assert_eq!(other_row("Som #1"), Some(Other::Numbered("1".into())));
        assert_eq!(other_row("se rad 12"), Some(Other::Numbered("12".into())));
        assert_eq!(other_row("Som #1; inbjudan 48 h"), None);
        assert_eq!(other_row("Som vanligt"), None);
        for text in [
            "x",
            "Biträden enligt tabell nedan. Inga säljs.",
            "Se bilaga 2",
            "Allt ovan",
            "[fyll i]",
            "Ja",
            "–",
            "Samma som för elever",
        ] {
            assert!(is_no_content(text), "{text}");
        }
        assert!(!is_no_content("Namn") && !is_no_content("IP") && !is_no_content("Service") && !is_no_content("se"));
        assert!(is_none("Ingen.") && !is_none("–") && !is_none("Ingen alls?"));
        assert!(is_inside("Nej – all behandling sker inom EU/EES.") && is_inside("Inom EU/EES") && is_inside("Nej"));
        assert!(!is_inside("Nej (molnet i Irland)") && !is_inside("Primärt EU"));
        assert_eq!((yes_no("x"), yes_no("NEJ"), yes_no("kanske")), (Some(true), Some(false), None));
        assert!(is_doubtful("Samtycke?") && is_doubtful("evt. avtal") && !is_doubtful("avtal (6.1 b)"));
    }

    #[test]
    fn days_are_read_as_nordic_countries_write_them() {
        for text in ["2026-06-05", "5/6 2026", "05.06.2026", "2026-06-05 00:00", "5-6-2026"] {
            assert_eq!(day(text).as_deref(), Some("2026-06-05"), "{text}");
        }
        for text in ["2026-13-01", "31/2 2026", "juni 2026", "5/6-26"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
