//! `phone-private`: a public contact has a mobile number, which is personal.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::organisation::Contact;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "phone-private",
    aliases: &["P-06"],
    title: Words {
        en: "A public contact has a mobile number",
        sv: "En publik kontakt har ett mobilnummer",
        da: "En offentlig kontakt har et mobilnummer",
    },
    level: Level::Warning,
    country: Some("SE"),
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(c)")],
    why: Words {
        en: "A mobile number follows a person, not the function; the contact ends when the person leaves.",
        sv: "Ett mobilnummer följer personen, inte funktionen; kontakten upphör när personen slutar.",
        da: "Et mobilnummer følger personen, ikke funktionen; kontakten ophører, når personen forlader stillingen.",
    },
    bad: "contact: {phone: 070-174 06 05}",
    good: "contact: {phone: 010-000 00 03}",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for passage in
        case.passages.iter().filter(|passage| passage.field() == field!(Contact, phone) && is_mobile(passage.words))
    {
        findings.push(
            passage.mark(
                RULE.found(
                    passage.at,
                    say!(
                        en: "`{number}` is a mobile number",
                        sv: "`{number}` är ett mobilnummer",
                        da: "`{number}` er et mobilnummer",
                        number = passage.words,
                    ),
                )
                .label(say!(
                    en: "a person’s, not the office’s",
                    sv: "en persons, inte förvaltningens",
                    da: "en persons, ikke forvaltningens",
                ))
                .help(say!(
                    en: "write the number of the switchboard or of the unit",
                    sv: "skriv växelns eller enhetens nummer",
                    da: "skriv omstillingens eller enhedens nummer",
                )),
                passage.words,
            ),
        );
    }
}

/// Whether a number is a Swedish mobile number: 070, 072, 073, 076 or 079 (the national numbering plan). Danish
/// numbers do not show it.
fn is_mobile(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let national = digits
        .strip_prefix("46")
        .filter(|_| number.trim_start().starts_with('+'))
        .map(|rest| format!("0{}", rest.trim_start_matches('0')));
    let national = national.unwrap_or(digits);
    ["070", "072", "073", "076", "079"].iter().any(|prefix| national.starts_with(prefix)) && national.len() == 10
}
