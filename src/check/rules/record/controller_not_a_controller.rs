//! `controller-not-a-controller`: the controller is a unit that cannot be a controller.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::Text;
use crate::model::organisation::Controller;
use crate::register::facts::responsible::controllers_of;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "controller-not-a-controller",
    aliases: &["A30-02"],
    title: Words {
        en: "The controller is a unit, not a controller",
        sv: "Den personuppgiftsansvarige är en enhet, inte en ansvarig",
        da: "Den dataansvarlige er en enhed, ikke en ansvarlig",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("4(7)"), Provision::Gdpr("30(1)(a)")],
    why: Words {
        en: "In Sweden each board is the controller, never the office below it; a notice that names the office names nobody.",
        sv: "I Sverige är varje nämnd personuppgiftsansvarig, aldrig förvaltningen under den; den som bara anger förvaltningen anger ingen.",
        da: "I Sverige er hver nævn dataansvarlig, aldrig forvaltningen under den; den, der kun nævner forvaltningen, nævner ingen.",
    },
    bad: "controller: office",
    good: "controller: board",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_known = matches!(case.country(), "SE" | "DK");
    let used = case.activities().flat_map(|activity| controllers_of(case.register, activity));
    for controller in
        used.filter(|controller| is_known && (is_office(&controller.name) || names_no_board(&controller.name)))
    {
        if names_no_board(&controller.name) {
            findings.push(unnamed(controller));
            continue;
        }
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
                da: "dette er en del af kommunen",
            ))
            .help(say!(
                en: "name the board, such as `Barn- och utbildningsnämnden`, and move the office to `units:`",
                sv: "ange nämnden, till exempel `Barn- och utbildningsnämnden`, och flytta förvaltningen till `units:`",
                da: "angiv kommunen, i Sverige nævnet, og flyt forvaltningen til `units:`",
            )),
        );
    }
}

fn is_office(name: &Text) -> bool {
    name.words().any(|words| {
        let words = words.to_lowercase();
        [
            "förvaltning",
            "förvaltningen",
            "avdelning",
            "avdelningen",
            "enheten",
            "forvaltning",
            "forvaltningen",
            "afdeling",
            "afdelingen",
        ]
        .iter()
        .any(|ending| words.ends_with(ending))
    })
}

/// Whether the name does not identify a board: “respektive nämnd”, “styrelsen i bolaget”.
fn names_no_board(name: &Text) -> bool {
    name.words().any(|words| {
        let words = words.to_lowercase();
        words.starts_with("respektive ") || words.contains("styrelsen i bolaget")
    })
}

fn unnamed(controller: &Controller) -> Finding {
    RULE.found(
        controller.name.at,
        say!(
            en: "no particular board is named as controller",
            sv: "ingen bestämd nämnd anges som personuppgiftsansvarig",
            da: "der er ikke angivet et bestemt nævn som dataansvarlig",
        ),
    )
    .label(say!(en: "which one?", sv: "vilken?", da: "hvilken?"))
    .help(say!(
        en: "enter each board in `controllers:`, and name the one that is responsible in each activity",
        sv: "för in varje nämnd i `controllers:`, och ange i varje behandling vilken som är ansvarig",
        da: "angiv hvert nævn i `controllers:`, og skriv i hver behandling, hvilken der er ansvarlig",
    ))
}
