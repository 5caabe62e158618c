//! `purpose-missing`: no purpose is stated.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "purpose-missing",
    aliases: &["A30-04"],
    title: Words { en: "No purpose is stated", sv: "Inget ändamål är angivet", da: "Intet formål er angivet" },
    level: Level::Error,
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
            Finding::error(RULE.code, activity.id.at, format!("`{}` states no purpose", activity.id))
                .label("in this activity")
                .help("write `purposes:` with at least one purpose; if it is not known, `purposes: {unknown: why}`"),
        );
    }
}
