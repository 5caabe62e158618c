//! `controller-missing`: the controller or its contact is not stated.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::organisation::Contact;
use crate::register::facts::responsible::controller_of;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "controller-missing",
    aliases: &["A30-01", "N-01"],
    title: Words {
        en: "The controller or its contact is not stated",
        sv: "Den personuppgiftsansvarige eller dess kontaktuppgifter är inte angivna",
        da: "Den dataansvarlige eller dennes kontaktoplysninger er ikke angivet",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("13(1)(a)"), Provision::Gdpr("30(1)(a)")],
    why: Words {
        en: "The person must know who is responsible and how to reach them.",
        sv: "Den registrerade ska veta vem som ansvarar och hur man når den.",
        da: "Den registrerede skal vide, hvem der er ansvarlig, og hvordan vedkommende kontaktes.",
    },
    bad: "controller: ~",
    good: "controller: board",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| controller_of(case.register, activity).is_none()) {
        findings.push(
            Finding::error(
                RULE.code,
                activity.id.at,
                say!(
                    en: "`{id}` has no controller",
                    sv: "`{id}` har ingen personuppgiftsansvarig",
                    da: "`{id}` har ingen dataansvarlig",
                    id = activity.id,
                ),
            )
            .label(IN_THIS_ACTIVITY)
            .help(say!(
                en: "write `controller:` here, or the usual one once in municipality.yaml",
                sv: "skriv `controller:` här, eller den vanliga en gång i municipality.yaml",
                da: "skriv `controller:` her, eller den sædvanlige én gang i municipality.yaml",
            )),
        );
    }
    let municipality = &case.register.municipality;
    for (id, controller) in municipality.controllers.iter() {
        if !is_reachable(&controller.contact) && !is_reachable(&municipality.contact) {
            findings.push(
                Finding::error(RULE.code, id.at, say!(
                    en: "the controller `{id}` cannot be reached",
                    sv: "kontaktuppgifter saknas för den personuppgiftsansvarige `{id}`",
                    da: "kontaktoplysninger mangler for den dataansvarlige `{id}`",
                ))
                    .label(say!(
                        en: "no contact here or in the municipality",
                        sv: "kontaktuppgifter saknas här och i kommunen",
                        da: "kontaktoplysninger mangler her og i kommunen",
                    ))
                    .help(say!(
                        en: "write `contact:` with an address, a telephone number or a mailbox; if it is not known, `contact: {{unknown: why}}`",
                        sv: "skriv `contact:` med en adress, ett telefonnummer eller en brevlåda; är det inte känt, `contact: {{unknown: varför}}`",
                        da: "skriv `contact:` med en adresse, et telefonnummer eller en postkasse; er det ukendt, `contact: {{unknown: hvorfor}}`",
                    )),
            );
        }
    }
}

fn is_reachable(contact: &Contact) -> bool {
    *contact != Contact::default()
}
