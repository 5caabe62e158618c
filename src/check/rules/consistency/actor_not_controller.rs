//! `actor-not-controller`: a text names an office as the actor, but the controller is a board or the municipality.

use crate::check::rule::{Case, Rule};
use crate::check::wording::Wording;
use crate::finding::{Findings, Level};
use crate::law::phrase;
use crate::law::provision::Provision;
use crate::model::organisation::{Controller, LegalForm};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "actor-not-controller",
    aliases: &["C-28"],
    title: Words {
        en: "A text lets an office act where a board is the controller",
        sv: "En text låter en förvaltning eller skola stå för det som nämnden ansvarar för",
        da: "En tekst lader en forvaltning eller skole stå for det, som den dataansvarlige svarer for",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("4(7)"), Provision::Gdpr("13(1)(a)")],
    why: Words {
        en: "The reader must see who answers for the processing: the controller, not the office that carries it out.",
        sv: "Läsaren ska se vem som ansvarar för behandlingen: den personuppgiftsansvarige, inte förvaltningen som utför den.",
        da: "Læseren skal kunne se, hvem der er ansvarlig for behandlingen: den dataansvarlige, ikke forvaltningen, som udfører den.",
    },
    bad: "remarks: [Förvaltningen behandlar uppgifterna för att planera resorna.]",
    good: "remarks: [Vi behandlar uppgifterna för att planera resorna.]",
    check,
};

static WORDING: Wording = Wording {
    rule: &RULE,
    kind: phrase::Kind::ActorNotController,
    rooms: &[],
    label: Words { en: "not the controller", sv: "inte personuppgiftsansvarig", da: "ikke den dataansvarlige" },
    help: Words {
        en: "write the name of the controller, or `vi`",
        sv: "skriv nämndens namn, eller ”vi”",
        da: "skriv den dataansvarliges navn, eller ”vi”",
    },
};

fn check(case: &Case, findings: &mut Findings) {
    WORDING.report(case, findings, |_, found| {
        let boards = case.register.municipality.controllers.iter().any(|(_, controller)| is_board(controller));
        let message = say!(
            en: "`{found}` names an office, but the controller is the board or the municipality",
            sv: "`{found}` pekar ut en förvaltning eller skola, men nämnden är personuppgiftsansvarig",
            da: "`{found}` peger på en forvaltning eller skole, men den dataansvarlige er kommunen",
            found = found,
        );
        (boards).then(|| message.into())
    });
}

/// Whether the controller is a board or the municipality, for which an office below it can be mistaken.
fn is_board(controller: &Controller) -> bool {
    matches!(
        controller.form,
        Some(LegalForm::Board | LegalForm::ExecutiveBoard | LegalForm::JointBoard | LegalForm::Municipality)
    )
}
