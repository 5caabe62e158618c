//! `erasure-unconditional`: a text promises erasure without its limits.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
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

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::ErasedAlways],
    label: Words { en: "without a limit", sv: "utan någon gräns", da: "uden nogen grænse" },
    help: Words {
        en: "leave the sentence out: erasure is told with its limits from the legal bases; write your own limits in `limits:`",
        sv: "ta bort meningen: radering anges med sina gränser utifrån de rättsliga grunderna; skriv egna gränser i `limits:`",
        da: "fjern sætningen: sletning oplyses med sine grænser ud fra retsgrundlagene; skriv egne grænser i `limits:`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, _, found| {
        Some(say!(
            en: "`{found}` promises more than Article 17 gives",
            sv: "`{found}` lovar mer än artikel 17 ger",
            da: "`{found}` lover mere, end artikel 17 giver",
            found = found,
        ))
    });
}
