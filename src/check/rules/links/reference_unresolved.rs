//! `reference-unresolved`: a text refers to a section or point by number, but compiled notices do not keep such
//! numbers.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::language::form::form;
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::keys;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "reference-unresolved",
    aliases: &["K-02", "K-06"],
    title: Words {
        en: "A text refers to a numbered section",
        sv: "En text hänvisar till ett numrerat avsnitt",
        da: "En tekst henviser til et nummereret afsnit",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)")],
    why: Words {
        en: "Sections that do not apply are left out, so numbers shift, and the reader is led astray.",
        sv: "Avsnitt som inte är tillämpliga utelämnas, så numren förskjuts och läsaren leds fel.",
        da: "Afsnit, der ikke er relevante, udelades, så numrene forskydes, og læseren ledes forkert.",
    },
    bad: "remarks: [Se punkt 1 för kontaktuppgifter.]",
    good: "remarks: [Kontaktuppgifterna står först på sidan.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::CrossReference,
    rooms: &[],
    label: Words { en: "leads nowhere", sv: "leder ingenstans", da: "fører ingen steder hen" },
    help: Words {
        en: "name the heading, or write what is meant",
        sv: "skriv rubriken, eller skriv det som avses",
        da: "skriv overskriften, eller skriv det, der menes",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |passage, found| {
        let message = say!(
            en: "`{found}` leads to a number that the compiled notice does not keep",
            sv: "`{found}` hänvisar till ett nummer som den färdiga texten inte har",
            da: "`{found}` henviser til et nummer, som den færdige tekst ikke har",
            found = found,
        );
        (!passage.is_under(keys::LAW) && !is_kept(case.country(), found)).then(|| message.into())
    });
}

/// Whether the form of the country numbers its sections, and has one with this number.
fn is_kept(country: &str, found: &str) -> bool {
    let form = form(country);
    let number = found.split(|sign: char| !sign.is_ascii_digit()).rfind(|piece| !piece.is_empty());
    let number: Option<usize> = number.and_then(|number| number.parse().ok());
    form.numbered && number.is_some_and(|number| (1..=form.sections.len()).contains(&number))
}
