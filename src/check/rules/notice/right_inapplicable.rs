//! `right-inapplicable`: a text promises a right that none of the legal bases gives.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::rights::{Applies, Right, RightNote};
use crate::register::facts::rights::{self, Status};
use crate::register::phase::Origin;
use crate::say;
use crate::say::Words;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    code: "right-inapplicable",
    aliases: &["N-15"],
    title: Words {
        en: "A right is promised that no legal basis gives",
        sv: "En rättighet utlovas som ingen rättslig grund ger",
        da: "En rettighed loves, som intet retsgrundlag giver",
    },
    level: Level::Warning,
    country: None,
    follows_from_misreading: false,
    law: &[Provision::Gdpr("13(2)(b)"), Provision::Gdpr("20(1)"), Provision::Gdpr("21(1)")],
    why: Words {
        en: "Portability needs consent or a contract, and objection a task in the public interest or a balance of interests; a promise beyond that is false.",
        sv: "Dataportabilitet kräver samtycke eller avtal, och invändning en uppgift av allmänt intresse eller en intresseavvägning; ett löfte därutöver är falskt.",
        da: "Dataportabilitet kræver samtykke eller kontrakt, og indsigelse en opgave i samfundets interesse eller en interesseafvejning; et løfte derudover er forkert.",
    },
    bad: "rights: [{right: portability, how: [skriv till oss]}]",
    good: "rights: [{right: objection, how: [skriv till oss]}]",
    check,
};

fn check(case: &Case, findings: &mut Findings) {
    let is_own = |activity: &&Activity| case.complete.origin(activity, |activity| &activity.rights) == Origin::Written;
    for activity in case.activities().filter(is_own) {
        let is_by_law = |right| by_law(activity.rights.iter().chain(&case.register.municipality.rights), right);
        let promised = activity.rights.iter().filter(|note| is_promised(note) && !is_by_law(note.right));
        for note in promised.filter(|note| !is_given(note, &[activity])) {
            report(note, findings);
        }
    }
    // A parent that leaves the legal bases to its children promises nothing itself.
    let is_silent = |activity: &Activity| case.has_parts(activity) && activity.bases().next().is_none();
    let speaks = |activity: &&Activity| !activity.is_processing_for_others() && !is_silent(activity);
    let all: Vec<&Activity> = case.activities().filter(speaks).collect();
    let notes = &case.register.municipality.rights;
    let promised = notes.iter().filter(|note| is_promised(note) && !by_law(notes.iter(), note.right));
    for note in promised.filter(|note| !is_given(note, &all)) {
        report(note, findings);
    }
}

fn report(note: &RightNote, findings: &mut Findings) {
    findings.push(
        RULE.found(
            note.at,
            say!(
                en: "this right does not follow from any legal basis here",
                sv: "rättigheten följer inte av någon rättslig grund här",
                da: "rettigheden følger ikke af noget retsgrundlag her",
            ),
        )
        .label(say!(en: "promised, not given", sv: "utlovad, men gäller inte", da: "lovet, men gælder ikke"))
        .help(say!(
            en: "take the right away; the rights that apply are told by themselves",
            sv: "ta bort rättigheten; de rättigheter som gäller redovisas ändå",
            da: "fjern rettigheden; de rettigheder, der gælder, oplyses af sig selv",
        )),
    );
}

/// Whether a note promises the right: it neither denies nor limits it. Only a law can give what no legal basis gives.
fn is_promised(note: &RightNote) -> bool {
    !matches!(note.applies, Some(Applies::No | Applies::Limited)) && note.law.is_unwritten()
}

/// Whether the right applies to a purpose of the activities by its legal bases, or may: a legal basis is unknown.
fn is_given(note: &RightNote, activities: &[&Activity]) -> bool {
    note.right.is_none_or(|right| rights::by_bases(right, activities) != Some(Status::No))
}

/// Whether one of the notes gives the right by law.
fn by_law<'n>(mut notes: impl Iterator<Item = &'n RightNote>, right: Option<Right>) -> bool {
    notes.any(|note| note.right == right && note.applies == Some(Applies::Yes) && !note.law.is_unwritten())
}
