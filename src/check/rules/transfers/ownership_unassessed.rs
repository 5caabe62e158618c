//! `ownership-unassessed`: the owner of a processor is in a third country, and nothing says that this was assessed.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "ownership-unassessed",
    aliases: &["T-09"],
    title: Words {
        en: "A processor is owned from a third country, and nothing says that this was assessed",
        sv: "Ett biträde ägs från tredjeland, och inget visar att det har bedömts",
        da: "En databehandler ejes fra et tredjeland, og intet viser, at det er vurderet",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("28(1)"), Provision::Gdpr("48"), Provision::Cited("EDPB Guidelines 05/2021")],
    why: Words {
        en: "A parent company can be ordered to hand data over; that is no transfer by itself, but must be weighed.",
        sv: "Ett moderbolag kan åläggas att lämna ut uppgifter; det är ingen överföring i sig men ska vägas in.",
        da: "Et moderselskab kan pålægges at udlevere oplysninger; det er ikke i sig selv en overførsel, men skal vurderes.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (_, processor) in case.register.shared.processors.iter() {
        let Some(owner) = processor.owner_country.as_ref().filter(|owner| owner.is_third()) else { continue };
        if processor.remarks.items.is_empty() && processor.notes.items.is_empty() {
            findings.push(
                RULE.found(
                    owner.at,
                    say!(
                        en: "the owner is in {country}, but no assessment is written",
                        sv: "ägaren finns i {country}, men ingen bedömning är angiven",
                        da: "ejeren er i {country}, men ingen vurdering er angivet",
                        country = owner.code,
                    ),
                )
                .label(say!(en: "outside the EU and the EEA", sv: "utanför EU och EES", da: "uden for EU og EØS"))
                .help(say!(
                    en: "write the result of the assessment as a note of the processor",
                    sv: "skriv resultatet av bedömningen som en anteckning hos biträdet",
                    da: "skriv resultatet af vurderingen som en note hos databehandleren",
                )),
            );
        }
    }
}
