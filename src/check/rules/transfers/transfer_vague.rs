//! `transfer-vague`: a text says neither that data leave the EU and the EEA nor that they do not.

use crate::check::rule::{Case, Rule};
use crate::check::telling::Telling;
use crate::claim::Claim;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfer-vague",
    aliases: &["T-11"],
    title: Words {
        en: "A text leaves it open whether data leave the EU and the EEA",
        sv: "En text lämnar öppet om uppgifter lämnar EU och EES",
        da: "En tekst lader det stå åbent, om oplysninger forlader EU og EØS",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(f)"), Provision::Gdpr("44")],
    why: Words {
        en: "An aim or a possibility is no answer: the person must learn whether data are transferred, where, and with what safeguards.",
        sv: "En strävan eller en möjlighet är inget svar: den registrerade ska få veta om uppgifter överförs, vart och med vilka skyddsåtgärder.",
        da: "En hensigt eller en mulighed er ikke et svar: den registrerede skal have at vide, om oplysninger overføres, hvorhen og med hvilke garantier.",
    },
    bad: "remarks: [Vi strävar efter att lagra uppgifter inom EU/EES.]",
    good: "remarks: [Uppgifterna lagras i Sverige.]",
    check,
};

static TELLING: Telling = Telling {
    rule: &RULE,
    claims: &[Claim::EeaLeftOpen],
    label: Words { en: "yes or no?", sv: "ja eller nej?", da: "ja eller nej?" },
    help: Words {
        en: "declare each transfer in `transfers:` with country and tool, or write `transfers: none`; if it is not known, `transfers: {unknown: why}`",
        sv: "ange varje överföring i `transfers:` med land och verktyg, eller skriv `transfers: none`; är det inte känt, `transfers: {unknown: varför}`",
        da: "angiv hver overførsel i `transfers:` med land og grundlag, eller skriv `transfers: none`; er det ukendt, `transfers: {unknown: hvorfor}`",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    TELLING.report(case, findings, |_, _, found| {
        Some(say!(
            en: "`{found}` does not say whether data leave the EU and the EEA",
            sv: "`{found}` säger inte om uppgifter lämnar EU och EES",
            da: "`{found}` siger ikke, om oplysninger forlader EU og EØS",
            found = found,
        ))
    });
}
