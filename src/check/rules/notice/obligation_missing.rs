//! `obligation-missing`: whether data must be provided is not stated.

use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "obligation-missing",
    aliases: &["N-21"],
    title: Words {
        en: "Whether data must be provided is not stated",
        sv: "Om uppgifterna måste lämnas är inte angivet",
        da: "Om oplysningerne skal gives, er ikke angivet",
    },
    level: Level::Warning,
    law: &[Provision::Gdpr("13(2)(e)")],
    why: Words {
        en: "Who is asked for data must learn whether they have to give them, and what follows if not.",
        sv: "Den som blir ombedd att lämna uppgifter ska få veta om det krävs och vad som annars händer.",
        da: "Den, der bedes om oplysninger, skal vide, om det kræves, og hvad der ellers sker.",
    },
    bad: "obligation: ~",
    good: "obligation: voluntary",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for activity in
        case.activities().filter(|activity| activity.obligation.is_unwritten() && !activity.is_processing_for_others())
    {
        findings.push(
            Finding::warning(RULE.code, activity.id.at, format!("`{}` does not say whether the person must provide the data", activity.id))
                .label("in this activity")
                .help("write `obligation:`, such as `{kind: needed, consequence: …}`; if it is not known, `obligation: {unknown: why}`"),
        );
    }
}
