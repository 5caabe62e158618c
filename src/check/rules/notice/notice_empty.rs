//! `notice-empty`: a notice covers no activities.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "notice-empty",
    aliases: &["N-40"],
    title: Words {
        en: "A notice covers nothing",
        sv: "En information omfattar ingenting",
        da: "En oplysning omfatter intet",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13"), Provision::Gdpr("14")],
    why: Words {
        en: "A notice without activities and texts tells the reader nothing about any processing.",
        sv: "En information utan behandlingar och texter säger inget till läsaren.",
        da: "En oplysning uden behandlinger og tekster siger intet til læseren.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for notice in case
        .register
        .notices
        .values()
        .filter(|notice| notice.activities.items.is_empty() && notice.texts.items.is_empty())
    {
        findings.push(
            Finding::warning(
                RULE.code,
                notice.id.at,
                say!(
                    en: "the notice `{id}` covers no activity",
                    sv: "informationen `{id}` omfattar ingen behandling",
                    da: "oplysningen `{id}` omfatter ingen behandling",
                    id = notice.id,
                ),
            )
            .label(say!(en: "in this notice", sv: "i den här informationen", da: "i denne oplysning"))
            .help(say!(
                en: "write `activities:` with the ids of the activities",
                sv: "skriv `activities:` med behandlingarnas id",
                da: "skriv `activities:` med behandlingernes id",
            )),
        );
    }
}
