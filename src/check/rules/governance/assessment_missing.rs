//! `assessment-missing`: an impact assessment is required, and none is registered.

use crate::check::lack;
use crate::check::provision::Provision;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::model::administration::Assessment;
use crate::say;
use crate::say::Words;

/// The rule.
pub static RULE: Rule = Rule {
    code: "assessment-missing",
    aliases: &["D-01"],
    title: Words {
        en: "An impact assessment is required, and none is registered",
        sv: "En konsekvensbedömning krävs, men ingen är registrerad",
        da: "En konsekvensanalyse er påkrævet, men ingen er registreret",
    },
    level: Level::Error,
    law: &[Provision::Gdpr("35(1)")],
    why: Words {
        en: "Processing that is likely to result in a high risk may not begin without an impact assessment.",
        sv: "En behandling som sannolikt leder till en hög risk får inte börja utan konsekvensbedömning.",
        da: "En behandling, der sandsynligvis indebærer en høj risiko, må ikke begynde uden konsekvensanalyse.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: dnr 2026/4, date: 2026-02-01, advice: tillstyrks}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    for assessment in assessments(case) {
        let is_required = match assessment.required.value() {
            Some(required) => required.0,
            None => assessment.required.is_unwritten() && assessment.criteria.items.len() > 1,
        };
        if is_required && assessment.reference.is_none() && assessment.date.is_none() {
            findings.push(
                RULE.found(
                    assessment.at,
                    say!(
                        en: "an impact assessment is required, but none is registered",
                        sv: "en konsekvensbedömning krävs, men ingen är registrerad",
                        da: "en konsekvensanalyse er påkrævet, men ingen er registreret",
                    ),
                )
                .label(say!(
                    en: "neither `reference` nor `date`",
                    sv: "varken `reference` eller `date`",
                    da: "hverken `reference` eller `date`",
                ))
                .help(say!(
                    en: "carry it out, and write `reference:` and `date:`; where it is not required after all, `required: no`",
                    sv: "genomför den och skriv `reference:` och `date:`; krävs den ändå inte, `required: no`",
                    da: "gennemfør den, og skriv `reference:` og `date:`; er den alligevel ikke påkrævet, `required: no`",
                )),
            );
        }
    }
}

/// The impact assessments of the activities.
pub(super) fn assessments<'c>(case: &'c Case) -> impl Iterator<Item = &'c Assessment> {
    lack::single(case).filter_map(|activity| activity.administration.as_ref()?.assessment.as_ref())
}
