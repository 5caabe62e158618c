//! `transfer-denied-unknown`: `transfers: none` beside a processor whose country is not known.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::register::facts::third::place_without_country;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfer-denied-unknown",
    aliases: &[],
    title: Words {
        en: "No transfers, but the country of a supplier is not known",
        sv: "Inga överföringar, men en leverantörs land är inte känt",
        da: "Ingen overførsler, men en leverandørs land er ikke kendt",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("13(1)(f)"), Provision::Gdpr("30(1)(e)"), Provision::Gdpr("5(1)(a)")],
    why: Words {
        en: "That no data leave the EU and the EEA is known only when the country of every supplier is.",
        sv: "Att inga uppgifter lämnar EU och EES är känt först när varje leverantörs land är det.",
        da: "At ingen oplysninger forlader EU og EØS, er først kendt, når hver leverandørs land er det.",
    },
    bad: "processors: [without-country]\ntransfers: none",
    good: "transfers: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| activity.transfers.none) {
        let Some(place) = place_without_country(case.register, activity) else { continue };
        let finding = RULE.found(
            activity.transfers.at,
            say!(
                en: "`transfers: none`, but it is not known where all suppliers are",
                sv: "`transfers: none`, men det är inte känt var alla leverantörer finns",
                da: "`transfers: none`, men det er ikke kendt, hvor alle leverandører er",
            ),
        );
        let here = say!(
            en: "the country of this supplier or of one of its sub-processors is not known",
            sv: "landet för den här leverantören eller något av dess underbiträden är inte känt",
            da: "landet for denne leverandør eller en af dens underdatabehandlere er ikke kendt",
        );
        findings.push(finding.related(place, here).help(say!(
            en: "write `country:` of the supplier and its sub-processors; until it is known, `transfers: {{unknown: why}}`",
            sv: "skriv `country:` för leverantören och dess underbiträden; tills det är känt, `transfers: {{unknown: varför}}`",
            da: "skriv `country:` for leverandøren og dens underdatabehandlere; indtil det er kendt, `transfers: {{unknown: hvorfor}}`",
        )));
    }
}
