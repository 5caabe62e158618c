//! `class-missing`: no information class is given.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "class-missing",
    aliases: &["G-06"],
    title: Words {
        en: "No information class is given",
        sv: "Informationsklass saknas",
        da: "Informationsklasse mangler",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("32(2)")],
    why: Words {
        en: "How much protection data need follows from what harm their loss or disclosure does.",
        sv: "Hur mycket skydd uppgifter behöver följer av skadan om de röjs eller går förlorade.",
        da: "Hvor megen beskyttelse oplysninger kræver, følger af skaden, hvis de røbes eller går tabt.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| {
        missing::without(activity, |own| !own.class.is_unwritten() || !own.risk_analysis.is_unwritten())
    };
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "this activity has neither an information class nor a risk analysis",
                sv: "behandlingen har varken informationsklass eller riskanalys",
                da: "behandlingen har hverken informationsklasse eller risikovurdering",
            ),
        )
        .label(say!(
            en: "no `class`, no `risk-analysis`",
            sv: "varken `class` eller `risk-analysis`",
            da: "hverken `class` eller `risk-analysis`",
        ))
        .help(say!(
            en: "write `administration: {{class: {{confidentiality: …, integrity: …, availability: …}}}}`, or `risk-analysis:` with its reference",
            sv: "skriv `administration: {{class: {{confidentiality: …, integrity: …, availability: …}}}}`, eller `risk-analysis:` med diarienummer",
            da: "skriv `administration: {{class: {{confidentiality: …, integrity: …, availability: …}}}}`, eller `risk-analysis:` med sagsnummer",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities has an information class or a risk analysis",
            sv: "ingen av de {count} behandlingarna har informationsklass eller riskanalys",
            da: "ingen af de {count} behandlinger har informationsklasse eller risikovurdering",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}
