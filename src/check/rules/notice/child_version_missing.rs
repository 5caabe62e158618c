//! `child-version-missing`: children are data subjects, but no notice is written for them.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::register::facts::people::{is_child, is_young_reader};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "child-version-missing",
    aliases: &["N-32"],
    title: Words {
        en: "Children are concerned, and no notice is written for them",
        sv: "Barn berörs, men det finns ingen informationstext för dem",
        da: "Børn er berørt, men der er ingen oplysningstekst til dem",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: true,
    law: &[Provision::Gdpr("12(1)"), Provision::Recital(58)],
    why: Words {
        en: "Information addressed to a child must be in words that a child easily understands.",
        sv: "Information som riktar sig till barn ska vara så tydlig att barn lätt förstår den.",
        da: "Oplysninger til børn skal være så klare, at børn let kan forstå dem.",
    },
    bad: "",
    good: "",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_for_children = |notice: &Notice| {
        !notice.audience.items.is_empty() && notice.audience.iter().all(|who| who.word.code().is_some_and(is_child))
    };
    let told = |activity: &&Activity| !activity.is_processing_for_others();
    let subjects = case.activities().filter(told).flat_map(|activity| &activity.subjects);
    let Some(reader) = subjects.into_iter().find(|subject| subject.who.word.code().is_some_and(is_young_reader)) else {
        return;
    };
    let notices = case.register.notices.values();
    if case.register.notices.is_empty() || notices.clone().any(is_for_children) {
        return;
    }
    findings.push(
        RULE.found(
            case.register.municipality.name.at,
            say!(
                en: "no notice is written for the children whose data are processed",
                sv: "det finns ingen informationstext för de barn vars uppgifter behandlas",
                da: "der er ingen oplysningstekst til de børn, som oplysningerne vedrører",
            ),
        )
        .label(say!(en: "in this municipality", sv: "i den här kommunen", da: "i denne kommune"))
        .related(reader.at, say!(en: "children are concerned here", sv: "barn berörs här", da: "børn er berørt her"))
        .help(say!(
            en: "write a short notice with an `audience:` of children alone, such as `[pupil]`, in plain words",
            sv: "skriv en kort informationstext med bara barn i `audience:`, till exempel `[pupil]`, med enkla ord",
            da: "skriv en kort oplysningstekst med kun børn i `audience:`, for eksempel `[pupil]`, i enkle ord",
        )),
    );
}
