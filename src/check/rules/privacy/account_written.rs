//! `account-written`: a text contains a bank account number.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;
use regex::Regex;
use std::sync::LazyLock;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "account-written",
    aliases: &["P-10"],
    title: Words {
        en: "A text holds the number of a bank account",
        sv: "En text innehåller ett kontonummer",
        da: "En tekst indeholder et kontonummer",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(c)")],
    why: Words {
        en: "An account belongs to somebody; the register describes categories.",
        sv: "Ett konto tillhör någon; registret beskriver kategorier.",
        da: "En konto tilhører nogen; fortegnelsen beskriver kategorier.",
    },
    bad: "remarks: [\"Betalas till GB82WEST12345698765432.\"]",
    good: "remarks: [\"Betalas till kontot.\"]",
    check,
};

static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?-u:\b)").ok());

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.has_digits()) {
        let numbers = NUMBER.iter().flat_map(|number| number.find_iter(passage.words)).map(|found| found.as_str());
        for number in numbers.filter(|number| is_account(number)) {
            findings.push(
                passage.mark(
                    RULE.found(
                        passage.at,
                        say!(
                            en: "this is the number of a bank account",
                            sv: "detta är ett kontonummer",
                            da: "dette er et kontonummer",
                        ),
                    )
                    .label(say!(en: "an account", sv: "ett konto", da: "en konto"))
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

/// Whether a number is an IBAN (ISO 13616): with the first four characters moved to the end and letters read as 10 to
/// 35, its remainder modulo 97 is 1.
fn is_account(number: &str) -> bool {
    let signs: Vec<char> = number.chars().filter(|sign| !sign.is_whitespace()).collect();
    let turned = signs.iter().skip(4).chain(signs.iter().take(4));
    let remainder = turned
        .filter_map(|sign| sign.to_digit(36))
        .fold(0_u64, |rest, value| (rest * if value > 9 { 100 } else { 10 } + u64::from(value)) % 97);
    (15..=34).contains(&signs.len()) && remainder == 1
}
