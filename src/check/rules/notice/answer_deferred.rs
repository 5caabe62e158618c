//! `answer-deferred`: the text refers the reader to somebody instead of giving the answer.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "answer-deferred",
    aliases: &["N-33"],
    title: Words {
        en: "The reader is sent to somebody instead of being told",
        sv: "Läsaren hänvisas vidare i stället för att få besked",
        da: "Læseren henvises videre i stedet for at få besked",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Gdpr("13(2)(a)"), Provision::Cited("WP260 rev.01")],
    why: Words {
        en: "The notice itself must contain what Articles 13 and 14 require.",
        sv: "Det som artiklarna 13 och 14 kräver ska stå i själva informationen.",
        da: "Det, som artikel 13 og 14 kræver, skal stå i selve oplysningen.",
    },
    bad: "remarks: [Om du vill veta mer är det bäst att ta kontakt med skolan.]",
    good: "remarks: [Skolan svarar på frågor om resorna.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::ContactInstead,
    rooms: &[],
    label: Words { en: "the answer is missing here", sv: "svaret saknas här", da: "svaret mangler her" },
    help: Words {
        en: "write the answer, or a gap: `{unknown: why}`",
        sv: "skriv svaret, eller en lucka: `{unknown: varför}`",
        da: "skriv svaret, eller et hul: `{unknown: hvorfor}`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        Some(
            say!(
                en: "`{found}` refers the reader to somebody",
                sv: "`{found}` hänvisar läsaren vidare",
                da: "`{found}` henviser læseren videre",
                found = found,
            )
            .into(),
        )
    });
}
