//! The record of processing activities (Article 30): per controller, per municipality.

use crate::document::form::Part;
use crate::document::page::{reference, trail};
use crate::document::scene::Scene;
use crate::document::sections::controller::{contact_items, controller_items, controller_of, officer_of_controller};
use crate::document::sections::{internal, section};
use crate::document::{Block, Document, Item, list};
use crate::model::activity::Activity;
use crate::model::administration::Status;
use crate::model::organisation::Controller;
use crate::model::processor::Client;
use crate::model::{Id, Text};

/// What Article 30(1) asks for, in its order, then what this register has beside it.
const ROWS: [Part; 14] = [
    Part::Summary,
    Part::Purposes,
    Part::Bases,
    Part::Subjects,
    Part::Data,
    Part::Recipients,
    Part::Processors,
    Part::Transfers,
    Part::Retention,
    Part::Sources,
    Part::Obligation,
    Part::Automated,
    Part::Consent,
    Part::Procedure,
];

/// The register of the whole municipality.
#[must_use]
pub fn municipality(scene: &Scene) -> Document {
    document(scene, "register".into(), &scene.register.municipality.name, body(scene))
}

/// The register of one controller.
#[must_use]
pub fn controller(scene: &Scene, id: &Id, controller: &Controller) -> Document {
    let mut blocks = vec![Block::Heading(2, scene.text(&scene.register.municipality.name))];
    blocks.extend(of_controller(scene, controller));
    document(scene, format!("registers/{id}"), &controller.name, blocks)
}

fn document(scene: &Scene, inside: String, name: &Text, blocks: Vec<Block>) -> Document {
    let key = if scene.internal { "heading.register-internal" } else { "heading.register" };
    let languages = &scene.register.municipality.languages.items;
    Document {
        path: format!("{}/{}/{inside}", scene.register.id, scene.lang()),
        lang: scene.lang(),
        title: scene.say(key, &[("name", scene.text(name))]),
        trail: trail(scene),
        other_languages: crate::document::page::other_languages(scene, &inside, languages),
        blocks,
    }
}

/// The register without its title: for its own page and for the consolidated one.
#[must_use]
pub fn body(scene: &Scene) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, scene.text(&scene.register.municipality.name))];
    blocks.extend(list(contact_items(scene, &scene.register.municipality.contact)));
    for controller in scene.register.municipality.controllers.0.values() {
        blocks.extend(of_controller(scene, controller));
    }
    let without: Vec<&Activity> = scene
        .register
        .activities
        .values()
        .filter(|activity| controller_of(scene.register, activity).is_none())
        .collect();
    blocks.extend(without.into_iter().flat_map(|activity| entry(scene, activity)));
    let notes = if scene.internal { internal::shared_notes(scene) } else { Vec::new() };
    if !notes.is_empty() {
        blocks.push(Block::Heading(3, scene.say("heading.shared-notes", &[])));
        blocks.extend(notes);
    }
    blocks
}

/// The activities of a controller.
#[must_use]
pub fn activities_of<'r>(scene: &Scene<'r>, controller: &Controller) -> Vec<&'r Activity> {
    let register = scene.register;
    let is_own =
        |activity: &&Activity| controller_of(register, activity).is_some_and(|own| std::ptr::eq(own, controller));
    register.activities.values().filter(is_own).collect()
}

fn of_controller(scene: &Scene, controller: &Controller) -> Vec<Block> {
    let activities = activities_of(scene, controller);
    let mut blocks = vec![Block::Heading(3, scene.text(&controller.name))];
    blocks.extend(list(controller_items(scene, controller)));
    let officer = officer_of_controller(scene, controller);
    if !officer.is_empty() {
        blocks.push(Block::Heading(4, scene.say("row.officer", &[])));
        blocks.extend(officer);
    }
    blocks.extend(activities.into_iter().flat_map(|activity| entry(scene, activity)));
    blocks
}

/// The entry of one activity.
fn entry(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(4, reference(scene, activity))];
    if let Some(status) = activity.status.filter(|status| *status != Status::Active) {
        let status = scene.language.code("life", status.key());
        blocks.extend(list(scene.items().value("label.status", status).done()));
    }
    blocks.extend(as_processor(scene, activity));
    row(&mut blocks, scene.say("row.contact", &[]), section(scene, Part::Contact, activity));
    for part in ROWS {
        row(&mut blocks, scene.say(&part.row(), &[]), section(scene, part, activity));
    }
    if scene.internal {
        row(&mut blocks, scene.say("heading.security", &[]), internal::measures(scene, activity));
        row(&mut blocks, scene.say("heading.agreements", &[]), internal::agreements(scene, activity));
        row(&mut blocks, scene.say("heading.administration", &[]), internal::administration(scene, activity));
        row(&mut blocks, scene.say("heading.notes", &[]), internal::notes(scene, activity));
    }
    blocks
}

fn row(blocks: &mut Vec<Block>, heading: crate::document::line::Line, mut inside: Vec<Block>) {
    if !inside.is_empty() {
        blocks.push(Block::Heading(5, heading));
        blocks.append(&mut inside);
    }
}

/// What Article 30(2) asks for beside transfers and security.
#[must_use]
pub fn as_processor(scene: &Scene, activity: &Activity) -> Vec<Block> {
    let mut items = scene.items();
    for client in &activity.on_behalf_of {
        items.item(client_item(scene, client));
    }
    items.gaps(&activity.on_behalf_of);
    let mut blocks = Vec::new();
    row(&mut blocks, scene.say("heading.on-behalf-of", &[]), list(items.done()));
    row(&mut blocks, scene.say("heading.services", &[]), list(scene.items().sentences(&activity.services).done()));
    blocks
}

fn client_item(scene: &Scene, client: &Client) -> Item {
    let Client { name, contact, officer, representative, at: _ } = client;
    let mut inside = contact_items(scene, contact);
    let officer = contact_items(scene, officer);
    if !officer.is_empty() {
        inside.push(Item::with(scene.say("heading.officer", &[]), officer));
    }
    inside.extend(scene.items().list("label.representative", representative).done());
    Item::with(scene.text(name), inside)
}
