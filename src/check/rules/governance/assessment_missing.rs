//! `assessment-missing`: an impact assessment is required, but none is registered.

use crate::check::missing;
use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level, Place};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::administration::Assessment;
use crate::register::facts::people::is_child;
use crate::register::facts::special::special_of;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "assessment-missing",
    aliases: &["D-01"],
    title: Words {
        en: "An impact assessment is required, and none is registered (a warning where the Swedish list alone demands it)",
        sv: "En konsekvensbedömning krävs, men ingen är registrerad (en varning där bara IMY:s förteckning kräver den)",
        da: "En konsekvensanalyse er påkrævet, men ingen er registreret (en advarsel, hvor kun den svenske liste kræver den)",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("35(1)"), Provision::Gdpr("35(4)")],
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
    for activity in missing::single(case).filter(|activity| is_never_assessed(activity)) {
        findings.extend(demanded(case, activity));
    }
}

/// The impact assessments of all activities that are checked themselves; see [`missing::single`].
pub(super) fn assessments<'c>(case: &'c Case) -> impl Iterator<Item = &'c Assessment> {
    missing::single(case).filter_map(|activity| activity.administration.as_ref()?.assessment.as_ref())
}

fn is_never_assessed(activity: &Activity) -> bool {
    activity.administration.as_ref().is_none_or(|own| own.assessment.is_none())
}

/// The finding for an unscreened activity that is on the list of the supervisory authority. Denmark: an automated
/// decision about a person (Datatilsynet's list, point 5). Sweden: children and a special category are two of the
/// criteria of Integritetsskyddsmyndigheten's list, and two are enough.
fn demanded(case: &Case, activity: &Activity) -> Option<Finding> {
    let decision = activity.automated.iter().next().filter(|_| case.country() == "DK");
    if let Some(decision) = decision {
        return Some(unassessed(decision.at));
    }
    let children = activity.subjects.iter().any(|subject| subject.who.word.code().is_some_and(is_child));
    let special = activity.data.iter().find(|data| !special_of(data).is_empty());
    let special = special.filter(|_| children && case.country() == "SE");
    special.map(|data| unassessed(data.at).at_level(Level::Warning))
}

fn unassessed(place: Place) -> Finding {
    RULE.found(
        place,
        say!(
            en: "the list of the supervisory authority demands an impact assessment here, but nothing says that one was made",
            sv: "enligt tillsynsmyndighetens förteckning krävs en konsekvensbedömning här, men inget sägs om att den är gjord",
            da: "efter tilsynsmyndighedens liste kræves en konsekvensanalyse her, men intet siges om, at den er gennemført",
        ),
    )
    .label(say!(en: "a high risk", sv: "en hög risk", da: "en høj risiko"))
    .help(say!(
        en: "write `administration: {{assessment: …}}` with its reference and date, or `required: no` after a screening",
        sv: "skriv `administration: {{assessment: …}}` med diarienummer och datum, eller `required: no` efter en prövning",
        da: "skriv `administration: {{assessment: …}}` med sagsnummer og dato, eller `required: no` efter en vurdering",
    ))
}
