//! `authority-unknown`: the supervisory authority is not known.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::document::authority;
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "authority-unknown",
    aliases: &["N-20"],
    title: Words {
        en: "The supervisory authority is not known",
        sv: "Tillsynsmyndigheten är inte känd",
        da: "Tilsynsmyndigheden er ukendt",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("13(2)(d)"), Provision::Gdpr("77")],
    why: Words {
        en: "The person must learn where to complain.",
        sv: "Den registrerade ska få veta var man klagar.",
        da: "Den registrerede skal have at vide, hvor man klager.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let municipality = &case.register.municipality;
    if let Some(id) = &municipality.authority {
        if authority::authority(id.as_str()).is_none() {
            findings.push(
                Finding::error(RULE.code, id.at, format!("there is no supervisory authority `{id}`"))
                    .label("no such authority")
                    .help(format!("the known ones are: {}", authority::all().collect::<Vec<_>>().join(", "))),
            );
        }
    } else if let Some(country) =
        municipality.country.as_ref().filter(|country| authority::of_country(&country.code).is_none())
    {
        findings.push(
            Finding::error(RULE.code, country.at, format!("no supervisory authority is known for {}", country.code))
                .label("no authority of this country")
                .help("add a file to templates/authorities, with its source"),
        );
    }
}
