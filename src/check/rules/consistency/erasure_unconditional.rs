//! `erasure-unconditional`: a text promises erasure without its limits.

use crate::check::passage::{Passage, Room};
use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "erasure-unconditional",
    aliases: &["C-30"],
    title: Words {
        en: "Erasure is promised without its limits",
        sv: "Radering utlovas utan sina gränser",
        da: "Sletning loves uden sine grænser",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("17(3)"), Provision::Gdpr("12(1)")],
    why: Words {
        en: "An authority may not erase what a law or a public task requires it to keep; an open promise misleads.",
        sv: "En myndighet får inte radera det som en lag eller en uppgift av allmänt intresse kräver; ett öppet löfte vilseleder.",
        da: "En myndighed må ikke slette det, som en lov eller en opgave i samfundets interesse kræver; et åbent løfte vildleder.",
    },
    bad: "rights: [{right: erasure, how: [Du har rätt till radering av dina uppgifter.]}]",
    good: "rights: [{right: erasure, how: [Skriv till oss.], limits: [beslut raderas inte]}]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::ErasureUnconditional,
    rooms: &[Room::Rights],
    label: Words { en: "without a limit", sv: "utan någon gräns", da: "uden nogen grænse" },
    help: Words {
        en: "leave the sentence out: erasure is told with its limits from the legal bases; write your own limits in `limits:`",
        sv: "ta bort meningen: radering anges med sina gränser utifrån de rättsliga grunderna; skriv egna gränser i `limits:`",
        da: "fjern sætningen: sletning oplyses med sine grænser ud fra retsgrundlagene; skriv egne grænser i `limits:`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |passage, found| {
        (!is_harmless(passage, found)).then(|| {
            say!(
                en: "`{found}` promises more than Article 17 gives",
                sv: "`{found}` lovar mer än artikel 17 ger",
                da: "`{found}` lover mere, end artikel 17 giver",
                found = found,
            )
            .into()
        })
    });
}

/// Whether the same sentence names a limit.
fn is_harmless(passage: &Passage, found: &str) -> bool {
    const LIMITS: [&str; 20] = [
        " inte",
        "om det",
        "om uppgift",
        "om inte",
        "om vi",
        "när ",
        "viss",
        "utom",
        "dock",
        "ikke",
        "hvis",
        "når ",
        "unless",
        "not ",
        "except",
        "if ",
        "when ",
        "medmindre",
        "i den mån",
        "i det omfang",
    ];
    let sentence = passage.words.split(['.', '!', '?']).find(|sentence| sentence.contains(found));
    sentence.is_none_or(|sentence| LIMITS.iter().any(|limit| sentence.contains(limit)))
}
