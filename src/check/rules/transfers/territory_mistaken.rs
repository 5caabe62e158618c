//! `territory-mistaken`: a text counts a territory outside the EU and the EEA as part of them.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "territory-mistaken",
    aliases: &["T-14"],
    title: Words {
        en: "A text counts a territory as part of the EU or the EEA that is not",
        sv: "En text räknar in ett område i EU eller EES som inte hör dit",
        da: "En tekst regner et område med til EU eller EØS, som ikke hører med",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("44")],
    why: Words {
        en: "Greenland, the Faroe Islands, Switzerland and the United Kingdom are third countries: data that go there need a basis in Chapter V.",
        sv: "Grönland, Färöarna, Schweiz och Storbritannien är tredjeländer: uppgifter som förs dit kräver stöd i kapitel V.",
        da: "Grønland, Færøerne, Schweiz og Storbritannien er tredjelande: oplysninger, der overføres dertil, kræver et grundlag i kapitel V.",
    },
    bad: "remarks: [Uppgifterna lagras i Schweiz som hör till EES.]",
    good: "remarks: [Uppgifterna lagras i Norge som hör till EES.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::TerritoryMistaken,
    rooms: &[],
    label: Words { en: "a third country", sv: "ett tredjeland", da: "et tredjeland" },
    help: Words {
        en: "take the territory out of the sentence, and declare the transfer in `transfers:` with its country and tool",
        sv: "ta bort området ur meningen och ange överföringen i `transfers:` med land och verktyg",
        da: "fjern området fra sætningen, og angiv overførslen i `transfers:` med land og grundlag",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` takes a third country for a part of the EU or the EEA",
                sv: "`{found}` räknar ett tredjeland till EU eller EES",
                da: "`{found}` regner et tredjeland med til EU eller EØS",
                found = found,
            )
            .into(),
        )
    });
}
