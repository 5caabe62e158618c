//! The page of one activity: a complete notice of Articles 13 and 14.

use rustc_hash::FxHashMap;

use crate::audience::Audience;
use crate::document::anchor::Anchor;
use crate::document::body::{Covered, body};
use crate::document::brief;
use crate::document::drawing::drawing;
use crate::document::frame::frame;
use crate::document::once::Once;
use crate::document::open::open;
use crate::document::scene::Scene;
use crate::document::{Block, Document, Item, list};
use crate::language::form;
use crate::language::line::Line;
use crate::model::activity::Activity;
use crate::model::notice::Addressee;
use crate::model::section::Part as TextPart;
use crate::model::{Id, Lang};
use crate::register::facts::draft::is_draft;

/// The path of the page of an activity.
#[must_use]
pub(crate) fn path(scene: &Scene, id: &Id) -> String {
    format!("{}/{}/activities/{id}", scene.register.id, scene.lang())
}

/// The page of an activity.
#[must_use]
pub(crate) fn page(scene: &Scene, activity: &Activity) -> Document {
    let scene = &scene.in_prose();
    let texts = text_ids(scene, activity);
    let (uses, once) = (FxHashMap::default(), Once::default());
    let covered = Covered { activities: vec![activity], uses, texts, unit: None, once };
    let mut body = body(scene, &covered, form::form(scene.country()));
    let mut blocks = draft_mark(scene, &covered.activities);
    blocks.extend(addressed(scene, scene.register.municipality.addressee));
    blocks.extend(brief::brief(scene, &covered, &body.asked, None));
    blocks.extend(drawing(scene, activity));
    blocks.push(Block::Contents(scene.say("label.contents", &[])));
    blocks.append(&mut body.opening);
    blocks.append(&mut body.blocks);
    blocks.extend(parts_of(scene, activity));
    blocks.extend(open(scene, &covered.activities, &body, brief::contact(scene, &covered)));
    Document {
        path: path(scene, &activity.id),
        lang: scene.lang(),
        title: scene.say("heading.activity", &[("activity", scene.text(&activity.title))]),
        trail: trail(scene),
        other_languages: other_languages(
            scene,
            &format!("activities/{}", activity.id),
            &scene.register.languages_of(activity),
        ),
        frame: frame(scene),
        blocks,
    }
}

/// The mark of a document that is a draft.
#[must_use]
pub(crate) fn draft_mark(scene: &Scene, activities: &[&Activity]) -> Vec<Block> {
    let mark = is_draft(scene.register, activities).then(|| scene.say("say.draft", &[]).strong());
    mark.map(Block::Paragraph).into_iter().collect()
}

/// The addressee of the document, unless it is the reader alone.
#[must_use]
pub(crate) fn addressed(scene: &Scene, addressee: Option<Addressee>) -> Vec<Block> {
    match addressee {
        None | Some(Addressee::You) => Vec::new(),
        Some(addressee) => vec![Block::Paragraph(scene.language.code("addressee", addressee.key()))],
    }
}

/// The breadcrumbs from the index to the municipality.
#[must_use]
pub(crate) fn trail(scene: &Scene) -> Vec<(String, String)> {
    let municipality = scene.text(&scene.register.municipality.name).plain();
    vec![
        ("index".to_owned(), scene.say("label.index", &[]).plain()),
        (format!("{}/{}/index", scene.register.id, scene.lang()), municipality),
    ]
}

/// The paths of the same document in the other languages.
#[must_use]
pub(crate) fn other_languages(scene: &Scene, inside: &str, languages: &[Lang]) -> Vec<(Lang, String)> {
    let others = languages.iter().filter(|lang| **lang != scene.lang());
    others.map(|lang| (*lang, format!("{}/{lang}/{inside}", scene.register.id))).collect()
}

/// The shared texts of an activity: the municipality's, then its own.
fn text_ids<'r>(scene: &Scene<'r>, activity: &'r Activity) -> Vec<&'r Id> {
    let mut ids: Vec<&Id> = Vec::new();
    let shared = scene.register.municipality.texts.iter().filter(|text| belongs_on_a_page(scene, &text.id, activity));
    for id in shared.chain(&activity.texts).map(|reference| &reference.id) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// Whether a text of the municipality is shown on the page of an activity. Introductions are shown in notices only,
/// texts on processors only if there are processors.
fn belongs_on_a_page(scene: &Scene, text: &Id, activity: &Activity) -> bool {
    match scene.register.shared.texts.get(text).and_then(|text| text.part) {
        Some(TextPart::Introduction) => false,
        Some(TextPart::Processors) => !activity.processors.items.is_empty(),
        _ => true,
    }
}

/// Links to the children of an activity.
fn parts_of(scene: &Scene, whole: &Activity) -> Vec<Block> {
    let links: Vec<Item> = scene.register.parts_of(whole).map(|part| Item::new(reference(scene, part))).collect();
    if links.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, scene.say("heading.parts", &[]), Anchor::of("parts"))];
    blocks.push(Block::Paragraph(scene.say("say.parts", &[])));
    blocks.extend(list(links));
    blocks
}

/// A link to the page of an activity.
#[must_use]
pub(crate) fn link(scene: &Scene, activity: &Activity) -> Line {
    scene.text(&activity.title).linked(&path(scene, &activity.id))
}

/// The title of an activity, with that of its parent: several parents can have children of the same title.
#[must_use]
pub(crate) fn name(scene: &Scene, activity: &Activity) -> Line {
    let title = scene.text(&activity.title);
    let parent = activity.part_of.as_ref().and_then(|of| scene.register.activities.get(&of.id));
    match parent {
        Some(parent) => {
            let mut named = title.and(" (");
            named.push(&scene.text(&parent.title));
            named.and(")")
        }
        None => title,
    }
}

/// The title of an activity with that of its parent, linked to its page if it has one.
#[must_use]
pub(crate) fn named_reference(scene: &Scene, activity: &Activity) -> Line {
    led(scene, activity, name(scene, activity))
}

/// The title of an activity, linked to its page if it has one.
#[must_use]
pub(crate) fn reference(scene: &Scene, activity: &Activity) -> Line {
    led(scene, activity, scene.text(&activity.title))
}

/// A line, linked to the page of an activity if it has one.
fn led(scene: &Scene, activity: &Activity, line: Line) -> Line {
    let has_page = scene.audience() == Audience::Public && scene.is_told(activity);
    if has_page { line.linked(&path(scene, &activity.id)) } else { line }
}
