//! `automated-unsaid`: an activity does not say whether decisions are automated.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "automated-unsaid",
    aliases: &["N-23"],
    title: Words {
        en: "An activity does not say whether decisions are automated",
        sv: "En behandling säger inte om beslut fattas automatiserat",
        da: "En behandling siger ikke, om der træffes automatiske afgørelser",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(2)(f)"), Provision::Gdpr("14(2)(g)")],
    why: Words {
        en: "A person who asks whether a machine decides gets no answer from silence.",
        sv: "Den som undrar om en maskin fattar beslutet får inget svar av tystnad.",
        da: "Den, der vil vide, om en maskine træffer afgørelsen, får intet svar af tavshed.",
    },
    bad: "automated: ~",
    good: "automated: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| is_silent(activity) && case.register.whole_of(activity).is_none_or(is_silent);
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "this activity does not say whether decisions are automated",
                sv: "behandlingen säger inte om beslut fattas automatiserat",
                da: "behandlingen siger ikke, om der træffes automatiske afgørelser",
            ),
        )
        .label(say!(en: "no `automated`", sv: "`automated` saknas", da: "`automated` mangler"))
        .help(say!(
            en: "write `automated: none`, or describe the decision",
            sv: "skriv `automated: none`, eller beskriv beslutet",
            da: "skriv `automated: none`, eller beskriv afgørelsen",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities says whether decisions are automated",
            sv: "ingen av de {count} behandlingarna säger om beslut fattas automatiserat",
            da: "ingen af de {count} behandlinger siger, om der træffes automatiske afgørelser",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
}

fn is_silent(activity: &Activity) -> bool {
    activity.automated.is_unwritten()
}
