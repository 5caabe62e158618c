//! `item-repeated`: a list has the same item twice.

use crate::check::repeated::{Repeated, repeated};
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::{Message, Words};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "item-repeated",
    aliases: &[],
    title: Words {
        en: "A list has the same item twice",
        sv: "En lista har samma punkt två gånger",
        da: "En liste har det samme punkt to gange",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "The reader looks for a difference that is not there.",
        sv: "Läsaren letar efter en skillnad som inte finns.",
        da: "Læseren leder efter en forskel, der ikke findes.",
    },
    bad: "subjects: [pupil, guardian, pupil]",
    good: "subjects: [pupil, guardian]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for Repeated { at, words, is_alone, is_exact } in repeated(case.complete) {
        let finding = RULE.found(at, message(&words, is_alone));
        let once = say!(en: "write it once", sv: "skriv det en gång", da: "skriv det én gang");
        findings.push(match (is_exact, is_alone) {
            (false, _) => finding.help(say!(
                en: "only the capital letters differ: write it once if it is the same, and otherwise write what tells them apart",
                sv: "bara versalerna skiljer: skriv det en gång om det är samma sak, annars det som skiljer dem åt",
                da: "kun de store bogstaver er forskellige: skriv det én gang, hvis det er det samme, og ellers det, der adskiller dem",
            )),
            (true, true) => finding.help(once).in_items(words, Vec::new()),
            (true, false) => finding.help(once).without_record(),
        });
    }
}

fn message(words: &str, is_alone: bool) -> Message {
    match (is_alone, words) {
        (true, word) if !word.is_empty() => say!(
            en: "`{word}` is in the list already",
            sv: "`{word}` finns redan i listan",
            da: "`{word}` findes allerede på listen",
        ),
        _ => say!(
            en: "the list already has an entry that says the same",
            sv: "listan har redan en post som säger samma sak",
            da: "listen har allerede en post, der siger det samme",
        ),
    }
}
