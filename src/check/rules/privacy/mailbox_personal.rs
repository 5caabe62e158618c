//! `mailbox-personal`: a contact is the mailbox of a single official.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::organisation::Contact;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "mailbox-personal",
    aliases: &["P-05"],
    title: Words {
        en: "A contact is the mailbox of one official",
        sv: "En kontaktuppgift är en enskild tjänstepersons adress",
        da: "En kontakt er en enkelt medarbejders mailadresse",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(c)")],
    why: Words {
        en: "A role answers when an official is away or leaves.",
        sv: "En funktionsadress fungerar även när en tjänsteperson är borta eller slutar.",
        da: "En funktionsadresse virker også, når en medarbejder er væk eller holder op.",
    },
    bad: "contact: {email: anna.andersson@example.org}",
    good: "contact: {email: enheten@example.org}",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for passage in case.passages.iter().filter(|passage| passage.field() == field!(Contact, email)) {
        let name = passage.words.split('@').next().unwrap_or_default();
        let is_word =
            |word: &str| word.chars().count() > 1 && word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
        let parts: Vec<&str> = name.split('.').collect();
        if parts.len() == 2 && parts.into_iter().all(is_word) {
            let message = say!(
                en: "`{mailbox}` looks like the mailbox of one official",
                sv: "`{mailbox}` ser ut som en enskild tjänstepersons adress",
                da: "`{mailbox}` ligner en enkelt medarbejders mailadresse",
                mailbox = passage.words,
            );
            let label = say!(en: "a person's name?", sv: "ett personnamn?", da: "et personnavn?");
            let help = say!(
                en: "write the shared mailbox of the role",
                sv: "skriv funktionens gemensamma adress",
                da: "skriv funktionens fælles adresse",
            );
            findings.push(passage.mark(RULE.found(passage.at, message).label(label).help(help), passage.words));
        }
    }
}
