//! Writes the register of each controller, and the sheets.

use jiff::civil;

use super::Files;
use crate::document::register::{self, Controlled, Entry};
use crate::document::scene::Scene;
use crate::document::sheet::Tables;
use crate::error::Error;
use crate::language::sheet::style_of;
use crate::model::activity::Activity;
use crate::register::facts::responsible::controller_ids_of;
use crate::render::{Format, csv, xlsx};

/// What is left after the registers of the controllers are written.
pub(super) struct Registers<'r> {
    /// The rows of the CSV file for programs, without their header.
    pub csv: Vec<u8>,
    /// The entries of activities without a controller.
    pub without: Vec<Entry<'r>>,
}

/// Writes the register of each controller as pages and sheets. The CSV file for programs is written in the main language.
pub(super) fn registers<'r>(
    scene: &Scene<'r>,
    files: &Files,
    is_main: bool,
    (today, fingerprint, carried): (civil::Date, &str, &[(String, String)]),
) -> Result<Registers<'r>, Error> {
    let activities = &scene.register.activities;
    let has_rows = is_main && files.sheets.csv_machines;
    let mut rows = vec![Vec::new(); if has_rows { activities.len() } else { 0 }];
    let has_sheets = files.sheets.xlsx || files.sheets.csv_people;
    let mut tables = has_sheets.then(|| Tables::new(scene, fingerprint));
    let mut without = Vec::new();
    for (controller, own) in register::by_controller(scene) {
        let usual = own.iter().copied().find(|activity| is_usual(scene, activity)).filter(|_| has_rows || has_sheets);
        let usual = usual.map(|first| Controlled::of(scene, first)).unwrap_or_default();
        let document = controller.and_then(|id| register::controller(scene, id));
        let mut forms = document.as_ref().map(|document| files.begin(document)).transpose()?;
        for activity in &own {
            let entry = register::entry(scene, activity);
            if has_rows || has_sheets {
                let single = (!is_usual(scene, activity)).then(|| Controlled::of(scene, activity));
                let controlled = single.as_ref().unwrap_or(&usual);
                let cells = entry.cells();
                if let Some(row) = activities.get_index_of(&activity.id).and_then(|number| rows.get_mut(number)) {
                    *row = csv::entry(scene, &entry, &cells, controlled)?;
                }
                tables.iter_mut().for_each(|tables| tables.tell(&entry, &cells, controlled));
            }
            match &mut forms {
                Some(forms) => forms.add(&entry.into_blocks(4)),
                None => without.push(entry),
            }
        }
        if let Some((document, forms)) = document.zip(forms) {
            files.end(&document, forms)?;
        }
        let tables = tables.as_ref().filter(|_| files.sheets.xlsx);
        if let Some(book) = tables.zip(controller).and_then(|(tables, id)| tables.of_controller(id, &own, today)) {
            files.file(&book.path, Format::Xlsx, xlsx::workbook(&book)?)?;
        }
    }
    tables.iter().try_for_each(|tables| whole(scene, files, tables, (today, carried)))?;
    let csv = rows.concat();
    if has_rows {
        let table = [csv::header(scene.audience())?, csv.clone()].concat();
        files.file(&format!("{}/register", scene.register.id), Format::Csv, table)?;
    }
    Ok(Registers { csv, without })
}

/// Whether the controller of an activity is said of it as of most others of that controller.
fn is_usual(scene: &Scene, activity: &Activity) -> bool {
    activity.controllers.items.is_empty() && controller_ids_of(scene.register, activity).len() < 2
}

/// Writes the sheets of the whole municipality.
fn whole(
    scene: &Scene,
    files: &Files,
    tables: &Tables,
    (today, carried): (civil::Date, &[(String, String)]),
) -> Result<(), Error> {
    if files.sheets.xlsx {
        let book = tables.whole(today, carried);
        files.file(&book.path, Format::Xlsx, xlsx::workbook(&book)?)?;
    }
    if files.sheets.csv_people {
        let table = csv::people(&tables.activities(), style_of(scene.country()))?;
        files.file(&tables.path(), Format::Csv, table)?;
    }
    Ok(())
}
