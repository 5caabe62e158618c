//! CSV (RFC 4180), one activity per row: for programs, with the same columns in every language and ids beside names; and for
//! people, as spreadsheets of their country open it.

mod ids;

use crate::audience::Audience;
use crate::document::register::{AS_PROCESSOR, Controlled, Entry, INTERNAL, OWN, ROWS};
use crate::document::scene::Scene;
use crate::document::sheet::{Cell, Table};
use crate::error::Error;
use crate::language::sheet::Style;
use crate::model::activity::Record;
use crate::model::administration::Status;
use crate::render::fault::unwritable;
use crate::render::formula::inert;
use crate::render::{Format, SHAPE};
use ids::ids;

/// The columns before those of the entry.
const FIRST: [&str; 10] = [
    "municipality",
    "controller",
    "controller-ids",
    "controller-contact",
    "officer",
    "activity",
    "part-of",
    "record",
    "status",
    "title",
];

/// The keys of the rows of an entry in order, each with the columns of the ids that it names.
fn columns(audience: Audience) -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let internal = INTERNAL.into_iter().filter(move |_| audience == Audience::Internal);
    let all = OWN.into_iter().chain(AS_PROCESSOR).chain(ROWS.into_iter().map(|(key, _)| key)).chain(internal);
    all.map(|key| (key, ids::columns_of(key)))
}

/// The header row of the table for programs.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn header(audience: Audience) -> Result<Vec<u8>, Error> {
    let own = columns(audience).flat_map(|(key, ids)| std::iter::once(key).chain(ids.iter().copied()));
    row(b',', FIRST.into_iter().chain(own).chain(["format"]).map(str::to_owned))
}

/// The row of an activity in the table for programs. `cells` are those of the entry.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn entry(
    scene: &Scene,
    entry: &Entry,
    cells: &[(&'static str, String)],
    controlled: &Controlled,
) -> Result<Vec<u8>, Error> {
    let activity = entry.activity;
    let first = [
        scene.register.id.clone(),
        controlled.names.clone(),
        ids::of_controllers(scene.register, activity),
        controlled.contact.clone(),
        controlled.officer.clone(),
        activity.id.to_string(),
        activity.part_of.as_ref().map(|whole| whole.id.to_string()).unwrap_or_default(),
        activity.record.unwrap_or(Record::Controller).key().to_owned(),
        activity.status.unwrap_or(Status::Active).key().to_owned(),
        scene.text(&activity.title).plain(),
    ];
    let find = |key| cells.iter().find(|(known, _)| *known == key).map(|(_, cell)| cell.clone()).unwrap_or_default();
    let own = columns(scene.audience()).flat_map(|(key, columns)| {
        std::iter::once(find(key)).chain(columns.iter().map(|column| ids(column, activity)))
    });
    row(b',', first.into_iter().chain(own).chain([SHAPE.to_string()]))
}

/// The mark that tells spreadsheets that a file is UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// A table as a file for people: with the mark of UTF-8, and the delimiter and the dates of the country.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn people(table: &Table, style: &Style) -> Result<Vec<u8>, Error> {
    let delimiter = style.delimiter.byte();
    let mut file = MARK.to_vec();
    file.extend(row(delimiter, table.heads.iter().map(|head| head.name.clone()))?);
    for cells in &table.rows {
        file.extend(row(delimiter, cells.iter().map(|cell| said(cell, style)))?);
    }
    Ok(file)
}

fn said(cell: &Cell, style: &Style) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Link(link) => link.0.clone(),
        Cell::Sheet(target) => target.0.clone(),
        Cell::Day(day) => style.day(*day),
    }
}

fn row(delimiter: u8, cells: impl Iterator<Item = String>) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut builder = ::csv::WriterBuilder::new();
    let mut writer = builder.delimiter(delimiter).terminator(::csv::Terminator::CRLF).from_writer(&mut bytes);
    let written = writer.write_record(cells.map(|cell| inert(&cell))).and_then(|()| Ok(writer.flush()?));
    drop(writer);
    written.map(|()| bytes).map_err(|cause| unwritable(Format::Csv, cause))
}
