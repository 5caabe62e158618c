//! The items of Articles 13 and 14: their provisions, the parts of a notice that tell them, and the fields that are told.

use crate::language::form::Part;
use crate::model::activity::Activity;
use crate::model::keys;
use crate::model::municipality::Municipality;
use crate::model::purpose::BasisCode;
use crate::model::record::field;
use crate::register::facts::consent::rests_on_consent;
use crate::say::Words;

/// The record of a field.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner {
    /// `municipality.yaml`.
    Municipality,
    /// An activity.
    Activity,
}

/// An item that a notice must tell.
pub(super) struct Item {
    /// What must be told.
    pub what: Words,
    /// The provisions, with the data subject and from elsewhere.
    pub law: &'static [&'static str],
    /// The parts of a notice that tell it.
    pub parts: &'static [Part],
    /// The fields that are told.
    pub fields: &'static [(Owner, &'static str)],
    /// Whether other items are told in the same parts, so that their sentences need not be about this one.
    pub is_shared: bool,
    /// Whether the item applies to activities.
    pub applies: fn(&[&Activity]) -> bool,
}

/// The item applies to every notice.
fn always(_: &[&Activity]) -> bool {
    true
}

fn uses_interests(activities: &[&Activity]) -> bool {
    let is_interest = |code: Option<BasisCode>| code == Some(BasisCode::LegitimateInterests);
    activities.iter().any(|activity| activity.bases().any(|basis| is_interest(basis.code)))
}

fn uses_consent(activities: &[&Activity]) -> bool {
    activities.iter().any(|activity| rests_on_consent(activity))
}

fn may_transfer(activities: &[&Activity]) -> bool {
    activities.iter().any(|activity| !activity.transfers.none)
}

fn may_automate(activities: &[&Activity]) -> bool {
    activities.iter().any(|activity| !activity.automated.none)
}

const fn of_activity(field: &'static str) -> (Owner, &'static str) {
    (Owner::Activity, field)
}

const fn of_municipality(field: &'static str) -> (Owner, &'static str) {
    (Owner::Municipality, field)
}

/// The items, in the order of Article 13.
pub(super) const ITEMS: &[Item] = &[
    Item {
        what: Words {
            en: "Who is the controller, and the contact details",
            sv: "Vem som är personuppgiftsansvarig, med kontaktuppgifter",
            da: "Hvem der er dataansvarlig, med kontaktoplysninger",
        },
        law: &["13(1)(a)", "14(1)(a)"],
        parts: &[Part::Controller, Part::Contact],
        fields: &[
            of_municipality(field!(Municipality, controllers)),
            of_activity(field!(Activity, controller)),
            of_activity(field!(Activity, controllers)),
            of_activity(field!(Activity, joint)),
            of_activity(keys::CONTACT),
        ],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words { en: "The data protection officer", sv: "Dataskyddsombudet", da: "Databeskyttelsesrådgiveren" },
        law: &["13(1)(b)", "14(1)(b)"],
        parts: &[Part::Officer],
        fields: &[of_municipality(field!(Municipality, officers))],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words {
            en: "The purposes and the legal basis",
            sv: "Ändamålen och den rättsliga grunden",
            da: "Formålene og retsgrundlaget",
        },
        law: &["13(1)(c)", "14(1)(c)"],
        parts: &[Part::Purposes, Part::Bases],
        fields: &[
            of_activity(field!(Activity, purposes)),
            of_activity(field!(Activity, basis)),
            of_activity(field!(Activity, law)),
        ],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words { en: "The legitimate interests", sv: "De berättigade intressena", da: "De legitime interesser" },
        law: &["13(1)(d)", "14(2)(b)"],
        parts: &[Part::Purposes, Part::Bases],
        fields: &[of_activity(field!(Activity, basis))],
        is_shared: true,
        applies: uses_interests,
    },
    Item {
        what: Words {
            en: "The categories of data",
            sv: "Kategorierna av uppgifter",
            da: "Kategorierne af oplysninger",
        },
        law: &["14(1)(d)"],
        parts: &[Part::Data],
        fields: &[of_activity(field!(Activity, data))],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words { en: "The recipients", sv: "Mottagarna", da: "Modtagerne" },
        law: &["13(1)(e)", "14(1)(e)"],
        parts: &[Part::Recipients, Part::Processors],
        fields: &[of_activity(keys::RECIPIENTS), of_activity(keys::PROCESSORS), of_activity(keys::SYSTEMS)],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words {
            en: "Transfers to third countries, and their safeguards",
            sv: "Överföringar till tredjeland, med skyddsåtgärder",
            da: "Overførsler til tredjelande, med garantier",
        },
        law: &["13(1)(f)", "14(1)(f)"],
        parts: &[Part::Transfers],
        fields: &[of_activity(field!(Activity, transfers))],
        is_shared: false,
        applies: may_transfer,
    },
    Item {
        what: Words {
            en: "How long the data are kept",
            sv: "Hur länge uppgifterna sparas",
            da: "Hvor længe oplysningerne opbevares",
        },
        law: &["13(2)(a)", "14(2)(a)"],
        parts: &[Part::Retention],
        fields: &[of_activity(field!(Activity, retention))],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words { en: "The rights", sv: "Rättigheterna", da: "Rettighederne" },
        law: &["13(2)(b)", "14(2)(c)", "21(4)"],
        parts: &[Part::Objection, Part::Rights],
        fields: &[of_municipality(keys::RIGHTS), of_activity(keys::RIGHTS)],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words {
            en: "That consent can be withdrawn",
            sv: "Att samtycke kan återkallas",
            da: "At samtykke kan trækkes tilbage",
        },
        law: &["13(2)(c)", "14(2)(d)"],
        parts: &[Part::Consent],
        fields: &[of_activity(field!(Activity, consent))],
        is_shared: false,
        applies: uses_consent,
    },
    Item {
        what: Words {
            en: "The right to complain to a supervisory authority",
            sv: "Rätten att klaga till tillsynsmyndigheten",
            da: "Retten til at klage til tilsynsmyndigheden",
        },
        law: &["13(2)(d)", "14(2)(e)"],
        parts: &[Part::Complaint],
        fields: &[of_municipality(field!(Municipality, complaint))],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words {
            en: "Whether the data must be given, and what follows if not",
            sv: "Om uppgifterna måste lämnas, och vad som annars händer",
            da: "Om oplysningerne skal gives, og hvad der ellers sker",
        },
        law: &["13(2)(e)"],
        parts: &[Part::Obligation],
        fields: &[of_activity(field!(Activity, obligation))],
        is_shared: false,
        applies: always,
    },
    Item {
        what: Words {
            en: "Automated decisions, their logic and what they mean",
            sv: "Automatiserade beslut, logiken bakom och följderna",
            da: "Automatiske afgørelser, logikken bag og følgerne",
        },
        law: &["13(2)(f)", "14(2)(g)"],
        parts: &[Part::Automated],
        fields: &[of_activity(field!(Activity, automated))],
        is_shared: false,
        applies: may_automate,
    },
    Item {
        what: Words {
            en: "Where the data come from",
            sv: "Varifrån uppgifterna kommer",
            da: "Hvor oplysningerne kommer fra",
        },
        law: &["14(2)(f)"],
        parts: &[Part::Sources],
        fields: &[of_activity(keys::SOURCES)],
        is_shared: false,
        applies: always,
    },
];
