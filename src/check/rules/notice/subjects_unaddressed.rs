//! `subjects-unaddressed`: data of staff are processed, but no notice on the activity is for staff.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::Id;
use crate::model::notice::Notice;
use crate::register::facts::covered::activities_of;
use crate::say;
use crate::say::Words;
use rustc_hash::FxHashMap;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "subjects-unaddressed",
    aliases: &[],
    title: Words {
        en: "Staff are data subjects, and no notice is for them",
        sv: "Personal är registrerade, men ingen informationstext riktar sig till dem",
        da: "Ansatte er registrerede, men ingen oplysningstekst er til dem",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Gdpr("13(1)")],
    why: Words {
        en: "A notice for pupils and guardians does not inform the staff whose data are processed too.",
        sv: "En informationstext för elever och vårdnadshavare informerar inte den personal vars uppgifter också behandlas.",
        da: "En oplysningstekst til elever og forældre underretter ikke de ansatte, hvis oplysninger også behandles.",
    },
    bad: "subjects: [pupil, guardian, staff]",
    good: "subjects: [pupil, guardian]",
    check,
};

/// The subjects that work for the controller.
const STAFF: [&str; 2] = ["staff", "employee"];

fn check(case: &Case, findings: &mut Findings) {
    let mut addressed: FxHashMap<&Id, bool> = FxHashMap::default();
    for notice in case.register.notices.values() {
        for activity in activities_of(case.register, notice) {
            *addressed.entry(&activity.id).or_default() |= may_address_staff(notice);
        }
    }
    for activity in case.activities().filter(|activity| addressed.get(&activity.id) == Some(&false)) {
        let is_staff = |code: Option<&str>| code.is_some_and(|code| STAFF.contains(&code));
        for subject in activity.subjects.iter().filter(|subject| is_staff(subject.who.word.code())) {
            findings.push(
                RULE.found(
                    subject.who.at(),
                    say!(
                        en: "no notice on this activity is for them",
                        sv: "ingen informationstext om behandlingen riktar sig till dem",
                        da: "ingen oplysningstekst om behandlingen er til dem",
                    ),
                )
                .label(say!(en: "told by no notice", sv: "informeras inte", da: "underrettes ikke"))
                .help(say!(
                    en: "add them to `audience:` of a notice, or write a notice for them",
                    sv: "lägg till dem i `audience:` i en informationstext, eller skriv en informationstext för dem",
                    da: "tilføj dem i `audience:` i en oplysningstekst, eller skriv en oplysningstekst til dem",
                )),
            );
        }
    }
}

/// Whether a notice is for staff too: it names them, words that may mean them, or nobody.
fn may_address_staff(notice: &Notice) -> bool {
    let audience = &notice.audience;
    audience.items.is_empty() || audience.iter().any(|who| who.word.code().is_none_or(|code| STAFF.contains(&code)))
}
