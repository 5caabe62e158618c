//! `transfers-missing`: nothing says whether data are transferred to third countries.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "transfers-missing",
    aliases: &["N-12"],
    title: Words {
        en: "Nothing is said about transfers",
        sv: "Inget sägs om överföringar",
        da: "Intet siges om overførsler",
    },
    level: Level::Info,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("13(1)(f)"), Provision::Gdpr("30(1)(e)")],
    why: Words {
        en: "That data stay in the EU and the EEA is worth saying; that they leave it must be said.",
        sv: "Att uppgifterna stannar i EU och EES är värt att säga; att de lämnar området måste sägas.",
        da: "At oplysningerne bliver i EU og EØS, er værd at sige; at de forlader området, skal siges.",
    },
    bad: "transfers: ~",
    good: "transfers: none",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let lacks = |activity: &Activity| activity.transfers.is_unwritten();
    let finding = |activity: &Activity, place| {
        RULE.found(
            place,
            say!(
                en: "`{id}` says nothing about transfers to third countries",
                sv: "`{id}` säger inget om överföring till tredjeland",
                da: "`{id}` siger intet om overførsel til tredjelande",
                id = activity.id,
            ),
        )
        .label(say!(en: "no `transfers`", sv: "`transfers` saknas", da: "`transfers` mangler"))
        .help(say!(
            en: "write `transfers:`, or `transfers: none`; if it is not known, `transfers: {{unknown: why}}`",
            sv: "skriv `transfers:`, eller `transfers: none`; är det inte känt, `transfers: {{unknown: varför}}`",
            da: "skriv `transfers:`, eller `transfers: none`; er det ukendt, `transfers: {{unknown: hvorfor}}`",
        ))
    };
    let none = |count: usize| {
        say!(
            en: "none of the {count} activities says anything about transfers to third countries",
            sv: "ingen av de {count} behandlingarna säger något om överföring till tredjeland",
            da: "ingen af de {count} behandlinger siger noget om overførsel til tredjelande",
            count = count,
        )
    };
    missing::report(case, (|_: &Activity| true, lacks), finding, none, findings);
}
