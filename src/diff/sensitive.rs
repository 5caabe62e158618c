//! Data and data subjects that need more protection: special categories, offences, identity numbers, vulnerable
//! people.

use crate::diff::condition::Context;
use crate::diff::value::Value;
use crate::lexicon::{WordList, changes};
use crate::model::country;
use crate::model::data::{Data, Sensitivity, Subject};
use crate::model::record::field;
use crate::model::term::TermKind;
use crate::register::facts::people;
use crate::register::facts::special::{is_identity_number, is_protected_by, is_protected_code};

const SPECIAL_OF: &str = field!(Data, special);
const SENSITIVITY: &str = field!(Data, sensitivity);

/// Whether a value contains data of a special category or about offences.
pub(super) fn is_special(case: &Context) -> bool {
    let value = case.value();
    let marked =
        |record: &Value| !record.items_of(SPECIAL_OF).is_empty() || record.get(SENSITIVITY).is_some_and(is_mark);
    match (case.field(), value) {
        (SPECIAL_OF, Value::Code(_)) => true,
        (SENSITIVITY, value) => is_mark(value),
        (_, Value::Record(_)) => marked(value) || value.items_of(field!(Data, items)).iter().any(is_special_word),
        _ => is_special_word(value) || case.item().is_some_and(|(_, record)| marked(record)),
    }
}

/// Whether a change is in a category of data of a special category or about offences.
pub(super) fn is_in_special(case: &Context) -> bool {
    case.item().is_some_and(|(before, after)| {
        [before, after].iter().any(|record| {
            let is_marked = record.get(SENSITIVITY).is_some_and(is_mark) || !record.items_of(SPECIAL_OF).is_empty();
            is_marked || record.items_of(field!(Data, items)).iter().any(is_special_word)
        })
    })
}

/// Whether a value contains anything of which the risk must be judged: data of a special category or about offences,
/// vulnerable people, a third country.
pub(super) fn is_sensitive(case: &Context) -> bool {
    case.value().any(|value| match value {
        Value::Country(code) => country::is_third(code),
        value => is_special_word(value) || is_mark(value) || is_vulnerable(value),
    })
}

fn is_mark(value: &Value) -> bool {
    matches!(value, Value::Code(code) if Sensitivity::of_key(code).is_some_and(is_protected_by))
}

fn is_special_word(value: &Value) -> bool {
    match value {
        Value::Term(TermKind::DataTerms, code) => is_protected_code(code),
        Value::Free(TermKind::DataTerms, words) => words.values().any(|words| begins_with(words, &changes().special)),
        _ => false,
    }
}

/// Whether a value contains a national identification number (Article 87).
pub(super) fn is_national_id(value: &Value) -> bool {
    value.any(|value| matches!(value, Value::Term(TermKind::DataTerms, code) if is_identity_number(code)))
}

/// Whether a category of data subjects is vulnerable: children, employees and others.
pub(super) fn is_vulnerable(value: &Value) -> bool {
    let who = value.get(field!(Subject, who)).unwrap_or(value);
    match who {
        Value::Term(TermKind::Subjects, code) => people::is_vulnerable(code),
        Value::Free(TermKind::Subjects, words) => words.values().any(|words| begins_with(words, &changes().vulnerable)),
        _ => false,
    }
}

fn begins_with(words: &str, stems: &WordList) -> bool {
    let words = words.to_lowercase();
    words.split(|letter: char| !letter.is_alphabetic()).any(|word| stems.begins(word))
}

/// Whether a risk is high: the value after is yes, or calls it high in words.
pub(super) fn high_risk(case: &Context) -> bool {
    match case.change.after.as_ref() {
        Some(Value::Yes) => true,
        Some(value) => {
            let is_high = |text: &String| changes().high.is_in(&text.to_lowercase());
            value.words().is_some_and(|words| words.values().any(is_high))
        }
        None => false,
    }
}
