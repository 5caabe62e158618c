//! `purpose-missing`: no purpose is stated.

use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "purpose-missing",
    aliases: &["A30-04", "N-04"],
    title: Words { en: "No purpose is stated", sv: "Inget ändamål är angivet", da: "Intet formål er angivet" },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("5(1)(b)"), Provision::Gdpr("30(1)(b)"), Provision::Gdpr("13(1)(c)")],
    why: Words {
        en: "Without a purpose nobody can judge whether the processing is lawful.",
        sv: "Utan ett ändamål kan ingen bedöma om behandlingen är laglig.",
        da: "Uden et formål kan ingen vurdere, om behandlingen er lovlig.",
    },
    bad: "purposes: ~",
    good: "purposes: [decide on applications]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in case.activities().filter(|activity| {
        activity.purposes.is_unwritten() && !case.has_parts(activity) && !activity.is_processing_for_others()
    }) {
        findings.push(
            Finding::error(
                RULE.code,
                activity.id.at,
                say!(
                    en: "`{id}` states no purpose",
                    sv: "`{id}` anger inget ändamål",
                    da: "`{id}` angiver intet formål",
                    id = activity.id,
                ),
            )
            .label(IN_THIS_ACTIVITY)
            .help(say!(
                en: "write `purposes:` with at least one purpose; if it is not known, `purposes: {{unknown: why}}`",
                sv: "skriv `purposes:` med minst ett ändamål; är det inte känt, `purposes: {{unknown: varför}}`",
                da: "skriv `purposes:` med mindst ét formål; er det ukendt, `purposes: {{unknown: hvorfor}}`",
            )),
        );
    }
}
