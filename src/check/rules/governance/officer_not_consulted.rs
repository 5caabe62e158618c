//! `officer-not-consulted`: an impact assessment without the advice of the data protection officer.

use super::assessment_missing::assessments;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::administration::Assessment;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "officer-not-consulted",
    aliases: &["D-05"],
    title: Words {
        en: "An impact assessment lacks the advice of the data protection officer",
        sv: "En konsekvensbedömning saknar dataskyddsombudets råd",
        da: "En konsekvensanalyse mangler databeskyttelsesrådgiverens rådgivning",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("35(2)")],
    why: Words {
        en: "The controller must seek the advice of the data protection officer when it carries out an impact assessment.",
        sv: "Den personuppgiftsansvarige ska rådfråga dataskyddsombudet vid en konsekvensbedömning.",
        da: "Den dataansvarlige skal rådføre sig med databeskyttelsesrådgiveren ved en konsekvensanalyse.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: dnr 2026/4, date: 2026-02-01}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: dnr 2026/4, date: 2026-02-01, advice: tillstyrks}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_done = |assessment: &&Assessment| assessment.date.is_some() || assessment.reference.is_some();
    for assessment in assessments(case).filter(is_done).filter(|assessment| assessment.advice.is_unwritten()) {
        findings.push(
            RULE.found(
                assessment.at,
                say!(
                    en: "this impact assessment has no advice of the data protection officer",
                    sv: "konsekvensbedömningen saknar dataskyddsombudets råd",
                    da: "konsekvensanalysen mangler databeskyttelsesrådgiverens rådgivning",
                ),
            )
            .label(say!(en: "no `advice`", sv: "`advice` saknas", da: "`advice` mangler"))
            .help(say!(
                en: "ask the officer, and write the advice in `advice:`",
                sv: "fråga ombudet och skriv rådet i `advice:`",
                da: "spørg rådgiveren, og skriv rådet i `advice:`",
            )),
        );
    }
}
