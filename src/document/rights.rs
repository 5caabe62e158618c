//! The rights of data subjects, computed from the legal bases (Articles 15–22).
//!
//! Each right has the best status over all purposes; where purposes differ, they are named. A right that no purpose
//! has is never promised; one that any purpose has is never left out.

mod notes;

use std::collections::HashMap;

use indexmap::IndexSet;

use crate::document::scene::Scene;
use crate::document::{Block, Item, Open, list};
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::purpose::BasisCode;
use crate::model::rights::Right;
use crate::register::facts::rights::{Case, Status, cases};
use crate::steps;
use notes::notes;

/// The rights in output order, without objection, which has a separate section (Article 21(4)).
const TOLD: [Right; 6] =
    [Right::Access, Right::Rectification, Right::Erasure, Right::Restriction, Right::Portability, Right::HumanDecision];

/// All rights except objection, each with its name, how to use it and its limits.
#[must_use]
pub(crate) fn rights(scene: &Scene, activities: &[&Activity]) -> Vec<(Line, Vec<Block>)> {
    let decides = activities.iter().any(|activity| !activity.automated.items.is_empty());
    let told = TOLD.into_iter().filter(|right| *right != Right::HumanDecision || decides);
    let name = |right: &Right| scene.language.code("right-name", right.key());
    let (mut open, mut settled): (Vec<Right>, Vec<Right>) = told.partition(|right| is_open(scene, *right, activities));
    if open.len() == 1 {
        settled.append(&mut open);
    }
    let mut all: Vec<(Line, Vec<Block>)> = Vec::new();
    for right in settled {
        let Item { line, inside, role: _ } = right_item(scene, right, activities);
        all.push((name(&right), std::iter::once(Block::Paragraph(line)).chain(list(inside)).collect()));
    }
    if !open.is_empty() {
        let names = scene.language.list(open.iter().map(|right| name(right).small()).collect()).capital();
        let notes = open.iter().flat_map(|right| notes(scene, *right, activities));
        let notes = notes.flat_map(|note| note.items(scene)).collect();
        let line = Block::Paragraph(scene.say("say.rights-open", &[]));
        all.push((names, std::iter::once(line).chain(list(notes)).collect()));
    }
    all
}

/// Whether it is not settled for any purpose whether a right applies.
fn is_open(scene: &Scene, right: Right, activities: &[&Activity]) -> bool {
    let cases = cases(scene.register, right, activities);
    cases.iter().all(|case| case.status == Status::Open)
}

/// How to use the rights, and when an answer comes (Article 12).
#[must_use]
pub(crate) fn how(scene: &Scene, activities: &[&Activity]) -> Vec<Block> {
    let how = notes(scene, Right::All, activities);
    let mut blocks = list(how.iter().flat_map(|added| added.items(scene)).collect());
    blocks.extend(list(gaps(scene, activities)));
    blocks.push(Block::Paragraph(scene.say("say.rights-answer", &[])));
    blocks.push(Block::Paragraph(scene.say("say.regulation", &[])));
    blocks
}

/// What is not known about the rights.
fn gaps(scene: &Scene, activities: &[&Activity]) -> Vec<Item> {
    let mut all = scene.items().gaps(&scene.register.municipality.rights).done();
    for activity in activities {
        let of = |open: Open| Open { activities: vec![activity.id.clone()], ..open };
        all.extend(scene.items().gaps(&activity.rights).done().into_iter().map(|item| item.asking(&of)));
    }
    all
}

/// The right to object, in a separate section if it exists (Article 21(4)), or if the register says that it does not.
#[must_use]
pub(crate) fn objection(scene: &Scene, activities: &[&Activity]) -> Vec<Block> {
    let cases = cases(scene.register, Right::Objection, activities);
    let is_told = || notes(scene, Right::Objection, activities).iter().any(|added| added.note.applies.is_some());
    if cases.iter().all(|case| case.status == Status::No) && !is_told() {
        return Vec::new();
    }
    let item = right_item(scene, Right::Objection, activities);
    let mut blocks = vec![Block::Paragraph(item.line)];
    blocks.extend(list(item.inside));
    vec![Block::Apart(blocks)]
}

/// A right with its best status. If purposes differ, names the purposes of each status but the most usual one, which
/// holds for the others.
fn right_item(scene: &Scene, right: Right, activities: &[&Activity]) -> Item {
    let cases = cases(scene.register, right, activities);
    let best = cases.iter().map(|case| case.status).max().unwrap_or(Status::Open);
    let mut items = scene.items();
    let mut why = Vec::new();
    let of = |status: Status| cases.iter().filter(|case| case.status == status).collect::<Vec<&Case>>();
    let present = [Status::Yes, Status::Limited, Status::Open, Status::No].into_iter();
    let present: Vec<Status> = present.filter(|status| !of(*status).is_empty()).collect();
    let most = present.iter().copied().max_by_key(|status| (of(*status).len(), *status));
    // What holds for the others comes after those that are named.
    let (others, named): (Vec<Status>, Vec<Status>) = present.iter().partition(|status| Some(**status) == most);
    for status in named.into_iter().chain(others).filter(|_| present.len() > 1) {
        let of = of(status);
        if Some(status) != most {
            let names = Line::join(names(scene, &of, &cases), "; ", "; ");
            items.line(scene.say(&format!("status.{}", status.key()), &[("names", names)]));
        } else if status != best {
            items.line(scene.say(&format!("status-of-others.{}", status.key()), &[]));
        }
        if status != best && of.iter().any(|case| case.is_by_basis) {
            why.push(status);
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
    let notes = notes(scene, right, activities);
    if best != Status::No {
        items.line(notes::limit(scene, right, activities, &notes));
        items.extend(notes.iter().flat_map(|note| note.items(scene)).collect());
    } else {
        items.extend(notes.iter().flat_map(|note| note.without_right(scene)).collect());
    }
    let key = format!("right.{}.{}", right.key(), best.key());
    let objection = self::cases(scene.register, Right::Objection, activities);
    let can_object = objection.iter().any(|case| case.status > Status::No);
    let with_objection = format!("{key}-objection");
    let key = if can_object && scene.language.has(&with_objection) { with_objection } else { key };
    Item::with(scene.say(&key, &[("events", events(scene, &cases, can_object))]), items.done())
}

/// Other events that entitle to erasure: withdrawal of consent, objection (Article 17(1)(b) and (c)).
fn events(scene: &Scene, cases: &[Case], can_object: bool) -> Line {
    let rests_on_consent = cases.iter().flat_map(|case| &case.by).any(|code| code.letter() == 'a');
    let events = [("withdrawal", rests_on_consent), ("objection", can_object)];
    let events = [("no-need", true)].into_iter().chain(events).filter(|(_, happens)| *happens);
    scene.language.either_phrase(events.map(|(event, _)| scene.say(&format!("say.erasure-on-{event}"), &[])).collect())
}

fn why_key(right: Right, status: Status) -> String {
    format!("right.{}.{}-why", right.key(), status.key())
}

/// The names of the purposes with a status. If there are several activities, one whose purposes all have it is named
/// instead.
fn names(scene: &Scene, of: &[&Case], all: &[Case]) -> Vec<Line> {
    let several = all.iter().any(|case| case.activity.id != all[0].activity.id);
    let (own, whole) = (counts(of.iter().copied()), counts(all.iter()));
    let mut named: IndexSet<Line> = IndexSet::new();
    for case in of {
        let id = &case.activity.id;
        named.insert(match case.purpose {
            Some(purpose) if !several => scene.text(&purpose.what),
            Some(purpose) if own.get(id) != whole.get(id) => {
                let places = [("activity", scene.text(&case.activity.title)), ("purpose", scene.text(&purpose.what))];
                scene.say("say.purpose-of", &places)
            }
            _ => scene.text(&case.activity.title),
        });
    }
    named.into_iter().collect()
}

/// The number of cases per activity.
fn counts<'c, 'a: 'c>(cases: impl Iterator<Item = &'c Case<'a>>) -> HashMap<&'a Id, usize> {
    let mut counts = HashMap::new();
    for case in cases {
        steps::count(1);
        *counts.entry(&case.activity.id).or_default() += 1;
    }
    counts
}

/// The legal bases for which a right applies, if some purpose has others too; empty if a case has the right on other
/// grounds.
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
