//! `mailbox-private`: a contact is a private mailbox.

use crate::check::passage::Passage;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "mailbox-private",
    aliases: &["P-04"],
    title: Words {
        en: "A contact is a private mailbox",
        sv: "En kontaktuppgift är en privat e-postadress",
        da: "En kontakt er en privat mailadresse",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(c)")],
    why: Words {
        en: "A private mailbox is personal data, and nobody answers it when its owner leaves.",
        sv: "En privat adress är en personuppgift, och ingen svarar när innehavaren slutar.",
        da: "En privat adresse er en personoplysning, og ingen svarer, når indehaveren holder op.",
    },
    bad: "contact: {email: kommunen@gmail.com}",
    good: "contact: {email: enheten@example.org}",
    check,
};

const PRIVATE: [&str; 21] = [
    "gmail",
    "hotmail",
    "outlook",
    "live",
    "icloud",
    "yahoo",
    "msn",
    "proton",
    "protonmail",
    "telia",
    "bredband",
    "comhem",
    "spray",
    "passagen",
    "swipnet",
    "tele2",
    "jubii",
    "mail.dk",
    "stofanet",
    "tdcadsl",
    "webspeed",
];

fn check(case: &Case, findings: &mut Findings) {
    for (passage, mailbox) in
        case.passages.iter().filter(|passage| passage.is_told && passage.words.contains('@')).flat_map(mailboxes)
    {
        let host = mailbox.rsplit('@').next().unwrap_or_default().to_lowercase();
        if PRIVATE.iter().any(|private| host == *private || host.starts_with(&format!("{private}."))) {
            let message = say!(
                en: "`{mailbox}` is a private mailbox",
                sv: "`{mailbox}` är en privat e-postadress",
                da: "`{mailbox}` er en privat mailadresse",
                mailbox = mailbox,
            );
            let label = say!(en: "not the municipality's", sv: "inte kommunens egen", da: "ikke kommunens egen");
            let help = say!(
                en: "write a shared mailbox of the municipality",
                sv: "skriv en gemensam e-postadress hos kommunen",
                da: "skriv en fælles mailadresse i kommunen",
            );
            findings.push(passage.mark(RULE.found(passage.at, message).label(label).help(help), mailbox));
        }
    }
}

/// The email addresses in a text.
fn mailboxes<'p>(passage: &'p Passage) -> impl Iterator<Item = (&'p Passage<'p>, &'p str)> {
    let words = passage.words.split_whitespace().filter(|word| word.contains('@'));
    words.map(move |word| (passage, word.trim_matches(|sign: char| !sign.is_alphanumeric())))
}
