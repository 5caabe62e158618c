//! `transfer-parked`: a text waits for guidance that has since been published.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfer-parked",
    aliases: &["ST-09"],
    title: Words {
        en: "A statement waits for guidance that has come",
        sv: "Ett besked väntar på vägledning som redan har kommit",
        da: "Et udsagn afventer vejledning, der er kommet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(f)"), Provision::Gdpr("46")],
    why: Words {
        en: "Data are transferred today, so the reader must know by which tool today.",
        sv: "Uppgifterna förs över i dag, så läsaren ska få veta med vilket stöd i dag.",
        da: "Oplysningerne overføres i dag, så læseren skal vide, på hvilket grundlag i dag.",
    },
    bad: "remarks: [Kommunen inväntar nya riktlinjer om överföring.]",
    good: "remarks: [Elever i fristående skolor omfattas också.]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Parked], findings);
}
