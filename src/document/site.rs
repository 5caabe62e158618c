//! The pages that lead to all others.

use crate::document::audience::Audience;
use crate::document::line::Line;
use crate::document::notice;
use crate::document::page::{link, other_languages};
use crate::document::scene::{ROOT, Scene};
use crate::document::sections::text;
use crate::document::{Block, Document, Item, list};
use crate::model::activity::Activity;

/// The index of one municipality in one language.
#[must_use]
pub fn municipality(scene: &Scene) -> Document {
    let register = scene.register;
    let here = format!("{}{}/{}", ROOT, register.id, scene.lang());
    let mut blocks = Vec::new();
    if scene.audience() == Audience::Public {
        let notices =
            register.notices.values().filter(|notice| notice::languages(register, notice).contains(&scene.lang()));
        let notices =
            notices.map(|notice| Item::new(scene.text(&notice.title).linked(&format!("{here}/notices/{}", notice.id))));
        headed(&mut blocks, scene.say("heading.notices", &[]), notices.collect());
        headed(&mut blocks, scene.say("heading.activities", &[]), activities(scene));
    }
    headed(&mut blocks, scene.say("heading.registers", &[]), registers(scene, &here));
    blocks.extend(list(text::links(scene, &register.municipality.links)));
    Document {
        path: format!("{}/{}/index", register.id, scene.lang()),
        lang: scene.lang(),
        title: scene.text(&register.municipality.name),
        trail: vec![("index".to_owned(), scene.say("label.index", &[]).plain())],
        other_languages: other_languages(scene, "index", &register.municipality.languages.items),
        blocks,
    }
}

fn headed(blocks: &mut Vec<Block>, heading: Line, items: Vec<Item>) {
    if !items.is_empty() {
        blocks.push(Block::Heading(2, heading));
        blocks.extend(list(items));
    }
}

/// The activities, each with its parts below it.
fn activities(scene: &Scene) -> Vec<Item> {
    let register = scene.register;
    let is_told = |activity: &&Activity| scene.is_told(activity);
    let wholes = register.activities.values().filter(|activity| activity.part_of.is_none()).filter(is_told);
    let parts = |whole| register.parts_of(whole).filter(is_told).map(|part| Item::new(link(scene, part))).collect();
    wholes.map(|whole| Item::with(link(scene, whole), parts(whole))).collect()
}

fn registers(scene: &Scene, here: &str) -> Vec<Item> {
    let whole = scene.say("label.whole-register", &[]).linked(&format!("{here}/register"));
    let mut items = vec![Item::with(whole, files(scene, &format!("{}{}/register", ROOT, scene.register.id)))];
    for (id, controller) in scene.register.municipality.controllers.iter() {
        let link = scene.text(&controller.name).linked(&format!("{here}/registers/{id}"));
        items.push(Item::with(link, files(scene, &format!("{}{}/registers/{id}", ROOT, scene.register.id))));
    }
    items
}

/// The forms for machines.
fn files(scene: &Scene, path: &str) -> Vec<Item> {
    ["csv", "json"]
        .into_iter()
        .map(|ending| Item::new(scene.say(&format!("label.file-{ending}"), &[]).linked(&format!("{path}.{ending}"))))
        .collect()
}
