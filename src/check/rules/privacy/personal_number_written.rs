//! `personal-number-written`: a personal identity number stands in the register.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::say;
use crate::say::Words;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub static RULE: Rule = Rule {
    code: "personal-number-written",
    aliases: &["P-01", "P-02"],
    title: Words {
        en: "A personal identity number stands in the register",
        sv: "Ett personnummer står i registret",
        da: "Et personnummer står i fortegnelsen",
    },
    level: Level::Error,
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

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.has_digits() && passage.field() != "number") {
        let numbers = NUMBER.iter().flat_map(|number| number.find_iter(passage.words)).map(|found| found.as_str());
        for number in numbers.filter(|number| is_personal(number)) {
            let finding = RULE
                .found(
                    passage.at,
                    say!(
                        en: "`{number}` is the number of a person",
                        sv: "`{number}` är ett personnummer",
                        da: "`{number}` er et personnummer",
                        number = masked(number),
                    ),
                )
                .label(say!(en: "a person", sv: "en person", da: "en person"))
                .help(say!(
                    en: "take the number out, also of the history of the file",
                    sv: "ta bort numret, även ur filens historik",
                    da: "fjern nummeret, også fra filens historik",
                ));
            findings.push(passage.mark(finding, number));
        }
    }
}

/// The number as a message may show it.
fn masked(number: &str) -> String {
    let shown = number.len().saturating_sub(4);
    format!("{}****", &number[..shown])
}

fn is_personal(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let ten = &digits[digits.len().saturating_sub(10)..];
    is_swedish(ten) || (digits.len() == 10 && is_danish(ten))
}

/// A Swedish personal or coordination number: a date, the day plus 60 in the latter, and the Luhn digit.
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

/// A Danish CPR number: a date and the check by eleven. Numbers without the check exist and are not told from others.
fn is_danish(ten: &[u32]) -> bool {
    const WEIGHTS: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let [d1, d2, m1, m2, ..] = *ten else { return false };
    let sum: u32 = ten.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    is_day(m1 * 10 + m2, d1 * 10 + d2) && sum.is_multiple_of(11)
}

fn is_day(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_personal;

    #[test]
    fn numbers_of_people_are_told_from_others() {
        for number in ["811218-9876", "640823-3234", "19121212-1212", "701063-2391", "070761-4285"] {
            assert!(is_personal(number), "{number}");
        }
        for number in ["20190515-1234", "212000-0142", "556036-0793"] {
            assert!(!is_personal(number), "{number}");
        }
    }
}
