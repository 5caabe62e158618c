//! `exception-without-special`: an exception of Article 9(2) for data that are not of a special category.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::register::facts::special::is_protected;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "exception-without-special",
    aliases: &["C-36"],
    title: Words {
        en: "Data of no special category have an exception of Article 9(2)",
        sv: "Ett undantag i artikel 9.2 anges för uppgifter som inte är känsliga",
        da: "En undtagelse i artikel 9, stk. 2, angives for oplysninger, der ikke er følsomme",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("9(1)"), Provision::Gdpr("9(2)")],
    why: Words {
        en: "Either the data are of a special category and the notice should say so, or the exception is out of place.",
        sv: "Antingen är uppgifterna känsliga och informationen bör säga det, eller så är undantaget felplacerat.",
        da: "Enten er oplysningerne følsomme, og det bør fremgå, eller også er undtagelsen anbragt forkert.",
    },
    bad: "data: [{items: [name], exception: {code: care, law: patientdatalagen (2008:355)}}]",
    good: "data: [name]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities() {
        let own = activity.data.iter().filter(|data| data.same_as.is_none());
        let excepted = own.filter(|data| data.exception.iter().any(|exception| exception.code.is_some()));
        for data in excepted.filter(|data| !is_protected(data)) {
            findings.push(
                Finding::warning(RULE.code, data.at, say!(
                    en: "there is an exception here, but no special category",
                    sv: "här anges ett undantag, men inga känsliga personuppgifter",
                    da: "her angives en undtagelse, men ingen følsomme personoplysninger",
                ))
                    .label(say!(
                        en: "which special category is it?",
                        sv: "vilket slags känsliga uppgifter är det?",
                        da: "hvilken slags følsomme oplysninger er det?",
                    ))
                    .help(say!(
                        en: "write `special:`, such as `[health]`, or a code that brings it, such as `health-data`; or remove `exception`",
                        sv: "skriv `special:`, till exempel `[health]`, eller en kod som innebär det, till exempel `health-data`; eller ta bort `exception`",
                        da: "skriv `special:`, for eksempel `[health]`, eller en kode, der indebærer det, for eksempel `health-data`; eller fjern `exception`",
                    )),
            );
        }
    }
}
