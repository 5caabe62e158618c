//! The record of processing activities (Article 30) of each controller.

use crate::audience::Audience;
use crate::document::anchor::Anchor;
use crate::document::frame::frame;
use crate::document::lines::cell;
use crate::document::page::{other_languages, reference, trail};
use crate::document::scene::Scene;
use crate::document::sections::controller::{contact_items, controller_items, officer_of_controller};
use crate::document::sections::{internal, section, text};
use crate::document::{Block, Document, Item, list};
use crate::language::form::Part;
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::Activity;
use crate::model::processor::Client;
use crate::register::facts::responsible::controller_ids_of;

/// The rows of an entry: what Article 30(1) requires, in its order, then what this register adds.
pub(crate) const ROWS: [(&str, Part); 15] = [
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

/// One activity in the register.
pub(crate) struct Entry<'r> {
    /// The activity.
    pub activity: &'r Activity,
    /// The rows that are not empty, in order.
    pub rows: Vec<Row>,
    title: Line,
    anchor: Anchor,
}

/// One row of an entry.
pub(crate) struct Row {
    /// The name of the row in CSV and JSON.
    pub key: &'static str,
    /// Its content.
    pub blocks: Vec<Block>,
    /// Its heading; empty if its lines say what they are.
    pub heading: Line,
}

/// The activities of each controller, in the order of the controllers, then those without a controller. An activity of
/// several controllers is with each of them.
#[must_use]
pub(crate) fn by_controller<'r>(scene: &Scene<'r>) -> Vec<(Option<&'r Id>, Vec<&'r Activity>)> {
    let controllers = &scene.register.municipality.controllers.0;
    let mut groups: Vec<(Option<&Id>, Vec<&Activity>)> = controllers.keys().map(|id| (Some(id), Vec::new())).collect();
    groups.push((None, Vec::new()));
    for activity in scene.register.activities.values() {
        let ids = controller_ids_of(scene.register, activity);
        let mut numbers: Vec<usize> = ids.into_iter().filter_map(|id| controllers.get_index_of(id)).collect();
        if numbers.is_empty() {
            numbers.push(controllers.len());
        }
        numbers.into_iter().for_each(|number| groups[number].1.push(activity));
    }
    groups
}

/// The register of one controller (Article 30) without its entries: what the law requires about the controller.
#[must_use]
pub(crate) fn controller(scene: &Scene, id: &Id) -> Option<Document> {
    let municipality = &scene.register.municipality;
    let controller = municipality.controllers.get(id)?;
    let key = match scene.audience() {
        Audience::Public => "heading.register",
        Audience::Internal => "heading.register-internal",
    };
    let mut blocks = vec![Block::Heading(2, scene.text(&municipality.name), Anchor::of("municipality"))];
    blocks.push(Block::Heading(3, scene.text(&controller.name), Anchor::of("controller")));
    blocks.extend(list(controller_items(scene, controller)));
    let officer = officer_of_controller(scene, controller);
    if !officer.is_empty() {
        blocks.push(Block::Heading(4, scene.say("row.officer", &[]), Anchor::of("officer")));
        blocks.extend(officer);
    }
    let inside = format!("registers/{id}");
    Some(Document {
        path: format!("{}/{}/{inside}", scene.register.id, scene.lang()),
        lang: scene.lang(),
        title: scene.say(key, &[("name", scene.text(&controller.name))]),
        trail: trail(scene),
        other_languages: other_languages(scene, &inside, &municipality.languages.items),
        frame: frame(scene),
        blocks,
    })
}

/// The keys of the rows that no Article asks for; columns of the CSV.
pub(crate) const OWN: [&str; 2] = ["kle", "no-notice"];

/// The keys of the rows of Article 30(2); columns of the CSV.
pub(crate) const AS_PROCESSOR: [&str; 2] = ["on-behalf-of", "services"];

/// The keys of the rows of the internal register; columns of its CSV.
pub(crate) const INTERNAL: [&str; 4] = ["measures", "agreements", "administration", "notes"];

/// The entry of one activity.
#[must_use]
pub(crate) fn entry<'r>(scene: &Scene<'r>, activity: &'r Activity) -> Entry<'r> {
    let (title, anchor) = (reference(scene, activity), Anchor::of_activity(scene, &activity.id));
    let mut entry = Entry { activity, rows: Vec::new(), title, anchor };
    entry.row("status", Line::default(), text::status(scene, activity));
    let clients = activity.on_behalf_of.iter().map(|client| client_item(scene, client)).collect();
    let clients = scene.items().extend(clients).gaps(&activity.on_behalf_of).done();
    if !activity.controllers.items.is_empty() {
        entry.row("controllers", scene.say("heading.controller", &[]), section(scene, Part::Controller, activity));
    }
    let [kle, no_notice] = OWN;
    let numbers = activity.kle.iter().map(|number| Line::words(&number.0)).collect();
    entry.row(kle, Line::default(), list(scene.items().value("label.kle", scene.language.list(numbers)).done()));
    let untold = activity.no_notice.iter().map(|untold| scene.laws(&untold.law)).collect();
    let untold = list(scene.items().value("label.no-notice", scene.language.list(untold)).done());
    entry.row(no_notice, Line::default(), untold);
    let [for_clients, of_services] = AS_PROCESSOR;
    entry.row(for_clients, scene.say("heading.on-behalf-of", &[]), list(clients));
    let services = scene.items().sentences(&activity.services).done();
    entry.row(of_services, scene.say("heading.services", &[]), list(services));
    for (key, part) in ROWS {
        entry.row(key, scene.say(&part.row(), &[]), section(scene, part, activity));
    }
    if let Some(checked) = scene.internal() {
        let [measures, agreements, administration, notes] = INTERNAL;
        entry.row(measures, scene.say("heading.security", &[]), internal::measures(scene, activity));
        entry.row(agreements, scene.say("heading.agreements", &[]), internal::agreements(scene, activity));
        entry.row(administration, scene.say("heading.administration", &[]), internal::administration(scene, activity));
        entry.row(notes, scene.say("heading.notes", &[]), internal::notes(scene, checked, activity));
    }
    entry
}

/// What is said of the controllers of an activity, equal for all activities of a controller.
#[derive(Debug, Clone, Default)]
pub(crate) struct Controlled {
    /// The names of the controllers.
    pub names: String,
    /// The controllers and their contacts.
    pub contact: String,
    /// Their data protection officers.
    pub officer: String,
}

impl Controlled {
    /// What is said of the controllers of an activity.
    #[must_use]
    pub(crate) fn of(scene: &Scene, activity: &Activity) -> Self {
        let ids = controller_ids_of(scene.register, activity).into_iter();
        let controllers = ids.filter_map(|id| scene.register.municipality.controllers.get(id));
        let names: Vec<String> = controllers.map(|controller| scene.text(&controller.name).plain()).collect();
        let say = |part| cell(&section(scene, part, activity));
        Self { names: names.join("; "), contact: say(Part::Controller), officer: say(Part::Officer) }
    }
}

impl Entry<'_> {
    /// The text of each row, by its name.
    #[must_use]
    pub(crate) fn cells(&self) -> Vec<(&'static str, String)> {
        self.rows.iter().map(|row| (row.key, cell(&row.blocks))).collect()
    }

    fn row(&mut self, key: &'static str, heading: Line, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.rows.push(Row { key, heading, blocks });
        }
    }

    /// The entry as blocks, with its title at `level`.
    #[must_use]
    pub(crate) fn into_blocks(self, level: u8) -> Vec<Block> {
        let mut blocks = vec![Block::Heading(level, self.title, self.anchor.clone())];
        for Row { key, heading, blocks: mut inside } in self.rows {
            if !heading.is_empty() {
                blocks.push(Block::Heading(level + 1, heading, self.anchor.inside(key)));
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
