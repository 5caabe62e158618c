//! `assessment-stale`: an impact assessment is more than three years old.

use super::assessment_missing::assessments;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::administration::Assessment;
use crate::model::record::field;
use crate::say;
use crate::say::Words;
use jiff::Span;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "assessment-stale",
    aliases: &["D-03"],
    title: Words {
        en: "An impact assessment is older than three years",
        sv: "En konsekvensbedömning är äldre än tre år",
        da: "En konsekvensanalyse er ældre end tre år",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("35(11)")],
    why: Words {
        en: "It must be reviewed at least when the risk changes; three years are the interval that the first guidelines proposed.",
        sv: "Den ska ses över åtminstone när risken ändras; tre år är det intervall som de första riktlinjerna föreslog.",
        da: "Den skal tages op til revision i det mindste, når risikoen ændrer sig; tre år er det interval, som de første retningslinjer foreslog.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2020-01-15, required: yes, reference: dnr 2020/4, date: 2020-02-01, advice: tillstyrks}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: dnr 2026/4, date: 2026-02-01, advice: tillstyrks}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

/// Maximum age of an assessment in years: the interval in the draft of the guidelines WP248.
const YEARS: i16 = 3;

fn check(case: &Case, findings: &mut Findings) {
    for assessment in assessments(case) {
        let Some(date) = assessment.date else { continue };
        if date.day.saturating_add(Span::new().years(YEARS)) < case.today {
            findings.push(
                RULE.found(
                    assessment.at,
                    say!(
                        en: "the impact assessment is of {day}",
                        sv: "konsekvensbedömningen är från den {day}",
                        da: "konsekvensanalysen er fra den {day}",
                        day = date.day,
                    ),
                )
                .field(field!(Assessment, date))
                .label(say!(en: "more than three years ago", sv: "mer än tre år sedan", da: "mere end tre år siden"))
                .help(say!(
                    en: "review it, and write the new day",
                    sv: "se över den och skriv det nya datumet",
                    da: "gennemgå den, og skriv den nye dato",
                )),
            );
        }
    }
}
