//! `assessment-denied`: an impact assessment is said not to be required where the law points to a high risk.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::Place;
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::YesNo;
use crate::model::activity::Activity;
use crate::model::administration::Assessment;
use crate::model::record::field;
use crate::register::facts::people::is_vulnerable;
use crate::register::facts::special::{footage_of, is_protected};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "assessment-denied",
    aliases: &[],
    title: Words {
        en: "An impact assessment is said not to be required, but the facts speak for one",
        sv: "En konsekvensbedömning sägs inte krävas, men omständigheterna talar för det",
        da: "En konsekvensanalyse siges ikke at være påkrævet, men omstændighederne taler for det",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("35(1)"), Provision::Gdpr("35(3)")],
    why: Words {
        en: "Systematic monitoring and special categories on a large scale, above all of children, are what Article 35(3) and the lists of the authorities name.",
        sv: "Systematisk övervakning och känsliga uppgifter i stor omfattning, i synnerhet om barn, är vad artikel 35.3 och myndigheternas förteckningar tar upp.",
        da: "Systematisk overvågning og følsomme oplysninger i stort omfang, navnlig om børn, er det, som artikel 35, stk. 3, og myndighedernes lister nævner.",
    },
    bad: "data: [name, surveillance-footage]\nrecipients: none\nsources: [guardian]\nadministration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: no, advice: ombudet har inga invändningar}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01\n  cameras: [{address: Storgatan 1, place: entré, assessed: 2026-01-15}]",
    good: "data: [name, surveillance-footage]\nrecipients: none\nsources: [guardian]\nadministration:\n  process: \"3.2.1\"\n  owner: utbildningschefen\n  reference: UBN 2025/7\n  class: {confidentiality: 2, integrity: 2, availability: 1, date: 2026-01-15}\n  assessment: {screened: 2026-01-15, required: yes, reference: UBN 2026/4, date: 2026-02-01, advice: tillstyrks}\n  information: {when: vid ansökan, how: på blanketten}\n  secrecy: offentlighets- och sekretesslagen (2009:400) 23 kap. 2 §\n  created: 2026-01-15\n  changed: 2026-06-01\n  review: 2027-06-01\n  cameras: [{address: Storgatan 1, place: entré, assessed: 2026-01-15}]",
    check,
};

/// From how many people on special categories of children, of patients or others in a weak position are on a large scale
/// here; the law has no number.
const MANY: u32 = 1000;

/// The same for all others.
const MANY_OTHERS: u32 = 10_000;

fn check(case: &Case, findings: &mut Findings) {
    for activity in missing::single(case) {
        let assessment = activity.administration.as_ref().and_then(|own| own.assessment.as_ref());
        let denies = |assessment: &&Assessment| {
            let denied = assessment.required.value() == Some(&YesNo(false));
            denied && assessment.reference.is_none() && assessment.date.is_none()
        };
        let Some(assessment) = assessment.filter(denies) else { continue };
        let Some(at) = footage_of(activity).or_else(|| large_scale(activity)) else { continue };
        findings.push(
            RULE.found(
                assessment.at,
                say!(
                    en: "no impact assessment is said to be required, but the register speaks for one",
                    sv: "ingen konsekvensbedömning sägs krävas, men registret talar för det",
                    da: "ingen konsekvensanalyse siges at være påkrævet, men fortegnelsen taler for det",
                ),
            )
            .field(field!(Assessment, required))
            .label(say!(
                en: "a high risk is likely",
                sv: "en hög risk är sannolik",
                da: "en høj risiko er sandsynlig",
            ))
            .related(at, say!(en: "these data", sv: "de här uppgifterna", da: "disse oplysninger"))
            .help(say!(
                en: "make the assessment and write its `reference:` and `date:`",
                sv: "gör bedömningen och skriv dess `reference:` och `date:`",
                da: "gennemfør analysen, og skriv dens `reference:` og `date:`",
            )),
        );
    }
}

/// The place of special categories or offences that concern many people.
fn large_scale(activity: &Activity) -> Option<Place> {
    let volume = activity.administration.as_ref()?.volume.value()?.words().filter_map(largest).max()?;
    let weak = activity.subjects.iter().any(|subject| subject.who.word.code().is_some_and(is_vulnerable));
    let data = activity.data.iter().find(|data| is_protected(data))?;
    (volume >= if weak { MANY } else { MANY_OTHERS }).then_some(data.at)
}

/// The largest number in a text; its thousands may be set apart.
fn largest(text: &str) -> Option<u32> {
    let is_apart = |sign: char| matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '.');
    let signs: Vec<char> = text.chars().collect();
    let mut joined = String::new();
    for (index, sign) in signs.iter().enumerate() {
        let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
        let between = index > 0 && is_digit(index - 1) && (1..=3).all(|next| is_digit(index + next));
        if !(is_apart(*sign) && between) {
            joined.push(*sign);
        }
    }
    joined.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse().ok()).max()
}
