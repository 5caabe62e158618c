//! `owner-missing`: an activity has no owner.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::register::facts::responsible::unit_id_of;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "owner-missing",
    aliases: &["G-02"],
    title: Words {
        en: "Nobody answers for an activity",
        sv: "Ingen ansvarar för en behandling",
        da: "Ingen er ansvarlig for en behandling",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("5(2)"), Provision::Gdpr("24(1)")],
    why: Words {
        en: "Without an owner, nobody keeps the record up to date.",
        sv: "Utan en ansvarig är det ingen som håller uppgifterna aktuella.",
        da: "Uden en ansvarlig er der ingen, der holder oplysningerne ajour.",
    },
    bad: "unit: ~\nadministration:\n  process: \"3.2.1\"\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| {
        unit_id_of(case.register, activity).is_none() && missing::without(activity, |own| !own.owner.is_unwritten())
    };
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "neither an owner nor a unit answers for this activity",
                sv: "varken ägare eller enhet ansvarar för behandlingen",
                da: "hverken ejer eller enhed er ansvarlig for behandlingen",
            ),
        )
        .label(say!(en: "no `unit`, no `owner`", sv: "varken `unit` eller `owner`", da: "hverken `unit` eller `owner`"))
        .help(say!(
            en: "write `unit:`, or `administration: {{owner: <role>}}`",
            sv: "skriv `unit:`, eller `administration: {{owner: <roll>}}`",
            da: "skriv `unit:`, eller `administration: {{owner: <rolle>}}`",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities has an owner or a unit",
            sv: "ingen av de {count} behandlingarna har en ägare eller enhet",
            da: "ingen af de {count} behandlinger har en ejer eller enhed",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}
