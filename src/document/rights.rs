//! The rights of data subjects, computed from the legal bases (Articles 15–22).
//!
//! For each right the union over the purposes counts: the best status is told, and where purposes differ they are
//! named. A right that no purpose has is never promised; one that some purpose has is never left out.

use crate::document::line::Line;
use crate::document::scene::Scene;
use crate::document::sections::text;
use crate::document::{Block, Item, list};
use crate::model::List;
use crate::model::activity::Activity;
use crate::model::purpose::{Basis, Purpose};
use crate::model::rights::{Applies, Right, RightNote};

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

/// The status of a right under one legal basis, by the letter of Article 6(1).
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
}

/// The status of a right for every purpose of the activities.
fn cases<'a>(right: Right, activities: &[&'a Activity]) -> Vec<Case<'a>> {
    let mut cases = Vec::new();
    for activity in activities {
        let overridden = override_of(right, activity);
        let of = |bases: &List<Basis>| overridden.unwrap_or_else(|| best(right, bases));
        if activity.purposes.items.is_empty() {
            cases.push(Case { purpose: None, activity, status: of(&activity.basis) });
        }
        for purpose in &activity.purposes {
            let own = if purpose.basis.is_unwritten() { &activity.basis } else { &purpose.basis };
            cases.push(Case { purpose: Some(purpose), activity, status: of(own) });
        }
    }
    cases
}

/// What national law says of the right, where the register says so.
fn override_of(right: Right, activity: &Activity) -> Option<Status> {
    let note = activity.rights.iter().find(|note| note.right == Some(right))?;
    note.applies.map(|applies| match applies {
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
    if how.iter().any(|note| !note.how.items.is_empty()) {
        blocks.push(Block::Paragraph(scene.say("say.rights-how", &[])));
    }
    blocks.extend(list(how.into_iter().flat_map(|note| note_items(scene, note)).collect()));
    blocks.push(Block::Paragraph(scene.say("say.rights-answer", &[])));
    blocks
}

/// The right to object, in its own section wherever it exists (Article 21(4)).
#[must_use]
pub fn objection(scene: &Scene, activities: &[&Activity]) -> Vec<Block> {
    let cases = cases(Right::Objection, activities);
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
    let cases = cases(right, activities);
    let best = cases.iter().map(|case| case.status).max().unwrap_or(Status::Open);
    let mut items = scene.items();
    for status in [Status::Yes, Status::Limited, Status::Open, Status::No] {
        let of: Vec<&Case> = cases.iter().filter(|case| case.status == status).collect();
        if !of.is_empty() && of.len() < cases.len() {
            let names = names(scene, &of, &cases).into_iter().map(|name| Item::new(name.capital())).collect();
            items.item(Item::with(scene.say(&format!("status.{}", status.key()), &[]), names));
        }
    }
    for note in notes(scene, right, activities) {
        for item in note_items(scene, note) {
            items.item(item);
        }
    }
    Item::with(scene.say(&format!("right.{}.{}", right.key(), best.key()), &[]), items.done())
}

/// The purposes, or the activities where all purposes of an activity are the same and there are several.
fn names(scene: &Scene, of: &[&Case], all: &[Case]) -> Vec<Line> {
    let several = all.iter().any(|case| case.activity.id != all[0].activity.id);
    let mut named: Vec<Line> = Vec::new();
    for case in of {
        let whole = of.iter().filter(|other| other.activity.id == case.activity.id).count();
        let of_all = all.iter().filter(|other| other.activity.id == case.activity.id).count();
        let name = match case.purpose {
            Some(purpose) if !several || whole != of_all => scene.text(&purpose.what),
            _ => scene.text(&case.activity.title),
        };
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named
}

/// What the municipality and the activities add to a right, each note once.
fn notes<'n>(scene: &Scene<'n>, right: Right, activities: &[&'n Activity]) -> Vec<&'n RightNote> {
    let of_activities = activities.iter().flat_map(|activity| &activity.rights);
    let all = scene.register.municipality.rights.iter().chain(of_activities);
    let mut notes: Vec<&RightNote> = Vec::new();
    for note in all.filter(|note| note.right == Some(right)) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

fn note_items(scene: &Scene, note: &RightNote) -> Vec<Item> {
    let RightNote { right: _, applies: _, because, law, how, limits, remarks, at: _ } = note;
    let mut items = scene.items();
    items.sentences(how).sentences(limits);
    items.text("label.because", because.as_ref());
    items.laws(law);
    items.sentences(remarks);
    items.done()
}

/// The links of the municipality, which often lead to the services for the rights.
#[must_use]
pub fn municipality_links(scene: &Scene) -> Vec<Block> {
    list(text::links(scene, &scene.register.municipality.links))
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
