//! `class-out-of-scale`: an information class is not on the scale from 0 to 4.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::administration::InformationClass;
use crate::model::record::field;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "class-out-of-scale",
    aliases: &[],
    title: Words {
        en: "An information class is outside the scale from 0 to 4",
        sv: "En informationsklass ligger utanför skalan 0–4",
        da: "En informationsklasse ligger uden for skalaen 0–4",
    },
    level: Level::Warning,
    country: Some("SE"),
    follows_from_misreading: false,
    law: &[Provision::Gdpr("32(2)"), Provision::Cited("KLASSA, SKR")],
    why: Words {
        en: "KLASSA has the levels 0 to 4; a class outside it leads to no measures.",
        sv: "KLASSA har nivåerna 0–4; en klass utanför skalan leder inte till några åtgärder.",
        da: "KLASSA har niveauerne 0–4; en klasse uden for skalaen fører ikke til foranstaltninger.",
    },
    bad: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 7, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01",
    good: "administration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01",
    check,
};

/// The highest level.
const MOST: u32 = 4;

fn check(case: &Case, findings: &mut Findings) {
    let administrations = case.activities().filter_map(|activity| activity.administration.as_ref());
    for class in administrations.filter_map(|own| own.class.value()) {
        let levels = [
            (field!(InformationClass, confidentiality), class.confidentiality),
            (field!(InformationClass, integrity), class.integrity),
            (field!(InformationClass, availability), class.availability),
        ];
        for (key, level) in levels {
            let Some(level) = level.filter(|level| *level > MOST) else { continue };
            findings.push(
                RULE.found(
                    class.at,
                    say!(
                        en: "the level {level} does not exist",
                        sv: "nivån {level} finns inte",
                        da: "niveauet {level} findes ikke",
                    ),
                )
                .field(key)
                .label(say!(en: "0 to 4", sv: "0–4", da: "0–4"))
                .help(say!(
                    en: "write a level from 0 to 4",
                    sv: "skriv en nivå mellan 0 och 4",
                    da: "skriv et niveau mellem 0 og 4",
                )),
            );
        }
    }
}
