//! `transfer-within-eea`: a transfer goes to a country of the EU or the EEA.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfer-within-eea",
    aliases: &[],
    title: Words {
        en: "A transfer goes to a country within the EU or the EEA",
        sv: "En överföring går till ett land inom EU eller EES",
        da: "En overførsel går til et land inden for EU eller EØS",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("44"), Provision::Gdpr("13(1)(f)")],
    why: Words {
        en: "Chapter V is about third countries; the notice would call a country of the EU or the EEA one.",
        sv: "Kapitel V gäller tredjeländer; informationstexten skulle kalla ett land inom EU eller EES för ett sådant.",
        da: "Kapitel V gælder tredjelande; oplysningsteksten ville kalde et land inden for EU eller EØS for et sådant.",
    },
    bad: "transfers: [{to: molnet, country: DE, tool: standard-clauses, module: 2, assessed: 2026-01-15, copy: ask the officer}]",
    good: "transfers: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for transfer in case.activities().flat_map(|activity| &activity.transfers) {
        let Some(country) = transfer.country.value().filter(|country| !country.is_third()) else { continue };
        findings.push(
            RULE.found(
                country.at,
                say!(
                    en: "{country} is in the EU or the EEA",
                    sv: "{country} ligger inom EU eller EES",
                    da: "{country} ligger i EU eller EØS",
                    country = country.code,
                ),
            )
            .label(say!(en: "not a third country", sv: "inte ett tredjeland", da: "ikke et tredjeland"))
            .help(say!(
                en: "remove the transfer; if there are no others, write `transfers: none`",
                sv: "ta bort överföringen; finns inga andra, skriv `transfers: none`",
                da: "fjern overførslen; er der ingen andre, så skriv `transfers: none`",
            )),
        );
    }
}
