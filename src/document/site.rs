//! The index page of a municipality.

use crate::audience::Audience;
use crate::document::anchor::Anchor;
use crate::document::frame::frame;
use crate::document::page::{link, other_languages};
use crate::document::register::Entry;
use crate::document::scene::Scene;
use crate::document::sections::controller::contact_items;
use crate::document::sections::{accepted, internal, text};
use crate::document::{Block, Document, Item, list};
use crate::model::activity::Activity;

/// The index of one municipality in one language. `without` are the entries of activities without a controller.
#[must_use]
pub(crate) fn municipality(scene: &Scene, without: Vec<Entry>) -> Document {
    let register = scene.register;
    let here = format!("{}/{}", register.id, scene.lang());
    let mut blocks = list(contact_items(scene, &register.municipality.contact));
    if scene.audience() == Audience::Public {
        let notices = register
            .notices
            .values()
            .filter(|notice| register.municipality.languages_of(notice).contains(&scene.lang()));
        let notices =
            notices.map(|notice| Item::new(scene.text(&notice.title).linked(&format!("{here}/notices/{}", notice.id))));
        headed(scene, &mut blocks, "notices", list(notices.collect()));
        headed(scene, &mut blocks, "activities", list(activities(scene)));
    }
    headed(scene, &mut blocks, "registers", list(registers(scene, &here)));
    blocks.extend(list(text::links(scene, &register.municipality.links)));
    let entries = without.into_iter().flat_map(|entry| entry.into_blocks(3)).collect();
    headed(scene, &mut blocks, "without-controller", entries);
    if let Some(checked) = scene.internal() {
        headed(scene, &mut blocks, "shared-accepted", accepted::shared(scene, checked));
        headed(scene, &mut blocks, "shared-notes", internal::shared_notes(scene));
    }
    Document {
        path: format!("{here}/index"),
        lang: scene.lang(),
        title: scene.text(&register.municipality.name),
        trail: vec![("index".to_owned(), scene.say("label.index", &[]).plain())],
        other_languages: other_languages(scene, "index", &register.municipality.languages.items),
        frame: frame(scene),
        blocks,
    }
}

/// Adds blocks under the heading with this key, if there are any.
fn headed(scene: &Scene, blocks: &mut Vec<Block>, key: &str, inside: Vec<Block>) {
    if !inside.is_empty() {
        blocks.push(Block::Heading(2, scene.say(&format!("heading.{key}"), &[]), Anchor::of(key)));
        blocks.extend(inside);
    }
}

/// The activities, each with its children below it.
fn activities(scene: &Scene) -> Vec<Item> {
    let register = scene.register;
    let is_told = |activity: &&Activity| scene.is_told(activity);
    let wholes = register.activities.values().filter(|activity| activity.part_of.is_none()).filter(is_told);
    let parts = |whole| register.parts_of(whole).filter(is_told).map(|part| Item::new(link(scene, part))).collect();
    wholes.map(|whole| Item::with(link(scene, whole), parts(whole))).collect()
}

/// Links to the register of each controller, then to the files of the whole municipality.
fn registers(scene: &Scene, here: &str) -> Vec<Item> {
    let controllers = scene.register.municipality.controllers.iter();
    let pages = controllers
        .map(|(id, controller)| Item::new(scene.text(&controller.name).linked(&format!("{here}/registers/{id}"))));
    let files = ["csv", "json"].into_iter().map(|ending| {
        let address = format!("{}/register.{ending}", scene.register.id);
        Item::new(scene.say(&format!("label.file-{ending}"), &[]).linked(&address))
    });
    pages.chain([Item::with(scene.say("label.whole-register", &[]), files.collect())]).collect()
}
