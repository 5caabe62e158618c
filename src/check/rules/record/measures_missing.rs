//! `measures-missing`: no security measure is described.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "measures-missing",
    aliases: &["A30-12", "D-06"],
    title: Words {
        en: "No security measure is described",
        sv: "Inga säkerhetsåtgärder är beskrivna",
        da: "Ingen sikkerhedsforanstaltninger er beskrevet",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("30(1)(g)"), Provision::Gdpr("30(2)(d)"), Provision::Gdpr("32(1)")],
    why: Words {
        en: "The record must describe, where possible, how the data are protected; the description stays internal.",
        sv: "Registret ska om möjligt beskriva hur uppgifterna skyddas; beskrivningen är intern.",
        da: "Fortegnelsen skal om muligt beskrive, hvordan oplysningerne beskyttes; beskrivelsen er intern.",
    },
    bad: "measures: ~",
    good: "measures: [inloggning med två faktorer]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let concerns = |_: &Activity| true;
    let lacks = |activity: &Activity| activity.measures.is_unwritten();
    let finding = |_: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "this activity says nothing on how the data are protected",
                sv: "behandlingen säger inget om hur uppgifterna skyddas",
                da: "behandlingen siger intet om, hvordan oplysningerne beskyttes",
            ),
        )
        .label(say!(en: "no `measures`", sv: "`measures` saknas", da: "`measures` mangler"))
        .help(say!(
            en: "write `measures:` with ids or words, such as `[inloggning med två faktorer]`; if it is not known, `measures: {{unknown: why}}`",
            sv: "skriv `measures:` med id eller ord, till exempel `[inloggning med två faktorer]`; är det inte känt, `measures: {{unknown: varför}}`",
            da: "skriv `measures:` med id eller ord, for eksempel `[login med to faktorer]`; er det ukendt, `measures: {{unknown: hvorfor}}`",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities says how the data are protected",
            sv: "ingen av de {count} behandlingarna säger hur uppgifterna skyddas",
            da: "ingen af de {count} behandlinger siger, hvordan oplysningerne beskyttes",
            count = count,
        )
    };
    missing::report(case, (concerns, lacks), finding, none, findings);
    let services = case.activities().filter(|activity| activity.is_processing_for_others());
    for activity in services.filter(|activity| lacks(activity) && !case.has_parts(activity)) {
        findings.push(finding(activity, activity.id.at));
    }
}
