//! `obligation-missing`: whether data must be provided is not stated.

use crate::check::origin;
use crate::check::provision::Provision;
use crate::check::rule::{Case, IN_THIS_ACTIVITY, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::model::activity::Activity;
use crate::say;
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
    let silent = |activity: &&Activity| activity.obligation.is_unwritten() && !activity.is_processing_for_others();
    for activity in case.activities().filter(silent).filter(|activity| may_ask_the_person(activity)) {
        findings.push(
            Finding::warning(RULE.code, activity.id.at, say!(
                en: "`{id}` does not say whether the person must provide the data",
                sv: "`{id}` anger inte om den registrerade måste lämna uppgifterna",
                da: "`{id}` angiver ikke, om den registrerede skal give oplysningerne",
                id = activity.id,
            ))
                .label(IN_THIS_ACTIVITY)
                .help(say!(
                    en: "write `obligation:`, such as `{{kind: needed, consequence: …}}`; if it is not known, `obligation: {{unknown: why}}`",
                    sv: "skriv `obligation:`, till exempel `{{kind: needed, consequence: …}}`; är det inte känt, `obligation: {{unknown: varför}}`",
                    da: "skriv `obligation:`, for eksempel `{{kind: needed, consequence: …}}`; er det ukendt, `obligation: {{unknown: hvorfor}}`",
                )),
        );
    }
}

/// Whether the person may be asked for data: unless every source is known to be somebody else (Article 13(2)(e)).
fn may_ask_the_person(activity: &Activity) -> bool {
    let is_told = !activity.sources.items.is_empty() && activity.sources.gaps.is_empty();
    !is_told || origin::of(activity).any(|source| origin::is_the_person(source, activity) != Some(false))
}
