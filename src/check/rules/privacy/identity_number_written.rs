//! `identity-number-written`: a text contains a national identification number of another country.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "identity-number-written",
    aliases: &["P-03"],
    title: Words {
        en: "A text holds an identification number of a person from another country",
        sv: "En text innehåller ett utländskt personnummer",
        da: "En tekst indeholder et udenlandsk personnummer",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(c)"), Provision::Gdpr("87")],
    why: Words {
        en: "The register describes categories; it is read by many and can be asked for.",
        sv: "Registret beskriver kategorier; det läses av många och kan begäras ut.",
        da: "Fortegnelsen beskriver kategorier; den læses af mange og kan udleveres.",
    },
    bad: "remarks: [\"Ärendet gäller 131052-308T.\"]",
    good: "remarks: [\"Ärendet gäller dnr 2026/308.\"]",
    check,
};

static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]|\d{11}|[12]\d{14})(?-u:\b)").ok());

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.has_digits()) {
        let numbers = NUMBER.iter().flat_map(|number| number.find_iter(passage.words)).map(|found| found.as_str());
        for number in numbers.filter(|number| is_finnish(number) || is_norwegian(number) || is_french(number)) {
            let shown = &number[..number.len() - 4];
            findings.push(
                passage.mark(
                    RULE.found(
                        passage.at,
                        say!(
                            en: "`{shown}****` is the number of a person",
                            sv: "`{shown}****` är ett personnummer",
                            da: "`{shown}****` er et personnummer",
                            shown = shown,
                        ),
                    )
                    .label(say!(en: "a person", sv: "en person", da: "en person"))
                    .help(say!(
                        en: "take the number out, also of the history of the file",
                        sv: "ta bort numret, även ur filens historik",
                        da: "fjern nummeret, også fra filens historik",
                    )),
                    number,
                ),
            );
        }
    }
}

/// Whether a number is a Finnish henkilötunnus: its check character is that of the nine digits modulo 31.
fn is_finnish(number: &str) -> bool {
    const SIGNS: &[u8] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let (Some(date), Some(rest), Some(sign)) = (number.get(..6), number.get(7..10), number.as_bytes().get(10)) else {
        return false;
    };
    let parted = number.as_bytes().get(6).is_some_and(|sign| !sign.is_ascii_digit());
    let value: usize = format!("{date}{rest}").parse().unwrap_or(usize::MAX);
    number.len() == 11 && parted && is_date(date) && SIGNS.get(value % 31) == Some(sign)
}

/// Whether a number is a Norwegian fødselsnummer: a date and two check digits modulo 11.
fn is_norwegian(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let sum = |weights: &[u32]| digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11;
    number.len() == 11
        && digits.len() == 11
        && number.get(..6).is_some_and(is_date)
        && sum(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) == 0
        && sum(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0
}

/// Whether a number is a French NIR: 13 digits and a key, 97 minus their remainder modulo 97.
fn is_french(number: &str) -> bool {
    let parts =
        number.get(..13).and_then(|first| Some((first.parse::<u64>().ok()?, number.get(13..)?.parse::<u64>().ok()?)));
    number.len() == 15 && parts.is_some_and(|(first, key)| 97 - first % 97 == key)
}

fn is_date(digits: &str) -> bool {
    let part = |from: usize| digits.get(from..from + 2).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    (1..=31).contains(&part(0)) && (1..=12).contains(&part(2))
}

#[cfg(test)]
mod tests {
    use super::{is_finnish, is_norwegian};

    #[test]
    fn numbers_of_people_are_told_from_others() {
        assert!(is_finnish("131052-308T") && !is_finnish("131052-308A"));
        assert!(is_norwegian("01010750160") && !is_norwegian("01010750161"));
    }
}
