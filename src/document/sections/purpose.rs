//! Purposes and legal bases (Article 13(1)(c) and (d), Article 30(1)(b)).

use crate::document::scene::Scene;
use crate::document::{Block, Item, Role, list};
use crate::language::line::Line;
use crate::model::activity::{Activity, Listed};
use crate::model::purpose::{Basis, Purpose};
use crate::model::reference::{DataIds, Ref, Systems};
use crate::model::{Id, List};

/// The purposes, each with its details. A parent without purposes lists those of its children.
pub(super) fn purposes(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for purpose in &activity.purposes {
        items.item(purpose_item(scene, purpose, activity));
    }
    if activity.purposes.items.is_empty() {
        for part in scene.register.parts_of(activity) {
            let inside = part.purposes.iter().map(|purpose| purpose_item(scene, purpose, part)).collect();
            items.item(Item::with(scene.text(&part.title), inside));
        }
    }
    items.gaps(&activity.purposes);
    let mut blocks = list(items.done());
    blocks.extend(open(scene, activity, Listed::Purposes));
    blocks
}

/// Sentences for a list that is incomplete, or that names the main items only.
pub(super) fn open(scene: &Scene, activity: &Activity, listed: Listed) -> Vec<Block> {
    let mut sentences = Vec::new();
    if activity.mainly.items.contains(&listed) {
        sentences.push(Block::Paragraph(scene.say("say.mainly-list", &[])));
    }
    if activity.open.items.contains(&listed) {
        sentences.push(Block::Paragraph(scene.say("say.open-list", &[])));
    }
    sentences
}

fn purpose_item(scene: &Scene, purpose: &Purpose, activity: &Activity) -> Item {
    let Purpose {
        id: _,
        what,
        when,
        examples,
        basis,
        data,
        systems,
        subjects,
        because,
        further,
        compatible,
        notes: _,
        at: _,
    } = purpose;
    let mut items = scene.items();
    items.text("label.when", when);
    items.list("label.examples", examples);
    for basis in basis {
        items.item(labelled(scene, basis_item(scene, basis)));
    }
    items.labelled_gaps("label.basis", basis);
    items.value("label.data", data_names(scene, data, activity)).labelled_gaps("label.data", data);
    items.value("label.systems", system_names(scene, systems)).labelled_gaps("label.systems", systems);
    items.terms("label.subjects", subjects, activity);
    items.sentences(because);
    if further.0 {
        items.line(scene.say("say.further", &[]));
    }
    items.list("label.compatible", compatible);
    Item::with(scene.text(what), items.done())
}

/// The names of categories of data, by id.
pub(super) fn data_names(scene: &Scene, ids: &List<Ref<DataIds>>, activity: &Activity) -> Line {
    let find = |id: &Id| scene.register.data_of(activity, id);
    let names = ids.iter().filter_map(|id| find(&id.id)).map(|data| scene.data_name(data, activity)).collect();
    scene.language.list(names)
}

/// The names of systems, by id.
pub(in crate::document) fn system_names(scene: &Scene, ids: &List<Ref<Systems>>) -> Line {
    let systems = ids.iter().filter_map(|id| scene.register.shared.systems.get(&id.id));
    scene.language.list(systems.map(|system| scene.proper(&system.name, &system.formerly)).collect())
}

/// A legal basis with its law and what it covers.
fn basis_item(scene: &Scene, basis: &Basis) -> Item {
    let Basis { code, law, covers, covers_examples, interest, because, when, at: _ } = basis;
    let Some(code) = code else { return Item::default() };
    let mut items = scene.items();
    items.text("label.when", when);
    items.list(if covers_examples.0 { "label.examples" } else { "label.covers" }, covers);
    items.text("label.interest", interest);
    items.laws(law);
    items.sentences(because);
    Item::with(scene.language.code("basis", code.key()), items.done())
}

/// Adds the label “legal basis” to a basis among other lines.
fn labelled(scene: &Scene, basis: Item) -> Item {
    if basis.line.is_empty() {
        return basis;
    }
    Item::with(scene.detail("label.basis", basis.line), basis.inside).role(Role::Detail)
}

/// The legal bases and laws of the activity, shared by its purposes.
pub(super) fn bases(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for basis in &activity.basis {
        items.item(basis_item(scene, basis));
    }
    items.gaps(&activity.basis);
    items.laws(&activity.law);
    let items = items.done();
    let some_have_their_own = activity.purposes.iter().any(|purpose| !purpose.basis.is_unwritten());
    let mut blocks = Vec::new();
    if some_have_their_own && !activity.basis.is_unwritten() && !activity.basis.none {
        blocks.push(Block::Paragraph(scene.say("say.bases-of-others", &[])));
    }
    blocks.extend(list(items));
    if scene.is_prose() && is_undivided(activity) {
        blocks.push(Block::Paragraph(scene.say("say.bases-shared", &[])));
    }
    blocks
}

/// Whether there are several legal bases for several purposes, and nothing says which is for which.
fn is_undivided(activity: &Activity) -> bool {
    let is_whole = |basis: &Basis| basis.covers.is_unwritten() && basis.when.is_unwritten();
    let is_shared = activity.purposes.iter().all(|purpose| purpose.basis.is_unwritten());
    let several = activity.basis.items.len() > 1 && activity.purposes.items.len() > 1;
    several && is_shared && activity.basis.gaps.is_empty() && activity.basis.iter().all(is_whole)
}
