//! `wording-may`: a text says what may happen instead of what happens.

use crate::check::passage::Passage;
use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "wording-may",
    aliases: &["L-01"],
    title: Words {
        en: "A text says what may happen instead of what happens",
        sv: "En text säger vad som kan hända i stället för vad som händer",
        da: "En tekst siger, hvad der kan ske, i stedet for hvad der sker",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "“May” leaves the reader not knowing what is done with the data.",
        sv: "Formuleringar som ”kan komma att” låter läsaren sväva i ovisshet om vad som görs med uppgifterna.",
        da: "”Kan eventuelt” lader læseren være i uvished om, hvad oplysningerne bruges til.",
    },
    bad: "remarks: [Uppgifterna kan komma att granskas.]",
    good: "remarks: [Uppgifterna granskas en gång om året.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::May,
    rooms: &[],
    label: Words { en: "what happens, and when?", sv: "vad händer, och när?", da: "hvad sker der, og hvornår?" },
    help: Words {
        en: "say what happens and under which condition; if it does not happen, take the sentence away",
        sv: "skriv vad som händer och under vilket villkor; händer det inte, ta bort meningen",
        da: "skriv, hvad der sker, og på hvilken betingelse; sker det ikke, så fjern sætningen",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |passage, found| {
        (!is_harmless(passage, found)).then(|| {
            say!(
                en: "`{found}` does not say what happens",
                sv: "`{found}` säger inte vad som händer",
                da: "`{found}` siger ikke, hvad der sker",
                found = found,
            )
            .into()
        })
    });
}

/// “may only” states a limit, not a possibility.
fn is_harmless(passage: &Passage, _: &str) -> bool {
    passage.words.contains(" only ")
}
