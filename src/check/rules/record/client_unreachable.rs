//! `client-unreachable`: a processor does not know how to reach a controller that it serves.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::organisation::Contact;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "client-unreachable",
    aliases: &[],
    title: Words {
        en: "A controller that is served has no contact details",
        sv: "En uppdragsgivare saknar kontaktuppgifter",
        da: "En ordregiver mangler kontaktoplysninger",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("30(2)(a)")],
    why: Words {
        en: "The processor’s record has the name and contact details of each controller on whose behalf it acts.",
        sv: "Biträdets register ska innehålla namn och kontaktuppgifter för varje personuppgiftsansvarig som det arbetar åt.",
        da: "Databehandlerens fortegnelse skal indeholde navn og kontaktoplysninger for hver dataansvarlig, som den handler for.",
    },
    bad: "record: processor\non-behalf-of: [{name: Grannkommunen}]\nservices: [storage]",
    good: "record: processor\non-behalf-of: [{name: Grannkommunen, contact: {email: info@example.org}}]\nservices: [storage]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let clients = case
        .activities()
        .filter(|activity| activity.is_processing_for_others())
        .flat_map(|activity| &activity.on_behalf_of);
    for client in clients.filter(|client| is_empty(&client.contact)) {
        findings.push(
            RULE.found(
                client.at,
                say!(
                    en: "this controller has no contact details",
                    sv: "uppdragsgivaren saknar kontaktuppgifter",
                    da: "ordregiveren mangler kontaktoplysninger",
                ),
            )
            .label(say!(en: "no `contact`", sv: "`contact` saknas", da: "`contact` mangler"))
            .help(say!(
                en: "write `contact:`; if it is not known, `contact: {{unknown: why}}`",
                sv: "skriv `contact:`; är det inte känt, `contact: {{unknown: varför}}`",
                da: "skriv `contact:`; er det ukendt, `contact: {{unknown: hvorfor}}`",
            )),
        );
    }
}

/// Whether a contact has no channel, nor a reason why none is known.
fn is_empty(contact: &Contact) -> bool {
    *contact == Contact::default()
}
