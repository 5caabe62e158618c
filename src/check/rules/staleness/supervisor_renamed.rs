//! `supervisor-renamed`: the supervisory authority has a new name or address.

use crate::check::rule::{Case, Rule};
use crate::check::wording;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::law::stale::Kind;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "supervisor-renamed",
    aliases: &["ST-02", "ST-10"],
    title: Words {
        en: "The supervisory authority has another name or address now",
        sv: "Tillsynsmyndigheten har ett annat namn eller en annan adress nu",
        da: "Tilsynsmyndigheden har et andet navn eller en anden adresse nu",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(2)(d)"), Provision::Gdpr("77")],
    why: Words {
        en: "Whoever wants to complain must find the authority.",
        sv: "Den som vill klaga ska hitta myndigheten.",
        da: "Den, der vil klage, skal kunne finde myndigheden.",
    },
    bad: "remarks: [Klaga hos Datainspektionen.]",
    good: "remarks: [Klaga hos Integritetsskyddsmyndigheten.]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    wording::report_stale(case, &RULE, &[Kind::Supervisor, Kind::Contact], findings);
}
