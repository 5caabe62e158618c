//! The first sheet of a workbook: who is responsible, of which day it is, and what the sheets have.

use jiff::civil;

use crate::audience::Audience;
use crate::document::lines::{cell, cell_of};
use crate::document::scene::Scene;
use crate::document::sections::controller::{controller_items, officer_of_controller};
use crate::document::sheet::Table;
use crate::document::sheet::carried::Carried;
use crate::document::sheet::cells::{Cell, Row, label, text, word};
use crate::model::Id;

/// What a workbook is of.
pub(super) struct Facts<'f> {
    pub title: &'f str,
    pub controllers: &'f [&'f Id],
    pub day: civil::Date,
    pub fingerprint: &'f str,
    /// The number of activities.
    pub count: usize,
}

/// The rows: what each is, and its value.
pub(super) fn rows(scene: &Scene, facts: &Facts, (tables, carried): (&[Table], &Carried)) -> Vec<Row> {
    let Facts { title, controllers, day, fingerprint, count } = facts;
    let municipality = &scene.register.municipality;
    let mut rows = vec![vec![text((*title).to_owned())]];
    if scene.audience() == Audience::Internal {
        rows.push(vec![text(scene.language.code("page", "internal").plain())]);
    }
    let mut fact = |name: String, value: Cell| rows.push(vec![text(name), value]);
    fact(word(scene, "municipality"), text(scene.text(&municipality.name).plain()));
    let [controller_word, officer_word] =
        [scene.language.code("table", "controller").plain(), scene.say("row.officer", &[]).plain()];
    for controller in controllers.iter().filter_map(|id| municipality.controllers.get(id)) {
        let name = scene.text(&controller.name).plain();
        let contact = cell_of(&controller_items(scene, controller));
        let named = [name, contact].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        fact(controller_word.clone(), text(named.join("\n")));
        let officer = cell(&officer_of_controller(scene, controller));
        let officer = if officer.is_empty() { scene.language.code("table", "unstated").plain() } else { officer };
        fact(officer_word.clone(), text(officer));
    }
    fact(label(scene, "label.count-activities"), text(count.to_string()));
    fact(label(scene, "label.date"), Cell::Day(*day));
    fact(word(scene, "fingerprint"), text((*fingerprint).to_owned()));
    for (number, table) in tables.iter().enumerate() {
        rows.push(vec![Cell::Sheet(Box::new((table.name.clone(), number))), text(table.about.clone())]);
    }
    rows.push(vec![text(carried.name.clone()), text(carried.about.clone())]);
    rows
}
