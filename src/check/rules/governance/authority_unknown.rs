//! `authority-unknown`: the supervisory authority is unknown.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::language::authority;
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "authority-unknown",
    aliases: &["N-20"],
    title: Words {
        en: "The supervisory authority is not known",
        sv: "Tillsynsmyndigheten är inte känd",
        da: "Tilsynsmyndigheden er ukendt",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
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
                Finding::error(
                    RULE.code,
                    id.at,
                    say!(
                        en: "there is no supervisory authority `{id}`",
                        sv: "det finns ingen tillsynsmyndighet `{id}`",
                        da: "der er ingen tilsynsmyndighed `{id}`",
                    ),
                )
                .label(say!(
                    en: "no such authority",
                    sv: "myndigheten finns inte",
                    da: "myndigheden findes ikke",
                ))
                .help(say!(
                    en: "the known ones are: {known}",
                    sv: "de som är kända är: {known}",
                    da: "de kendte er: {known}",
                    known = authority::all().collect::<Vec<_>>().join(", "),
                )),
            );
        }
    } else if let Some(country) =
        municipality.country.as_ref().filter(|country| authority::of_country(&country.code).is_none())
    {
        findings.push(
            Finding::error(
                RULE.code,
                country.at,
                say!(
                    en: "no supervisory authority is known for {country}",
                    sv: "ingen tillsynsmyndighet är känd för {country}",
                    da: "der kendes ingen tilsynsmyndighed for {country}",
                    country = country.code,
                ),
            )
            .label(say!(
                en: "no authority of this country",
                sv: "ingen myndighet i det landet",
                da: "ingen myndighed i det land",
            ))
            .help(say!(
                en: "add a file to templates/authorities, with its source",
                sv: "lägg till en fil i `templates/authorities`, med källa",
                da: "tilføj en fil i `templates/authorities`, med kilde",
            )),
        );
    }
}
