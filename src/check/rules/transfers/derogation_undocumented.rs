//! `derogation-undocumented`: a transfer relies on compelling interests without documented safeguards.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::flow::{Derogation, Transfer};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "derogation-undocumented",
    aliases: &["A30-10"],
    title: Words {
        en: "A transfer rests on compelling interests without documented safeguards",
        sv: "En överföring stöds på tvingande intressen utan dokumenterade skyddsåtgärder",
        da: "En overførsel bygger på vægtige interesser uden dokumenterede garantier",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("30(1)(e)"), Provision::Gdpr("49(6)")],
    why: Words {
        en: "The record must hold the assessment and the safeguards of such a transfer.",
        sv: "Registret ska innehålla bedömningen och skyddsåtgärderna för en sådan överföring.",
        da: "Fortegnelsen skal indeholde vurderingen og garantierne for en sådan overførsel.",
    },
    bad: "controller: company\nbasis: [{code: legitimate-interests, interest: att skydda hamnen}]\ntransfers: [{to: american, country: US, tool: derogation, derogation: second-subparagraph}]",
    good: "controller: company\nbasis: [{code: legitimate-interests, interest: att skydda hamnen}]\ntransfers: [{to: american, country: US, tool: derogation, derogation: second-subparagraph, documentation: dnr 2026/7}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let second = |transfer: &&Transfer| transfer.derogation == Some(Derogation::Second);
    let transfers = case.activities().flat_map(|activity| &activity.transfers);
    for transfer in transfers.filter(second).filter(|transfer| transfer.documentation.is_unwritten()) {
        findings.push(
            RULE.found(
                transfer.at,
                say!(
                    en: "the safeguards of this transfer are not documented",
                    sv: "överföringens skyddsåtgärder är inte dokumenterade",
                    da: "overførslens garantier er ikke dokumenteret",
                ),
            )
            .label(say!(en: "no `documentation`", sv: "`documentation` saknas", da: "`documentation` mangler"))
            .help(say!(
                en: "write `documentation:` with the reference of the assessment",
                sv: "skriv `documentation:` med bedömningens diarienummer",
                da: "skriv `documentation:` med vurderingens sagsnummer",
            )),
        );
    }
}
