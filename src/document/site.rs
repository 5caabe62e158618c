//! The index page of a municipality.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::audience::{Audience, Sheets};
use crate::document::anchor::Anchor;
use crate::document::frame::frame;
use crate::document::page::{link, other_languages};
use crate::document::register::Entry;
use crate::document::scene::Scene;
use crate::document::sections::controller::contact_items;
use crate::document::sections::{accepted, internal, text};
use crate::document::topics::Topic;
use crate::document::{Block, Document, Item, list, notice, overview, search, sheet, table};
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::model::organisation::Officer;
use crate::register::facts::covered::activities_of;

/// The index of one municipality in one language. `without` are the entries of activities without a controller.
#[must_use]
pub(crate) fn municipality(scene: &Scene, topics: &[Topic], without: Vec<Entry>, sheets: Sheets) -> Document {
    let register = scene.register;
    let here = format!("{}/{}", register.id, scene.lang());
    let mut blocks = Vec::new();
    match scene.audience() {
        Audience::Public => {
            let (areas, rest) = areas(scene);
            let is_divided = !areas.is_empty();
            headed(scene, &mut blocks, "areas", list(areas));
            headed(scene, &mut blocks, if is_divided { "more-activities" } else { "activities" }, list(rest));
            let topics = topics.iter().map(|topic| topic.title(scene).linked(&topic.address(scene)));
            let all = scene.say("heading.all-pages", &[]).linked(&search::address(scene));
            headed(scene, &mut blocks, "topics", list(topics.chain([all]).map(Item::new).collect()));
            headed(scene, &mut blocks, "ask", ask(scene));
        }
        Audience::Internal => {
            blocks.push(Block::Paragraph(overview::link(scene)));
            blocks.extend(list(contact_items(scene, &register.municipality.contact)));
        }
    }
    headed(scene, &mut blocks, "registers", list(registers(scene, &here, sheets)));
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

/// The areas of life, which are the notices, each with its activities below it; then the activities of no notice.
fn areas(scene: &Scene) -> (Vec<Item>, Vec<Item>) {
    let register = scene.register;
    let is_said = |notice: &&Notice| register.municipality.languages_of(notice).contains(&scene.lang());
    let mut known: FxHashSet<&Id> = FxHashSet::default();
    let mut areas = Vec::new();
    for notice in register.notices.values().filter(is_said) {
        let own: Vec<&Activity> = activities_of(register, notice);
        known.extend(own.iter().map(|activity| &activity.id));
        let title = scene.text(&notice.title).linked(&notice::path(scene, notice));
        areas.push(Item::with(title, tree(scene, &own)));
    }
    let rest: Vec<&Activity> = register.activities.values().filter(|activity| !known.contains(&activity.id)).collect();
    (areas, tree(scene, &rest))
}

/// Links to activities, each with those of its children that are among them below it.
fn tree(scene: &Scene, all: &[&Activity]) -> Vec<Item> {
    let told = || all.iter().copied().filter(|activity| scene.is_told(activity));
    let ids: FxHashSet<&str> = told().map(|activity| activity.id.as_str()).collect();
    let has_whole = |activity: &Activity| activity.part_of.as_ref().is_some_and(|of| ids.contains(of.id.as_str()));
    let mut parts: FxHashMap<&str, Vec<Item>> = FxHashMap::default();
    for activity in told() {
        if let Some(whole) = activity.part_of.as_ref().filter(|of| ids.contains(of.id.as_str())) {
            parts.entry(whole.id.as_str()).or_default().push(Item::new(link(scene, activity)));
        }
    }
    let wholes = told().filter(|activity| !has_whole(activity));
    wholes.map(|whole| Item::with(link(scene, whole), parts.remove(whole.id.as_str()).unwrap_or_default())).collect()
}

/// Whom the reader can ask: the municipality, then its data protection officers.
fn ask(scene: &Scene) -> Vec<Block> {
    let scene = &scene.in_prose();
    let municipality = &scene.register.municipality;
    let mut blocks = list(contact_items(scene, &municipality.contact));
    blocks.push(Block::Paragraph(scene.say("say.ask-activity", &[])));
    let officers: Vec<&Officer> = municipality.officers.0.values().collect();
    if !officers.is_empty() {
        blocks.push(Block::Heading(3, scene.say("heading.officer", &[]), Anchor::of("officer")));
        for officer in officers {
            let name = officer.name.value().map(|name| scene.text(name)).unwrap_or_default();
            let mut items = Vec::new();
            if !name.is_empty() {
                items.push(Item::new(name));
            }
            items.extend(contact_items(scene, &officer.contact));
            blocks.extend(list(items));
        }
    }
    blocks
}

/// Links to the register of each controller, then to the files of the whole municipality.
fn registers(scene: &Scene, here: &str, sheets: Sheets) -> Vec<Item> {
    let controllers = scene.register.municipality.controllers.iter();
    let table = (scene.audience() == Audience::Public)
        .then(|| Item::new(scene.say("heading.table", &[]).linked(&table::address(scene))));
    let file = |key: &str, address: String| Item::new(scene.say(&format!("label.file-{key}"), &[]).linked(&address));
    let workbook = |id: &Id| sheets.xlsx.then(|| file("xlsx", format!("{here}/registers/{id}.xlsx")));
    let pages = controllers.map(|(id, controller)| {
        let page = scene.text(&controller.name).linked(&format!("{here}/registers/{id}"));
        Item::with(page, workbook(id).into_iter().collect())
    });
    let whole = sheet::path(scene);
    let files = [
        sheets.xlsx.then(|| file("xlsx", format!("{whole}.xlsx"))),
        sheets.csv_people.then(|| file("csv-people", format!("{whole}.csv"))),
        sheets.csv_machines.then(|| file("csv", format!("{}/register.csv", scene.register.id))),
        Some(file("json", format!("{}/register.json", scene.register.id))),
    ];
    table
        .into_iter()
        .chain(pages)
        .chain([Item::with(scene.say("label.whole-register", &[]), files.into_iter().flatten().collect())])
        .collect()
}
