//! `camera-unlisted`: footage of surveillance is among the data, but no camera is listed.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::register::facts::special::footage_of;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "camera-unlisted",
    aliases: &[],
    title: Words {
        en: "There is footage of surveillance, but no camera is listed",
        sv: "Det finns material från kamerabevakning, men ingen kamera är förtecknad",
        da: "Der er optagelser fra overvågning, men intet kamera er anført",
    },
    level: Level::Warning,
    country: Some("SE"),
    follows_from_misreading: true,
    law: &[Provision::National("SE", "10 § kamerabevakningslagen (2018:1200)")],
    why: Words {
        en: "A Swedish authority keeps a list of its camera surveillance: address, type of place, purpose, sound and the day of the latest assessment.",
        sv: "En myndighet ska föra en förteckning över sin kamerabevakning: adress, typ av plats, ändamål, ljud och datum för den senaste bedömningen.",
        da: "En svensk myndighed fører en liste over sin kameraovervågning: adresse, stedets art, formål, lyd og datoen for den seneste vurdering.",
    },
    bad: "data: [name, surveillance-footage]\nrecipients: none\nsources: [guardian]\nadministration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: UBN 2026/4, date: 2026-02-01, advice: tillstyrks}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01",
    good: "data: [name, surveillance-footage]\nrecipients: none\nsources: [guardian]\nadministration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: UBN 2026/4, date: 2026-02-01, advice: tillstyrks}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01\n  cameras: [{address: Storgatan 1, place: entré, assessed: 2026-01-15}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let lacks = |own: &crate::model::administration::Administration| own.cameras.is_unwritten();
    for activity in missing::single(case).filter(|activity| activity.administration.as_ref().is_none_or(lacks)) {
        let Some(at) = footage_of(activity) else { continue };
        findings.push(
            RULE.found(
                at,
                say!(
                    en: "nothing says which cameras record this",
                    sv: "inget säger vilka kameror som spelar in detta",
                    da: "intet siger, hvilke kameraer der optager dette",
                ),
            )
            .label(say!(en: "no `cameras`", sv: "`cameras` saknas", da: "`cameras` mangler"))
            .help(say!(
                en: "write `administration: {{cameras: [{{address: …, place: …, assessed: …}}]}}`; if the list is kept elsewhere, `cameras: {{unknown: where}}`",
                sv: "skriv `administration: {{cameras: [{{address: …, place: …, assessed: …}}]}}`; förs förteckningen på annat håll, `cameras: {{unknown: var}}`",
                da: "skriv `administration: {{cameras: [{{address: …, place: …, assessed: …}}]}}`; føres listen et andet sted, `cameras: {{unknown: hvor}}`",
            )),
        );
    }
}
