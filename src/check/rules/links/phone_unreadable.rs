//! `phone-unreadable`: a telephone number cannot be dialled.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::organisation::Contact;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "phone-unreadable",
    aliases: &["K-09"],
    title: Words {
        en: "A telephone number cannot be dialled",
        sv: "Ett telefonnummer går inte att ringa",
        da: "Et telefonnummer kan ikke ringes op",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(2)")],
    why: Words {
        en: "A contact that cannot be reached is no contact.",
        sv: "En kontakt som inte går att nå är ingen kontakt.",
        da: "En kontakt, der ikke kan nås, er ingen kontakt.",
    },
    bad: "contact: {phone: växeln}",
    good: "contact: {phone: 010-000 00 03}",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for passage in case
        .passages
        .iter()
        .filter(|passage| passage.field() == field!(Contact, phone) && !can_be_dialled(passage.words, case.country()))
    {
        findings.push(
            passage.mark(
                RULE.found(
                    passage.at,
                    say!(
                        en: "`{number}` cannot be dialled",
                        sv: "`{number}` går inte att ringa",
                        da: "`{number}` kan ikke ringes op",
                        number = passage.words,
                    ),
                )
                .label(say!(
                    en: "digits, or the code of another country",
                    sv: "siffror saknas, eller ett annat lands nummer",
                    da: "cifre mangler, eller et andet lands nummer",
                ))
                .help(say!(
                    en: "write the number with its digits, as it is dialled; words belong in `channel:`",
                    sv: "skriv numret med siffror, som det slås; ord hör hemma i `channel:`",
                    da: "skriv nummeret med cifre, som det ringes op; ord hører hjemme i `channel:`",
                )),
                passage.words,
            ),
        );
    }
}

/// Whether a number has only digits and separators, and a country code, if any, of this country. Danish numbers have
/// eight digits, or fewer than seven.
fn can_be_dialled(number: &str, country: &str) -> bool {
    let is_sign = |sign: char| sign.is_ascii_digit() || " +-()/\u{a0}\u{2013}".contains(sign);
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let is_home = match (number.trim_start().strip_prefix('+'), country) {
        (None, "DK") => digits == 8 || digits < 7,
        (None, _) => true,
        (Some(rest), "SE") => rest.starts_with("46"),
        (Some(rest), "DK") => rest.starts_with("45"),
        (Some(_), _) => true,
    };
    number.chars().all(is_sign) && (4..=15).contains(&digits) && is_home
}
