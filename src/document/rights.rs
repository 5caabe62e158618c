//! The rights of data subjects, computed from the legal bases (Articles 15–22).
//!
//! For each right the union over the purposes counts: the best status is told, and where purposes differ they are
//! named. A right that no purpose has is never promised; one that some purpose has is never left out.

mod notes;

use std::collections::HashMap;

use indexmap::IndexSet;

use crate::document::line::Line;
use crate::document::scene::Scene;
use crate::document::{Block, Item, list};
use crate::model::activity::Activity;
use crate::model::data::ExceptionCode;
use crate::model::purpose::{Basis, BasisCode, Purpose};
use crate::model::rights::{Applies, Right};
use crate::model::{Id, List};
use crate::resolve::Register;
use crate::steps;
use notes::notes;

/// The rights in the order in which they are told; objection has a section of its own (Article 21(4)).
const TOLD: [Right; 6] =
    [Right::Access, Right::Rectification, Right::Erasure, Right::Restriction, Right::Portability, Right::HumanDecision];

/// Whether a right exists for a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It does not.
    No,
    /// The register does not name the legal basis, so nobody can tell.
    Open,
    /// With limits.
    Limited,
    /// It does.
    Yes,
}

impl Status {
    fn key(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Open => "open",
            Self::Limited => "limited",
            Self::Yes => "yes",
        }
    }
}

/// The status of a right under one legal basis, by the letter of Article 6(1). Erasure under a contract or for vital
/// interests is limited too: it needs that the data are no longer needed or processed unlawfully (Article 17(1)(a), (d)).
#[must_use]
pub fn status(right: Right, letter: char) -> Status {
    match (right, letter) {
        (Right::Access | Right::Rectification | Right::Restriction | Right::All | Right::HumanDecision, _) => {
            Status::Yes
        }
        (Right::Erasure, 'a' | 'f') => Status::Yes,
        (Right::Erasure, _) => Status::Limited,
        (Right::Portability, 'a' | 'b') => Status::Yes,
        (Right::Objection, 'e' | 'f') => Status::Yes,
        (Right::Portability | Right::Objection, _) => Status::No,
    }
}

/// One purpose with the status of a right for it.
struct Case<'a> {
    purpose: Option<&'a Purpose>,
    activity: &'a Activity,
    status: Status,
    /// Whether the status follows from the legal basis, not from national law.
    is_by_basis: bool,
    /// The legal bases that give the status; none where something else does.
    by: Vec<BasisCode>,
    /// Whether another legal basis of the purpose gives less.
    is_mixed: bool,
}

/// The status of a right for every purpose of the activities.
fn cases<'a>(register: &Register, right: Right, activities: &[&'a Activity]) -> Vec<Case<'a>> {
    let mut cases = Vec::new();
    for activity in activities {
        let overridden = override_of(register, right, activity);
        let consents = consents_to_special(activity);
        let case = |purpose, bases: &List<Basis>| {
            let by_bases = best(right, bases).max(by_exception(right, bases, consents));
            let status = overridden.unwrap_or(by_bases);
            let codes = || bases.iter().filter_map(|basis| basis.code);
            let gives = |code: &BasisCode| self::status(right, code.letter()) == status;
            let by: Vec<BasisCode> = codes().filter(|code| overridden.is_none() && gives(code)).collect();
            let is_mixed = !by.is_empty() && by.len() < codes().count();
            Case { purpose, activity, status, is_by_basis: overridden.is_none(), by, is_mixed }
        };
        if activity.purposes.items.is_empty() {
            cases.push(case(None, &activity.basis));
        }
        for purpose in &activity.purposes {
            let own = if purpose.basis.is_unwritten() { &activity.basis } else { &purpose.basis };
            cases.push(case(Some(purpose), own));
        }
    }
    cases
}

/// What national law says of the right, where the activity or the municipality says so.
fn override_of(register: &Register, right: Right, activity: &Activity) -> Option<Status> {
    let notes = activity.rights.iter().chain(&register.municipality.rights);
    let applies = notes.filter(|note| note.right == Some(right)).find_map(|note| note.applies)?;
    Some(match applies {
        Applies::Yes => Status::Yes,
        Applies::No => Status::No,
        Applies::Limited => Status::Limited,
    })
}

fn best(right: Right, bases: &List<Basis>) -> Status {
    let known = bases.iter().filter_map(|basis| basis.code).map(|code| status(right, code.letter())).max();
    match known {
        None => {
            if status(right, 'a') == status(right, 'e') {
                Status::Yes
            } else {
                Status::Open
            }
        }
        Some(known) if bases.gaps.is_empty() => known,
        Some(known) => known.max(Status::Open),
    }
}

/// Explicit consent to special categories opens portability, unless a public task needs the data (Article 20(1)(a)
/// and (3)).
fn by_exception(right: Right, bases: &List<Basis>, consents: bool) -> Status {
    let is_public_task = bases.iter().any(|basis| basis.code.is_some_and(|code| code.letter() == 'e'));
    if right == Right::Portability && consents && !is_public_task { Status::Yes } else { Status::No }
}

/// Whether some data rest on explicit consent (Article 9(2)(a)).
fn consents_to_special(activity: &Activity) -> bool {
    let mut exceptions = activity.data.iter().inspect(|_| steps::count(1)).flat_map(|data| &data.exception);
    exceptions.any(|exception| exception.code == Some(ExceptionCode::ExplicitConsent))
}

/// The rights but objection, each with how to use it and its limits.
#[must_use]
pub fn rights(scene: &Scene, activities: &[&Activity]) -> Vec<Block> {
    let mut items = scene.items();
    for right in TOLD {
        let decides = activities.iter().any(|activity| !activity.automated.items.is_empty());
        if right != Right::HumanDecision || decides {
            items.item(right_item(scene, right, activities));
        }
    }
    let mut blocks = list(items.done());
    let how = notes(scene, Right::All, activities);
    if how.iter().any(|added| !added.note.how.items.is_empty()) {
        blocks.push(Block::Paragraph(scene.say("say.rights-how", &[])));
    }
    blocks.extend(list(how.iter().flat_map(|added| added.items(scene)).collect()));
    blocks.push(Block::Paragraph(scene.say("say.rights-answer", &[])));
    blocks
}

/// The right to object, in its own section wherever it exists (Article 21(4)).
#[must_use]
pub fn objection(scene: &Scene, activities: &[&Activity]) -> Vec<Block> {
    let cases = cases(scene.register, Right::Objection, activities);
    if cases.iter().all(|case| case.status == Status::No) {
        return Vec::new();
    }
    let item = right_item(scene, Right::Objection, activities);
    let mut blocks = vec![Block::Paragraph(item.line)];
    blocks.extend(list(item.inside));
    vec![Block::Apart(blocks)]
}

/// A right with its best status; where the purposes differ, for which of them.
fn right_item(scene: &Scene, right: Right, activities: &[&Activity]) -> Item {
    let cases = cases(scene.register, right, activities);
    let best = cases.iter().map(|case| case.status).max().unwrap_or(Status::Open);
    let mut items = scene.items();
    let mut why = Vec::new();
    for status in [Status::Yes, Status::Limited, Status::Open, Status::No] {
        let of: Vec<&Case> = cases.iter().filter(|case| case.status == status).collect();
        if !of.is_empty() && of.len() < cases.len() {
            let names = names(scene, &of, &cases).into_iter().map(|name| Item::new(name.capital())).collect();
            items.item(Item::with(scene.say(&format!("status.{}", status.key()), &[]), names));
            if status != best && of.iter().any(|case| case.is_by_basis) {
                why.push(status);
            }
        }
    }
    match cases.iter().any(|case| case.status == best && case.is_mixed) {
        true if scene.language.has(&why_key(right, Status::Limited)) => why.push(Status::Limited),
        true => _ = items.line(where_basis(scene, cases.iter().filter(|case| case.status == best))),
        false => {}
    }
    for status in [Status::Limited, Status::No].iter().filter(|status| why.contains(status)) {
        items.line(scene.say(&why_key(right, *status), &[]));
    }
    if best != Status::No {
        items.extend(notes(scene, right, activities).iter().flat_map(|note| note.items(scene)).collect());
    } else {
        items.extend(notes(scene, right, activities).iter().flat_map(|note| note.without_right(scene)).collect());
    }
    let key = format!("right.{}.{}", right.key(), best.key());
    let objection = self::cases(scene.register, Right::Objection, activities);
    let can_object = objection.iter().any(|case| case.status > Status::Open);
    let with_objection = format!("{key}-objection");
    let key = if can_object && scene.language.has(&with_objection) { with_objection } else { key };
    Item::with(scene.say(&key, &[("events", events(scene, &cases, can_object))]), items.done())
}

/// What else opens erasure: a consent that is withdrawn, an objection (Article 17(1)(b) and (c)).
fn events(scene: &Scene, cases: &[Case], can_object: bool) -> Line {
    let rests_on_consent = cases.iter().flat_map(|case| &case.by).any(|code| code.letter() == 'a');
    let events = [("withdrawal", rests_on_consent), ("objection", can_object)];
    let events = events.into_iter().filter(|(_, happens)| *happens);
    scene.language.either(events.map(|(event, _)| scene.say(&format!("say.erasure-on-{event}"), &[])).collect())
}

fn why_key(right: Right, status: Status) -> String {
    format!("right.{}.{}-why", right.key(), status.key())
}

/// The purposes, or the activities where all purposes of an activity are the same and there are several.
fn names(scene: &Scene, of: &[&Case], all: &[Case]) -> Vec<Line> {
    let several = all.iter().any(|case| case.activity.id != all[0].activity.id);
    let (own, whole) = (counts(of.iter().copied()), counts(all.iter()));
    let mut named: IndexSet<Line> = IndexSet::new();
    for case in of {
        let id = &case.activity.id;
        named.insert(match case.purpose {
            Some(purpose) if !several || own.get(id) != whole.get(id) => scene.text(&purpose.what),
            _ => scene.text(&case.activity.title),
        });
    }
    named.into_iter().collect()
}

/// How many cases each activity has.
fn counts<'c, 'a: 'c>(cases: impl Iterator<Item = &'c Case<'a>>) -> HashMap<&'a Id, usize> {
    let mut counts = HashMap::new();
    for case in cases {
        steps::count(1);
        *counts.entry(&case.activity.id).or_default() += 1;
    }
    counts
}

/// For which legal bases a right applies, where some purpose has others too; nothing where something else gives it.
fn where_basis<'c>(scene: &Scene, cases: impl Iterator<Item = &'c Case<'c>> + Clone) -> Line {
    if cases.clone().any(|case| case.by.is_empty()) {
        return Line::default();
    }
    let mut by: Vec<BasisCode> = cases.flat_map(|case| case.by.clone()).collect();
    by.sort_unstable();
    by.dedup();
    let bases = by.into_iter().map(|code| scene.language.code("basis", code.key())).collect();
    scene.say("say.where-basis", &[("bases", scene.language.either(bases))])
}

#[cfg(test)]
mod tests {
    use super::{Status, status};
    use crate::model::rights::Right;

    #[test]
    fn the_table_of_rights_and_bases_is_the_regulation() {
        let row = |right| {
            "abcdef".chars().map(|letter| status(right, letter).key().chars().next().unwrap()).collect::<String>()
        };
        assert_eq!(row(Right::Access), "yyyyyy");
        assert_eq!(row(Right::Erasure), "ylllly");
        assert_eq!(row(Right::Portability), "yynnnn");
        assert_eq!(row(Right::Objection), "nnnnyy");
        assert!(Status::No < Status::Open && Status::Open < Status::Limited && Status::Limited < Status::Yes);
    }
}
