//! `right-without-reason`: a right is limited or denied without a reason.

use crate::check::rule::{Case, Rule};
use crate::finding::{Finding, Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::rights::{Applies, Right, RightNote};
use crate::register::facts::rights::{self, Status};
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "right-without-reason",
    aliases: &["C-29a"],
    title: Words {
        en: "A right is limited or denied without a reason",
        sv: "En rättighet begränsas eller nekas utan skäl",
        da: "En rettighed begrænses eller nægtes uden begrundelse",
    },
    level: Level::Error,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("12(1)"), Provision::Gdpr("23")],
    why: Words {
        en: "A right that does not apply must say by which law.",
        sv: "En rättighet som inte gäller ska säga enligt vilken lag.",
        da: "En rettighed, der ikke gælder, skal sige efter hvilken lov.",
    },
    bad: "rights: [{right: objection, applies: no}]",
    good: "rights: [{right: objection, applies: no, because: Socialtjänstens register undantas., law: lag (2001:454) 6 §}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let all: Vec<&Activity> = case.activities().filter(|activity| !activity.is_processing_for_others()).collect();
    let general = case.register.municipality.rights.iter().filter(|note| is_fault(note, &all));
    let own = case.activities().flat_map(|activity| activity.rights.iter().map(move |note| (activity, note)));
    let own = own.filter(|(activity, note)| is_fault(note, &[*activity])).map(|(_, note)| note);
    for note in general.chain(own) {
        findings.push(
            Finding::error(
                RULE.code,
                note.at,
                say!(
                    en: "this changes a right without its legal ground",
                sv: "det här ändrar en rättighet utan stöd i lag",
                da: "dette ændrer en rettighed uden hjemmel",
                ),
            )
            .label(say!(
                en: "by which law?",
                sv: "enligt vilken lag?",
                da: "efter hvilken lov?",
            ))
            .help(say!(
                en: "name one right, and write `law:`, and why in `because:`",
                sv: "ange en enda rättighet, och skriv `law:` och skälet i `because:`",
                da: "angiv én rettighed, og skriv `law:` og begrundelsen i `because:`",
            )),
        );
    }
}

/// Whether a note changes a right without its ground: a denial needs a law, a limit a law or a reason. What the legal
/// bases do not give needs neither.
fn is_fault(note: &RightNote, activities: &[&Activity]) -> bool {
    let (right, applies) = (note.right, note.applies);
    let has_ground = match applies {
        Some(Applies::No) => !note.law.is_unwritten() || right.is_some_and(|right| is_not_given(right, activities)),
        Some(Applies::Limited) => !note.because.is_unwritten() || !note.law.is_unwritten(),
        Some(Applies::Yes) | None => return false,
    };
    right == Some(Right::All) || !has_ground
}

/// Whether the activities have nothing that the right is about: no legal basis gives it, or no decision is automated.
fn is_not_given(right: Right, activities: &[&Activity]) -> bool {
    if right == Right::HumanDecision {
        return activities.iter().all(|activity| activity.automated.items.is_empty());
    }
    rights::by_bases(right, activities) == Some(Status::No)
}
