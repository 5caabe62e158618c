//! `person-exemplified`: a text uses a real person as an example.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "person-exemplified",
    aliases: &["P-09"],
    title: Words {
        en: "A text tells of one person as an example",
        sv: "En text berättar om en enskild person som exempel",
        da: "En tekst bruger en enkelt person som eksempel",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(c)")],
    why: Words {
        en: "The register is a public document; a case in it can be traced to the person it is about.",
        sv: "Registret är en allmän handling; ett ärende i det går att spåra till den det gäller.",
        da: "Fortegnelsen er et offentligt dokument; en sag i den kan spores til den, den handler om.",
    },
    bad: "remarks: [\"Elev A.B. fick skolskjuts.\"]",
    good: "remarks: [Elever som fick skolskjuts.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::PersonExample,
    rooms: &[],
    label: Words { en: "one person", sv: "en enskild person", da: "en enkelt person" },
    help: Words {
        en: "write the category of persons or data instead",
        sv: "skriv kategorin av personer eller uppgifter i stället",
        da: "skriv kategorien af personer eller oplysninger i stedet",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` points to one person",
                sv: "`{found}` pekar ut en enskild person",
                da: "`{found}` udpeger en enkelt person",
                found = found,
            )
            .into(),
        )
    });
}
