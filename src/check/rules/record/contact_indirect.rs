//! `contact-indirect`: a controller can be reached only by what a channel says in words.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::organisation::Contact;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "contact-indirect",
    aliases: &[],
    title: Words {
        en: "A controller has no address, telephone number, mailbox or page, only a channel in words",
        sv: "En personuppgiftsansvarig har ingen adress, telefon, e-post eller webbsida, bara en kontaktväg i ord",
        da: "En dataansvarlig har ingen adresse, telefon, mail eller side, kun en kontaktmulighed i ord",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(1)(a)")],
    why: Words {
        en: "A person must be able to reach the controller with what the notice says.",
        sv: "Den registrerade ska kunna nå den personuppgiftsansvarige med det som informationen anger.",
        da: "Den registrerede skal kunne nå den dataansvarlige med det, som oplysningerne siger.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let municipality = &case.register.municipality;
    let own = municipality.controllers.iter().map(|(_, controller)| &controller.contact);
    let takes_over = own.clone().any(|contact| *contact == Contact::default());
    let shared = takes_over.then_some(&municipality.contact);
    for contact in own.chain(shared).filter(|contact| is_indirect(contact)) {
        let message = say!(
            en: "the controller can be reached only through `channel:`",
            sv: "den personuppgiftsansvarige kan bara nås genom `channel:`",
            da: "den dataansvarlige kan kun nås gennem `channel:`",
        );
        let label = say!(
            en: "no address, number, mailbox or page",
            sv: "ingen adress, inget nummer, ingen brevlåda, ingen sida",
            da: "ingen adresse, intet nummer, ingen postkasse, ingen side",
        );
        let help = say!(
            en: "write `post:`, `phone:`, `email:` or `web:` beside it",
            sv: "skriv `post:`, `phone:`, `email:` eller `web:` bredvid",
            da: "skriv `post:`, `phone:`, `email:` eller `web:` ved siden af",
        );
        findings.push(RULE.found(contact.at, message).field(field!(Contact, channel)).label(label).help(help));
    }
}

/// Whether a contact has a channel in words and nothing else.
fn is_indirect(contact: &Contact) -> bool {
    let Contact { post, visit, phone, email, channel, web, unknown, at: _ } = contact;
    let has_address = post.value().is_some() || visit.value().is_some() || phone.is_some() || email.is_some();
    channel.value().is_some() && !has_address && web.is_none() && unknown.is_none()
}
