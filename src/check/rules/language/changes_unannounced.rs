//! `changes-unannounced`: the reader is asked to check for changes.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "changes-unannounced",
    aliases: &["L-11"],
    title: Words {
        en: "The reader is asked to look for changes",
        sv: "Läsaren uppmanas att själv leta efter ändringar",
        da: "Læseren opfordres til selv at lede efter ændringer",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("5(1)(a)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "Whoever changes the processing tells the person; to ask people to check back is not fair.",
        sv: "Den som ändrar behandlingen ska berätta det; att be folk titta tillbaka är inte korrekt.",
        da: "Den, der ændrer behandlingen, skal fortælle det; at bede folk kigge forbi er ikke rimeligt.",
    },
    bad: "remarks: [Läs den här sidan regelbundet.]",
    good: "remarks: [Vi skriver till dig om behandlingen ändras.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::CheckBack,
    rooms: &[],
    label: Words {
        en: "who tells the reader?", sv: "vem berättar för läsaren?", da: "hvem fortæller læseren det?"
    },
    help: Words {
        en: "say how changes are told, or leave the sentence out",
        sv: "skriv hur ändringar meddelas, eller ta bort meningen",
        da: "skriv, hvordan ændringer meddeles, eller fjern sætningen",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` leaves it to the reader to find changes",
                sv: "`{found}` överlåter åt läsaren att hitta ändringar",
                da: "`{found}` overlader det til læseren at finde ændringer",
                found = found,
            )
            .into(),
        )
    });
}
