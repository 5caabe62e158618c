//! `personal-number-written`: the register contains a personal identity number.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::municipality::Municipality;
use crate::model::organisation::Controller;
use crate::model::processor::Processor;
use crate::model::record::field;
use crate::say;
use crate::say::Words;
use jiff::civil;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "personal-number-written",
    aliases: &["P-01", "P-02"],
    title: Words {
        en: "The register contains a personal identity number",
        sv: "Ett personnummer står i registret",
        da: "Et personnummer står i fortegnelsen",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[
        Provision::Gdpr("5(1)(c)"),
        Provision::Gdpr("87"),
        Provision::National("SE", "3 kap. 10 § dataskyddslagen (2018:218)"),
        Provision::National("DK", "databeskyttelsesloven § 11"),
    ],
    why: Words {
        en: "The register describes categories; it is read by many and may be published.",
        sv: "Registret beskriver kategorier; det läses av många och kan lämnas ut.",
        da: "Fortegnelsen beskriver kategorier; den læses af mange og kan udleveres.",
    },
    bad: "remarks: [\"Ärendet gäller 811218-9876.\"]",
    good: "remarks: [\"Ring 0157-430045.\"]",
    check,
};

static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:(?:18|19|20)?\d{6}[-+ ]?\d{4})(?-u:\b)").ok());

/// The organisation number of a municipality, a controller or a processor.
const NUMBER_KEY: &str = field!(Municipality | Controller | Processor, number);

fn check(case: &Case, findings: &mut Findings) {
    let is_danish = case.country() == "DK";
    for passage in case.passages.iter().filter(|passage| passage.has_digits() && passage.field() != NUMBER_KEY) {
        for found in NUMBER.iter().flat_map(|number| number.find_iter(passage.words)) {
            let number = found.as_str();
            if is_personal(number) {
                findings.push(passage.mark(written(passage.at, number), number));
            } else if is_danish && may_be_personal(passage.words, &found.range()) {
                findings.push(passage.mark(maybe(passage.at, number), number));
            }
        }
    }
}

fn written(at: Place, number: &str) -> Finding {
    let message = say!(
        en: "`{number}` is the number of a person",
        sv: "`{number}` är ett personnummer",
        da: "`{number}` er et personnummer",
        number = masked(number),
    );
    RULE.found(at, message).label(say!(en: "a person", sv: "en person", da: "en person")).help(say!(
        en: "take the number out, also of the history of the file",
        sv: "ta bort numret, även ur filens historik",
        da: "fjern nummeret, også fra filens historik",
    ))
}

fn maybe(at: Place, number: &str) -> Finding {
    let message = say!(
        en: "`{number}` looks like a personal identity number: some issued since 2007 do not pass the modulus 11 check",
        sv: "`{number}` ser ut som ett danskt personnummer: sedan 2007 klarar inte alla kontrollen med modulus 11",
        da: "`{number}` ligner et personnummer: Siden 2007 opfylder ikke alle modulus 11-kontrollen",
        number = masked(number),
    );
    RULE.found(at, message)
        .at_level(Level::Warning)
        .label(say!(en: "a person?", sv: "en person?", da: "en person?"))
        .help(say!(
            en: "if it is one, take it out, also of the history of the file",
            sv: "är det ett sådant, ta bort det, även ur filens historik",
            da: "er det et, så fjern det, også fra filens historik",
        ))
}

/// The number with its last four characters masked, for messages.
fn masked(number: &str) -> String {
    let shown = number.len().saturating_sub(4);
    format!("{}****", &number[..shown])
}

fn is_personal(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let ten = &digits[digits.len().saturating_sub(10)..];
    is_swedish(ten) || (digits.len() == 10 && is_danish(ten))
}

/// Whether ten digits are a Swedish personal or coordination number: a date, with 60 added to the day in the latter,
/// and a Luhn check digit.
fn is_swedish(ten: &[u32]) -> bool {
    let [_, _, m1, m2, d1, d2, ..] = *ten else { return false };
    let day = match d1 * 10 + d2 {
        day @ 61..=91 => day - 60,
        day => day,
    };
    let product = |(index, digit): (usize, &u32)| digit * if index % 2 == 0 { 2 } else { 1 };
    let sum: u32 = ten.iter().enumerate().map(product).map(|product| product / 10 + product % 10).sum();
    is_day(m1 * 10 + m2, day) && sum.is_multiple_of(10)
}

/// Whether ten digits are a Danish CPR number: a date and a check digit modulo 11.
fn is_danish(ten: &[u32]) -> bool {
    const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let [d1, d2, m1, m2, ..] = *ten else { return false };
    let sum: u32 = ten.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    is_day(m1 * 10 + m2, d1 * 10 + d2) && sum.is_multiple_of(11)
}

/// Whether a number may be a Danish CPR number without a valid check digit, as issued since 2007: written as
/// `150688-1234`, with a valid date, not part of a longer number and not labelled as another number.
fn may_be_personal(words: &str, range: &Range<usize>) -> bool {
    const OTHERS: [&str; 12] = [
        "tlf",
        "telefon",
        "telefonnummer",
        "mobil",
        "sagsnr",
        "sagsnummer",
        "journalnr",
        "journalnummer",
        "j.nr",
        "jnr",
        "dok.nr",
        "fakturanr",
    ];
    let Some((date, _)) = words[range.clone()].split_once('-').filter(|(date, _)| date.len() == 6) else {
        return false;
    };
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '/' | '_' | '+' | '.' | '#' | '@');
    let (before, after) = (&words[..range.start], &words[range.end..]);
    let mut following = after.chars();
    let is_joined = before.ends_with(joins)
        || following.next().is_some_and(|next| joins(next) && (next != '.' || following.next().is_some_and(joins)));
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let is_another = OTHERS.contains(&word.trim_end_matches(['.', ':']));
    !is_joined && !is_another && is_birthday(date)
}

/// Whether `DDMMYY` is a valid date. A two-digit year has no century; 2000 allows 29 February.
fn is_birthday(date: &str) -> bool {
    let part = |from: usize| date.get(from..from + 2).and_then(|part| part.parse::<i8>().ok());
    let (Some(day), Some(month), Some(year)) = (part(0), part(2), part(4)) else { return false };
    civil::Date::new(2000 + i16::from(year), month, day).is_ok()
}

fn is_day(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::{NUMBER, is_personal, may_be_personal};

    #[test]
    fn numbers_of_people_are_told_from_others() {
        for number in ["811218-9876", "640823-3234", "19121212-1212", "701063-2391", "070761-4285"] {
            assert!(is_personal(number), "{number}");
        }
        for number in ["20190515-1234", "212000-0142", "556036-0793"] {
            assert!(!is_personal(number), "{number}");
        }
    }
    #[test]
    fn a_number_that_fails_the_check_stands_alone_and_begins_with_a_day() {
        let may_be = |words: &str| {
            let number = NUMBER.as_ref().unwrap();
            number.find_iter(words).any(|found| may_be_personal(words, &found.range()))
        };
        for words in
            ["Ring 150688-3347.", "CPR-nr. 010190-1234", "(290200-1111)", "kl. 8: 311299-0001, fx", "sag 010190-1234"]
        {
            assert!(may_be(words), "{words}");
        }
        for words in [
            "310290-1234",
            "290201-1234",
            "011390-1234",
            "0101901234",
            "010190 1234",
            "010190-12345",
            "19010190-1234",
            "tlf. 010190-1234",
            "Sagsnr. 010190-1234",
            "j.nr. 010190-1234",
            "2024-010190-1234",
            "010190-1234-5",
            "010190-1234/2",
            "A.010190-1234",
            "27.010190-1234",
        ] {
            assert!(!may_be(words), "{words}");
        }
    }
}
