//! `transfer-undeclared`: a processor or recipient is in a third country, but no transfer is declared.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::register::facts::third::abroad;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfer-undeclared",
    aliases: &["T-02"],
    title: Words {
        en: "A processor or recipient in a third country, but no transfer",
        sv: "Ett biträde eller en mottagare i tredjeland, men ingen överföring",
        da: "En databehandler eller modtager i et tredjeland, men ingen overførsel",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("44"), Provision::Gdpr("30(1)(e)"), Provision::Gdpr("13(1)(f)")],
    why: Words {
        en: "Data that go to a country outside the EU and the EEA need a basis in Chapter V, and the person must be told.",
        sv: "Uppgifter som förs över till ett land utanför EU och EES kräver stöd i kapitel V, och den registrerade ska få veta det.",
        da: "Oplysninger, der overføres til et land uden for EU og EØS, kræver et grundlag i kapitel V, og den registrerede skal have det at vide.",
    },
    bad: "processors: [american]\ntransfers: none",
    good: "processors: [american]\ntransfers: [{to: american, country: US, tool: standard-clauses, module: 2, assessed: 2026-01-15, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| !activity.answers_on_transfers()) {
        for (place, country) in abroad(case.register, activity) {
            let finding = RULE
                .found(
                    place,
                    say!(
                        en: "data go to {country}, outside the EU and the EEA, but no transfer is declared",
                        sv: "uppgifter går till {country}, utanför EU och EES, men ingen överföring är angiven",
                        da: "oplysninger går til {country}, uden for EU og EØS, men ingen overførsel er angivet",
                        country = country.code,
                    ),
                )
                .label(say!(en: "established in a third country", sv: "finns i tredjeland", da: "etableret i et tredjeland"))
                .related(
                    country.at,
                    say!(en: "the country is given here", sv: "landet anges här", da: "landet er angivet her"),
                )
                .help(say!(
                    en: "write `transfers:` with `to`, `country`, `tool` and `copy`; if the tool is not known, `tool: {{unknown: why}}`",
                    sv: "skriv `transfers:` med `to`, `country`, `tool` och `copy`; är överföringsverktyget inte känt, `tool: {{unknown: varför}}`",
                    da: "skriv `transfers:` med `to`, `country`, `tool` og `copy`; er overførselsgrundlaget ukendt, `tool: {{unknown: hvorfor}}`",
                ));
            findings.push(if activity.transfers.none {
                finding.related(
                    activity.transfers.at,
                    say!(
                        en: "but here it says that there are none",
                        sv: "men här står att det inte finns några",
                        da: "men her står, at der ingen er",
                    ),
                )
            } else {
                finding
            });
        }
    }
}
