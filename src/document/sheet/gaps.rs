//! The table of what the register lacks: its gaps, and what Article 30 asks for and it does not state.

use crate::document::open::asked;
use crate::document::register::Entry;
use crate::document::scene::Scene;
use crate::document::sections::controller::{controller_items, officer_of_controller};
use crate::document::sections::internal::no_measures;
use crate::document::settle::{name_of, named as named_open};
use crate::document::sheet::Head;
use crate::document::sheet::cells::{Cell, Row, lines, text, word};
use crate::document::sheet::named::{Named, heads as around};
use crate::document::{Block, Item, Open, Role, list};
use crate::language::line::Line;
use crate::model::organisation::Controller;

pub(super) fn heads(scene: &Scene) -> Vec<Head> {
    let columns = [("place", 32), ("missing", 40), ("about", 32), ("said", 56)];
    let mut heads = around(scene, columns.map(|(key, width)| (word(scene, key), width)));
    heads.iter_mut().for_each(|head| head.stays = true);
    heads
}

/// The gaps of an activity. `unstated` are the names of what it does not state.
pub(super) fn rows(scene: &Scene, entry: &Entry, named: &Named, unstated: &[String]) -> Vec<Row> {
    let mut rows = Vec::new();
    for row in &entry.rows {
        let place = row.heading.plain();
        each_open(&row.blocks, &mut |open, line| {
            rows.push(linked(named, cells(scene, &place, open, line)));
        });
    }
    let measures = &entry.activity.measures;
    let lacks_measures = scene.internal().is_some() && measures.is_unwritten();
    let measures = lacks_measures.then(|| scene.say("heading.security", &[]).plain());
    let said = |place: &String| [text(place.clone()), text(place.clone()), Cell::Empty, not_stated(scene)];
    rows.extend(unstated.iter().map(|place| linked(named, said(place))));
    rows.extend(measures.iter().map(|place| {
        let said = lines([no_measures(scene, entry.activity)]);
        linked(named, [text(place.clone()), text(place.clone()), Cell::Empty, said])
    }));
    rows
}

/// The gaps of a controller itself, without an activity.
pub(super) fn of_controller(scene: &Scene, controller: &Controller) -> Vec<Row> {
    let mut rows = Vec::new();
    let officer = officer_of_controller(scene, controller);
    let name = scene.text(&controller.name);
    let parts = [("heading.controller", list(controller_items(scene, controller))), ("row.officer", officer)];
    for (key, blocks) in parts {
        let place = scene.say(key, &[]).plain();
        each_open(&blocks, &mut |open, line| {
            let open = if open.of.is_empty() { Open { of: name.clone(), ..open } } else { open };
            let own = cells(scene, &place, open, line);
            rows.push(std::iter::once(Cell::Empty).chain(own).chain([Cell::Empty]).collect());
        });
    }
    rows
}

/// A row whose first cell leads to the activity.
fn linked(named: &Named, cells: impl IntoIterator<Item = Cell>) -> Row {
    let mut row = named.row(cells);
    row[0] = named.name.clone();
    row
}

fn not_stated(scene: &Scene) -> Cell {
    lines([scene.language.code("table", "unstated")])
}

fn cells(scene: &Scene, place: &str, open: Open, line: &Line) -> [Cell; 4] {
    let missing = if open.about.is_empty() { place.to_owned() } else { asked(scene, open.about).capital().plain() };
    [text(place.to_owned()), text(missing), text(open.of.plain()), text(line.plain())]
}

/// Passes on what is not settled in blocks, with its name and its line.
fn each_open(blocks: &[Block], take: &mut dyn FnMut(Open, &Line)) {
    for block in blocks {
        match block {
            Block::List(items) => each_item(items, &Line::default(), take),
            Block::Apart(inside) | Block::Fold(inside) => each_open(inside, take),
            _ => {}
        }
    }
}

fn each_item(items: &[Item], of: &Line, take: &mut dyn FnMut(Open, &Line)) {
    for Item { line, inside, role } in items {
        let below = match role {
            Role::Gap(open) => {
                let open = named_open((**open).clone(), of);
                let name = open.of.clone();
                take(open, line);
                name
            }
            role => {
                let name = name_of(role, line, of);
                if name.is_empty() { line.clone() } else { name }
            }
        };
        each_item(inside, &below, take);
    }
}
