//! `adequacy-contested`: an adequacy decision is being contested or ends within a year.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::adequacy::{self, Covers, Decision};
use crate::law::provision::Provision;
use crate::model::flow::Tool;
use crate::say;
use crate::say::Words;
use jiff::ToSpan;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "adequacy-contested",
    aliases: &["T-12"],
    title: Words {
        en: "An adequacy decision is contested or ends within a year",
        sv: "Ett beslut om adekvat skyddsnivå är ifrågasatt eller löper ut inom ett år",
        da: "En afgørelse om tilstrækkeligt beskyttelsesniveau er anfægtet eller udløber inden for et år",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("45")],
    why: Words {
        en: "When the decision falls, the transfer needs another tool at once.",
        sv: "Faller beslutet behöver överföringen genast ett annat stöd.",
        da: "Falder afgørelsen, skal overførslen straks have et andet grundlag.",
    },
    bad: "transfers: [{to: american, country: US, tool: adequacy, certified: 2026-05-01, copy: ask the officer}]",
    good: "transfers: [{to: american, country: CH, tool: adequacy, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let within = case.today.saturating_add(12.months());
    for transfer in case.activities().flat_map(|activity| &activity.transfers) {
        let country = transfer.country.value().filter(|_| transfer.tool.value() == Some(&Tool::Adequacy));
        let decision = country.and_then(|country| adequacy::of(&country.code, case.today));
        let is_told = |decision: &&Decision| decision.covers != Covers::Certified || transfer.certified.is_some();
        let (Some(country), Some(decision)) = (country, decision.filter(is_told)) else { continue };
        let ends = decision.until.is_some_and(|until| until <= within);
        if ends || decision.litigation.is_some() {
            let why = match &decision.litigation {
                Some(litigation) => litigation.clone(),
                None => decision.until.map(|until| until.to_string()).unwrap_or_default(),
            };
            let message = say!(
                en: "the decision {decision} may not last: {why}",
                sv: "beslutet {decision} kan falla: {why}",
                da: "afgørelsen {decision} kan falde: {why}",
                decision = decision.decision,
                why = why,
            );
            let label = say!(en: "rests on this decision", sv: "vilar på det beslutet", da: "hviler på den afgørelse");
            let help = say!(
                en: "know which tool the transfer would rest on without it",
                sv: "ta reda på vilket verktyg överföringen skulle vila på annars",
                da: "find ud af, hvilket grundlag overførslen ellers skulle hvile på",
            );
            findings.push(RULE.found(country.at, message).label(label).help(help));
        }
    }
}
