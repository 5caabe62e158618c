//! `adequacy-missing`: a transfer relies on an adequacy decision that does not exist.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::adequacy;
use crate::law::provision::Provision;
use crate::model::country::Country;
use crate::model::flow::{Tool, Transfer};
use crate::model::record::field;
use crate::say;
use crate::say::Words;
use jiff::civil;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "adequacy-missing",
    aliases: &["T-03"],
    title: Words {
        en: "An adequacy decision is named that does not exist",
        sv: "Ett beslut om adekvat skyddsnivå anges som inte finns",
        da: "En afgørelse om tilstrækkeligt beskyttelsesniveau angives, som ikke findes",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("45"), Provision::Gdpr("46")],
    why: Words {
        en: "Without a decision of the Commission the transfer has no basis of this kind.",
        sv: "Utan ett beslut av kommissionen saknar överföringen sådant stöd.",
        da: "Uden en afgørelse fra Kommissionen mangler overførslen dette grundlag.",
    },
    bad: "transfers: [{to: american, country: IN, tool: adequacy, copy: ask the officer}]",
    good: "transfers: [{to: american, country: CH, tool: adequacy, copy: ask the officer}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for transfer in case.activities().flat_map(|activity| &activity.transfers) {
        let Some(country) = transfer.country.value().filter(|_| transfer.tool.value() == Some(&Tool::Adequacy)) else {
            continue;
        };
        if adequacy::of(&country.code, case.today).is_none() {
            findings.push(missing(country, case.today).field(field!(Transfer, tool)).label(LABEL).help(HELP));
        }
    }
}

const LABEL: Words = Words {
    en: "no decision holds for it",
    sv: "inget beslut gäller för landet",
    da: "ingen afgørelse gælder for landet",
};
const HELP: Words = Words {
    en: "name the tool that is used, such as `standard-clauses`; if it is not known, `tool: {unknown: why}`",
    sv: "ange det verktyg som används, till exempel `standard-clauses`; är det inte känt, `tool: {unknown: varför}`",
    da: "skriv det grundlag, der bruges, for eksempel `standard-clauses`; er det ukendt, `tool: {unknown: hvorfor}`",
};

fn missing(country: &Country, today: civil::Date) -> Finding {
    let message = say!(
        en: "on {today} no adequacy decision holds for {country}",
        sv: "den {today} gäller inget beslut om adekvat skyddsnivå för {country}",
        da: "den {today} gælder ingen afgørelse om tilstrækkeligt beskyttelsesniveau for {country}",
        country = country.code,
        today = say::day(today),
    );
    RULE.found(country.at, message)
}
