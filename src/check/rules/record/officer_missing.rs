//! `officer-missing`: the data protection officer or its contact is not stated.

use std::collections::BTreeSet;

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::Id;
use crate::model::organisation::{Contact, Controller};
use crate::register::facts::responsible::{controller_ids_of, is_authority, officer_for};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "officer-missing",
    aliases: &["A30-03", "N-02"],
    title: Words {
        en: "The data protection officer or its contact is not stated",
        sv: "Dataskyddsombudet eller dess kontaktuppgifter är inte angivna",
        da: "Databeskyttelsesrådgiveren eller dennes kontaktoplysninger er ikke angivet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[
        Provision::Gdpr("37(1)(a)"),
        Provision::Gdpr("37(7)"),
        Provision::Gdpr("13(1)(b)"),
        Provision::Gdpr("30(1)(a)"),
    ],
    why: Words {
        en: "Every public authority has a data protection officer, and the person must be able to reach it.",
        sv: "Varje myndighet har ett dataskyddsombud, och den registrerade ska kunna nå det.",
        da: "Enhver myndighed har en databeskyttelsesrådgiver, og den registrerede skal kunne kontakte denne.",
    },
    bad: "controller: without-officer",
    good: "controller: board",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    // A company may have none, for a reason.
    let must_name = |controller: &Controller| is_authority(controller) || controller.without_officer.is_none();
    let lacks = |controller: &Controller| officer_for(case.register, Some(controller)).is_unwritten();
    let used: BTreeSet<&Id> =
        case.activities().flat_map(|activity| controller_ids_of(case.register, activity)).collect();
    let all = &case.register.municipality.controllers;
    let without: Vec<(&Id, &Controller)> =
        all.iter().filter(|(id, controller)| used.contains(id) && must_name(controller) && lacks(controller)).collect();
    if without.iter().any(|(_, controller)| controller.without_officer.is_none()) {
        findings.push(unnamed(case.register.municipality.at));
    }
    for (id, _) in without.iter().filter(|(_, controller)| controller.without_officer.is_some()) {
        findings.push(renounced(id));
    }
    for (id, _) in
        case.register.municipality.officers.iter().filter(|(_, officer)| officer.contact == Contact::default())
    {
        findings.push(
            Finding::error(RULE.code, id.at, say!(
                en: "the data protection officer `{id}` cannot be reached",
                sv: "kontaktuppgifter saknas för dataskyddsombudet `{id}`",
                da: "kontaktoplysninger mangler for databeskyttelsesrådgiveren `{id}`",
            ))
                .label(say!(en: "no contact", sv: "kontaktuppgifter saknas", da: "kontaktoplysninger mangler"))
                .help(say!(
                    en: "write `contact:` with a telephone number or a shared mailbox; if it is not known, `contact: {{unknown: why}}`",
                    sv: "skriv `contact:` med ett telefonnummer eller en funktionsbrevlåda; är det inte känt, `contact: {{unknown: varför}}`",
                    da: "skriv `contact:` med et telefonnummer eller en fælles postkasse; er det ukendt, `contact: {{unknown: hvorfor}}`",
                )),
        );
    }
}

/// The finding where nothing is said of an officer.
fn unnamed(municipality: Place) -> Finding {
    let message = say!(
        en: "no data protection officer is stated",
        sv: "inget dataskyddsombud är angivet",
        da: "der er ikke angivet nogen databeskyttelsesrådgiver",
    );
    Finding::error(RULE.code, municipality, message)
        .label(say!(en: "in this municipality", sv: "i den här kommunen", da: "i denne kommune"))
        .help(say!(
            en: "write `officers:` with a contact, and `officer:`; if there is none to name, `officer: {{unknown: why}}`",
            sv: "skriv `officers:` med kontaktuppgifter, och `officer:`; finns det inget att ange, `officer: {{unknown: varför}}`",
            da: "skriv `officers:` med kontaktoplysninger, og `officer:`; er der ingen at angive, `officer: {{unknown: hvorfor}}`",
        ))
}

/// The finding for a public authority that says why it has no officer.
fn renounced(controller: &Id) -> Finding {
    let message = say!(
        en: "the authority `{controller}` says that it has no data protection officer",
        sv: "myndigheten `{controller}` anger att den inte har något dataskyddsombud",
        da: "myndigheden `{controller}` angiver, at den ikke har nogen databeskyttelsesrådgiver",
    );
    Finding::error(RULE.code, controller.at, message)
        .label(say!(
            en: "every public authority must have one",
            sv: "varje myndighet ska ha ett",
            da: "enhver myndighed skal have en",
        ))
        .help(say!(
            en: "write the `officer:` of this controller; until it has one, `ropa check --accept` records the reason and the last day",
            sv: "skriv `officer:` för den här personuppgiftsansvarige; tills det finns ett ombud antecknar `ropa check --accept` skälet och sista dagen",
            da: "skriv `officer:` for denne dataansvarlige; indtil der er en rådgiver, noterer `ropa check --accept` grunden og den sidste dag",
        ))
}
