//! `controller-not-a-controller`: the controller is a unit, not a controller.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::document::sections::controller::controller_of;
use crate::finding::{Finding, Findings, Level};
use crate::model::Text;
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "controller-not-a-controller",
    aliases: &["A30-02"],
    title: Words {
        en: "The controller is a unit, not a controller",
        sv: "Den personuppgiftsansvarige är en enhet, inte en ansvarig",
        da: "Den dataansvarlige er en enhed, ikke en ansvarlig",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("4(7)"), Provision::Gdpr("30(1)(a)")],
    why: Words {
        en: "In Sweden each board is the controller, never the office below it; a notice that names the office names nobody.",
        sv: "I Sverige är varje nämnd personuppgiftsansvarig, aldrig förvaltningen under den; den som bara anger förvaltningen anger ingen.",
        da: "I Sverige er hvert nævn dataansvarligt, aldrig forvaltningen under det; den, der kun nævner forvaltningen, nævner ingen.",
    },
    bad: "controller: office",
    good: "controller: board",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let municipality = &case.register.municipality;
    let in_sweden = municipality.country.as_ref().is_some_and(|country| country.code == "SE");
    let used = case.activities().filter_map(|activity| controller_of(case.register, activity));
    for controller in used.filter(|controller| in_sweden && is_office(&controller.name)) {
        findings.push(
            Finding::error(
                RULE.code,
                controller.name.at,
                say!(
                    en: "an office is not a controller",
                    sv: "en förvaltning är inte personuppgiftsansvarig",
                    da: "en forvaltning er ikke dataansvarlig",
                ),
            )
            .label(say!(
                en: "this is a unit below the board",
                sv: "det här är en enhet under nämnden",
                da: "dette er en enhed under nævnet",
            ))
            .help(say!(
                en: "name the board, such as `Barn- och utbildningsnämnden`, and move the office to `units:`",
                sv: "ange nämnden, till exempel `Barn- och utbildningsnämnden`, och flytta förvaltningen till `units:`",
                da: "angiv nævnet, for eksempel `Barn- och utbildningsnämnden`, og flyt forvaltningen til `units:`",
            )),
        );
    }
}

fn is_office(name: &Text) -> bool {
    let words = name.plain.iter().chain(name.by_lang.iter().map(|(_, words)| words));
    words.into_iter().any(|words| {
        let words = words.to_lowercase();
        ["förvaltning", "förvaltningen", "avdelning", "avdelningen", "enheten"]
            .iter()
            .any(|ending| words.ends_with(ending))
            || words.starts_with("respektive ")
            || words.contains("styrelsen i bolaget")
    })
}
