//! `system-missing`: an activity neither names a system nor says that it is manual.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "system-missing",
    aliases: &["A30-18"],
    title: Words {
        en: "An activity names no system and does not say that it is done by hand",
        sv: "En behandling nämner inget system och säger inte att den görs manuellt",
        da: "En behandling nævner intet system og siger ikke, at den sker manuelt",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("30(1)")],
    why: Words {
        en: "Who looks for the data, in an incident or a request, must know in which system they are.",
        sv: "Den som söker uppgifterna, vid en incident eller en begäran, måste veta i vilket system de finns.",
        da: "Den, der leder efter oplysningerne ved et brud eller en anmodning, skal vide, i hvilket system de findes.",
    },
    bad: "systems: ~",
    good: "systems: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| {
        let of_processors = activity.processors.iter().all(|used| used.systems.is_unwritten());
        activity.systems.is_unwritten() && of_processors
    };
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "this activity names no system",
                sv: "behandlingen nämner inget system",
                da: "behandlingen nævner intet system",
            ),
        )
        .label(say!(en: "no `systems`", sv: "`systems` saknas", da: "`systems` mangler"))
        .help(say!(
            en: "write `systems:` with their ids, or `systems: none` when it is done by hand",
            sv: "skriv `systems:` med deras id, eller `systems: none` om det görs manuellt",
            da: "skriv `systems:` med deres id, eller `systems: none`, hvis det sker manuelt",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities names a system",
            sv: "ingen av de {count} behandlingarna nämner ett system",
            da: "ingen af de {count} behandlinger nævner et system",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}
