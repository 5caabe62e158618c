//! `risk-without-consultation`: a high risk remains, and the supervisory authority was not consulted.

use super::assessment_missing::assessments;
use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "risk-without-consultation",
    aliases: &["D-04"],
    title: Words {
        en: "A high risk remains, and nothing says that the supervisory authority was consulted",
        sv: "En hög risk kvarstår, men inget sägs om förhandssamråd",
        da: "En høj risiko består, men intet siges om forudgående høring",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("36(1)")],
    why: Words {
        en: "Where a high risk remains, the supervisory authority must be consulted before the processing begins.",
        sv: "Kvarstår en hög risk ska tillsynsmyndigheten tillfrågas innan behandlingen börjar.",
        da: "Består en høj risiko, skal tilsynsmyndigheden høres, før behandlingen begynder.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: dnr 2026/4, date: 2026-02-01, advice: tillstyrks, residual: hög}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: dnr 2026/4, date: 2026-02-01, advice: tillstyrks, residual: låg}\n  information: {when: vid ansökan, how: på blanketten}\n  created: 2026-01-15\n  review: 2027-06-01",
    check,
};

/// Words for a high risk.
const HIGH: [&str; 10] =
    ["hög", "høj", "high", "stor", "betydlig", "betydelig", "betydande", "alvorlig", "allvarlig", "væsentlig"];
/// Words for a negation.
const NOT: [&str; 5] = ["inte ", "ikke ", "ingen ", "not ", "no "];
/// Words for a consultation.
const CONSULTED: [&str; 4] = ["samråd", "høring", "hørt", "consult"];

fn check(case: &Case, findings: &mut Findings) {
    for residual in assessments(case).filter_map(|assessment| assessment.residual.value()) {
        let words: String = residual.words().map(|words| words.to_lowercase() + " ").collect();
        let is_denied = NOT.iter().any(|not| words.contains(not));
        if !is_denied
            && HIGH.iter().any(|high| words.contains(high))
            && !CONSULTED.iter().any(|word| words.contains(word))
        {
            findings.push(
                RULE.found(
                    residual.at,
                    say!(
                        en: "a high risk remains, and nothing says that the supervisory authority was consulted",
                        sv: "en hög risk kvarstår, men inget sägs om förhandssamråd med tillsynsmyndigheten",
                        da: "en høj risiko består, men intet siges om forudgående høring af tilsynsmyndigheden",
                    ),
                )
                .label(say!(en: "high", sv: "hög", da: "høj"))
                .help(say!(
                    en: "lower the risk, or consult the authority and say so here",
                    sv: "sänk risken, eller begär förhandssamråd och skriv det här",
                    da: "nedbring risikoen, eller hør tilsynsmyndigheden, og skriv det her",
                )),
            );
        }
    }
}
