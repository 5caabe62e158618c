//! `clauses-incomplete`: standard contractual clauses without module or assessment.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::flow::{Tool, Transfer};
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "clauses-incomplete",
    aliases: &["T-06"],
    title: Words {
        en: "Standard clauses without module or assessment",
        sv: "Standardavtalsklausuler utan modul eller bedömning",
        da: "Standardkontraktbestemmelser uden modul eller vurdering",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("46(2)(c)"), Provision::Cited("C-311/18")],
    why: Words {
        en: "The clauses have four modules, and the law of the country must be assessed before they are used.",
        sv: "Klausulerna har fyra moduler, och mottagarlandets lag ska bedömas innan de används.",
        da: "Bestemmelserne har fire moduler, og modtagerlandets lov skal vurderes, før de bruges.",
    },
    bad: "transfers: [{to: american, country: US, tool: standard-clauses, copy: ask the officer}]",
    good: "transfers: [{to: american, country: US, tool: standard-clauses, module: 2, assessed: 2026-01-15, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for transfer in case.activities().flat_map(|activity| &activity.transfers) {
        let uses_clauses = transfer.tool.value() == Some(&Tool::StandardClauses);
        if uses_clauses && (transfer.module.is_none() || transfer.assessed.is_none()) {
            findings.push(
                RULE.found(
                    transfer.at,
                    say!(
                        en: "the clauses need their module and the day of the assessment",
                        sv: "klausulerna behöver sin modul och dagen för bedömningen",
                        da: "bestemmelserne mangler deres modul og dagen for vurderingen",
                    ),
                )
                .field(field!(Transfer, tool))
                .label(say!(
                    en: "which module, assessed when?",
                    sv: "vilken modul, bedömd när?",
                    da: "hvilket modul, vurderet hvornår?",
                ))
                .help(say!(
                    en: "write `module:` (1 to 4) and `assessed:` with the day of the transfer impact assessment",
                    sv: "skriv `module:` (1 till 4) och `assessed:` med dagen för bedömningen av överföringen",
                    da: "skriv `module:` (1 til 4) og `assessed:` med dagen for vurderingen af overførslen",
                )),
            );
        }
    }
}
