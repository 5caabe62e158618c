//! `agreement-outdated`: an agreement with a processor is older than the Regulation, or has ended.

use super::agreement_missing::in_use;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::register::facts::agreed::{Outdated, outdated};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "agreement-outdated",
    aliases: &["C-11"],
    title: Words {
        en: "An agreement with a processor is older than the Regulation, or has ended",
        sv: "Ett biträdesavtal är äldre än dataskyddsförordningen eller har löpt ut",
        da: "En databehandleraftale er ældre end forordningen eller er udløbet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("28(3)")],
    why: Words {
        en: "An agreement from before 25 May 2018 lacks what the Regulation requires, and one that has ended binds nobody.",
        sv: "Ett avtal från tiden före den 25 maj 2018 saknar det som förordningen kräver, och ett som har löpt ut binder ingen.",
        da: "En aftale fra før den 25. maj 2018 mangler det, som forordningen kræver, og en udløbet aftale forpligter ingen.",
    },
    bad: "processors: [old-agreement]",
    good: "processors: [molnet]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for (processor, used) in in_use(case) {
        let Some(agreement) = processor.agreement.value() else { continue };
        let Some(outdated) = outdated(agreement, case.today) else { continue };
        let message = match outdated {
            Outdated::Ended(ends) => say!(
                en: "the agreement ended on {ends}",
                sv: "avtalet löpte ut den {ends}",
                da: "aftalen udløb den {ends}",
                ends = ends,
            ),
            Outdated::Older(date) => say!(
                en: "the agreement of {date} is older than the Regulation",
                sv: "avtalet från den {date} är äldre än dataskyddsförordningen",
                da: "aftalen fra den {date} er ældre end forordningen",
                date = date,
            ),
        };
        findings.push(
            RULE.found(agreement.at, message)
                .label(say!(en: "this agreement", sv: "det här avtalet", da: "denne aftale"))
                .related(
                    used,
                    say!(
                        en: "the processor is used here",
                        sv: "biträdet anlitas här",
                        da: "databehandleren anvendes her",
                    ),
                )
                .help(say!(
                    en: "make a new agreement, or write the date of the one that is in force",
                    sv: "teckna ett nytt avtal, eller skriv datum för det som gäller",
                    da: "indgå en ny aftale, eller skriv datoen for den gældende",
                )),
        );
    }
}
