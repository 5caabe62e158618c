//! The record of processing activities (Article 30): per controller, per municipality.

use crate::document::audience::Audience;
use crate::document::form::Part;
use crate::document::line::Line;
use crate::document::page::{reference, trail};
use crate::document::scene::Scene;
use crate::document::sections::controller::{contact_items, controller_items, controller_of, officer_of_controller};
use crate::document::sections::{accepted, internal, section};
use crate::document::{Block, Document, Item, list};
use crate::model::activity::Activity;
use crate::model::administration::Status;
use crate::model::organisation::Controller;
use crate::model::processor::Client;
use crate::model::{Id, Text};

/// What Article 30(1) asks for, in its order, then what this register has beside it.
pub const ROWS: [(&str, Part); 15] = [
    ("contact", Part::Contact),
    ("summary", Part::Summary),
    ("purposes", Part::Purposes),
    ("bases", Part::Bases),
    ("subjects", Part::Subjects),
    ("data", Part::Data),
    ("recipients", Part::Recipients),
    ("processors", Part::Processors),
    ("transfers", Part::Transfers),
    ("retention", Part::Retention),
    ("sources", Part::Sources),
    ("obligation", Part::Obligation),
    ("automated", Part::Automated),
    ("consent", Part::Consent),
    ("procedure", Part::Procedure),
];

/// One activity in the register: its rows are written once and shown in every register it stands in.
pub struct Entry<'r> {
    /// The activity.
    pub activity: &'r Activity,
    /// The rows that say something, in order.
    pub rows: Vec<Row>,
    title: Line,
}

/// One row of an entry.
pub struct Row {
    /// The name of the row in files for machines.
    pub key: &'static str,
    /// What it says.
    pub blocks: Vec<Block>,
    heading: Line,
}

/// A register in order: what stands around the entries, and the entries.
pub enum Piece<'r> {
    /// Headings, contacts, officers, notes.
    Blocks(Vec<Block>),
    /// The entry of an activity.
    Entry(&'r Id),
}

/// The page of the register of the whole municipality, still empty.
#[must_use]
pub fn municipality(scene: &Scene) -> Document {
    document(scene, "register".into(), &scene.register.municipality.name)
}

/// The page of the register of one controller, still empty.
#[must_use]
pub fn controller(scene: &Scene, id: &Id, controller: &Controller) -> Document {
    document(scene, format!("registers/{id}"), &controller.name)
}

fn document(scene: &Scene, inside: String, name: &Text) -> Document {
    let key = match scene.audience() {
        Audience::Public => "heading.register",
        Audience::Internal => "heading.register-internal",
    };
    let languages = &scene.register.municipality.languages.items;
    Document {
        path: format!("{}/{}/{inside}", scene.register.id, scene.lang()),
        lang: scene.lang(),
        title: scene.say(key, &[("name", scene.text(name))]),
        trail: trail(scene),
        other_languages: crate::document::page::other_languages(scene, &inside, languages),
        blocks: Vec::new(),
    }
}

/// The whole register without its title: for its own page and for the consolidated one.
#[must_use]
pub fn pieces<'r>(scene: &Scene<'r>) -> Vec<Piece<'r>> {
    let municipality = &scene.register.municipality;
    let mut blocks = vec![Block::Heading(2, scene.text(&municipality.name))];
    blocks.extend(list(contact_items(scene, &municipality.contact)));
    let mut pieces = vec![Piece::Blocks(blocks)];
    for (id, controller) in municipality.controllers.iter() {
        pieces.extend(of_controller(scene, id, controller));
    }
    let has_none = |activity: &&Activity| controller_of(scene.register, activity).is_none();
    pieces.extend(scene.register.activities.values().filter(has_none).map(|activity| Piece::Entry(&activity.id)));
    if let Some(checked) = scene.internal() {
        let shared = [
            ("heading.shared-accepted", accepted::shared(scene, checked)),
            ("heading.shared-notes", internal::shared_notes(scene)),
        ];
        for (heading, blocks) in shared.into_iter().filter(|(_, blocks)| !blocks.is_empty()) {
            let heading = Block::Heading(3, scene.say(heading, &[]));
            pieces.push(Piece::Blocks(std::iter::once(heading).chain(blocks).collect()));
        }
    }
    pieces
}

/// The register of one controller without its title.
#[must_use]
pub fn pieces_of<'r>(scene: &Scene<'r>, id: &Id, controller: &Controller) -> Vec<Piece<'r>> {
    let name = Block::Heading(2, scene.text(&scene.register.municipality.name));
    std::iter::once(Piece::Blocks(vec![name])).chain(of_controller(scene, id, controller)).collect()
}

/// The activities of a controller.
#[must_use]
pub fn activities_of<'r>(scene: &Scene<'r>, controller: &Id) -> Vec<&'r Activity> {
    scene.kept.activities_of(scene.register, controller)
}

fn of_controller<'r>(scene: &Scene<'r>, id: &Id, controller: &Controller) -> Vec<Piece<'r>> {
    let mut blocks = vec![Block::Heading(3, scene.text(&controller.name))];
    blocks.extend(list(controller_items(scene, controller)));
    let officer = officer_of_controller(scene, controller);
    if !officer.is_empty() {
        blocks.push(Block::Heading(4, scene.say("row.officer", &[])));
        blocks.extend(officer);
    }
    let entries = activities_of(scene, id).into_iter().map(|activity| Piece::Entry(&activity.id));
    std::iter::once(Piece::Blocks(blocks)).chain(entries).collect()
}

/// The entry of one activity.
#[must_use]
pub fn entry<'r>(scene: &Scene<'r>, activity: &'r Activity) -> Entry<'r> {
    let mut entry = Entry { activity, rows: Vec::new(), title: reference(scene, activity) };
    if let Some(status) = activity.status.filter(|status| *status != Status::Active) {
        let status = scene.language.code("life", status.key());
        let blocks = list(scene.items().value("label.status", status).done());
        entry.rows.push(Row { key: "status", heading: Line::default(), blocks });
    }
    let clients = activity.on_behalf_of.iter().map(|client| client_item(scene, client)).collect();
    let clients = scene.items().extend(clients).gaps(&activity.on_behalf_of).done();
    entry.row("on-behalf-of", scene.say("heading.on-behalf-of", &[]), list(clients));
    let services = scene.items().sentences(&activity.services).done();
    entry.row("services", scene.say("heading.services", &[]), list(services));
    for (key, part) in ROWS {
        entry.row(key, scene.say(&part.row(), &[]), section(scene, part, activity));
    }
    if let Some(checked) = scene.internal() {
        entry.row("measures", scene.say("heading.security", &[]), internal::measures(scene, activity));
        entry.row("agreements", scene.say("heading.agreements", &[]), internal::agreements(scene, activity));
        entry.row(
            "administration",
            scene.say("heading.administration", &[]),
            internal::administration(scene, activity),
        );
        entry.row("notes", scene.say("heading.notes", &[]), internal::notes(scene, checked, activity));
    }
    entry
}

impl Entry<'_> {
    fn row(&mut self, key: &'static str, heading: Line, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.rows.push(Row { key, heading, blocks });
        }
    }

    /// The entry as blocks.
    #[must_use]
    pub fn into_blocks(self) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(4, self.title)];
        for Row { key: _, heading, blocks: mut inside } in self.rows {
            if !heading.is_empty() {
                blocks.push(Block::Heading(5, heading));
            }
            blocks.append(&mut inside);
        }
        blocks
    }
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
