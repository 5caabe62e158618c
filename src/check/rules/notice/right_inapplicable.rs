//! `right-inapplicable`: a text promises a right that none of the legal bases gives.

use crate::check::rule::{Case, Rule};
use crate::finding::{Findings, Level};
use crate::law::provision::Provision;
use crate::model::activity::Activity;
use crate::model::purpose::BasisCode;
use crate::model::rights::{Applies, Right, RightNote};
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
    for activity in case.activities().filter(|activity| !letters(activity).is_empty()) {
        let own = activity.rights.iter().filter(|note| note.at.file == activity.at.file);
        for note in own.filter(|note| is_promised(note) && !gives(note, &letters(activity))) {
            report(note, findings);
        }
    }
    let all: Vec<char> = case.activities().flat_map(letters).collect();
    for note in case
        .register
        .municipality
        .rights
        .iter()
        .filter(|note| is_promised(note) && !all.is_empty() && !gives(note, &all))
    {
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

/// Whether a note promises the right: it neither denies nor limits it.
fn is_promised(note: &RightNote) -> bool {
    !matches!(note.applies, Some(Applies::No | Applies::Limited)) && note.because.is_none()
}

/// The letters of Article 6(1) that an activity relies on.
fn letters(activity: &Activity) -> Vec<char> {
    activity.bases().filter_map(|basis| basis.code).map(BasisCode::letter).collect()
}

fn gives(note: &RightNote, letters: &[char]) -> bool {
    let needed: &[char] = match note.right {
        Some(Right::Portability) => &['a', 'b'],
        Some(Right::Objection) => &['e', 'f'],
        _ => return true,
    };
    letters.iter().any(|letter| needed.contains(letter))
}
