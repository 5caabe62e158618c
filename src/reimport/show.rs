//! What the workbook of a register says.

use jiff::civil;

use super::view::View;
use crate::audience::Audience;
use crate::check::levels::Levels;
use crate::document::audience::Source;
use crate::document::scene::Scene;
use crate::document::sheet::carried::Mark;
use crate::document::sheet::{Book, Cell, Tables};
use crate::error::Error;
use crate::finding::{Findings, Place};
use crate::language::{Language, language};
use crate::model::{Id, Lang};
use crate::pipeline::Understood;
use crate::register::facts::responsible::controller_ids_of;
use crate::render::{json, xlsx};
use crate::source::{Read, Sources, sha256};
use crate::workbook::{self, Sheet, Workbook};

/// How the workbook of a register is made.
#[derive(Clone, Copy)]
pub(super) struct Showing<'s> {
    pub(super) levels: &'s Levels,
    pub(super) language: &'static Language,
    pub(super) audience: Audience,
    pub(super) day: civil::Date,
    pub(super) controller: Option<&'s str>,
}

/// Why there is no workbook of a register.
#[derive(Debug)]
pub(super) enum Fault {
    /// It has errors.
    Unsound(Findings),
    /// It has no such controller or language.
    Absent,
    /// The program could not make it.
    Failed(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl<'s> Showing<'s> {
    /// How the workbook with a mark is made; `None` if the mark names what there is not.
    pub(super) fn of(mark: &'s Mark, levels: &'s Levels) -> Option<Self> {
        Some(Self {
            levels,
            language: language(Lang::parse(&mark.language)?)?,
            audience: Audience::ALL.into_iter().find(|audience| audience.folder() == mark.audience)?,
            day: mark.day.parse().ok()?,
            controller: mark.controller.as_deref(),
        })
    }

    /// What the workbook of a register says. The fingerprint on its first sheet is left out unless it is wanted.
    pub(super) fn shown(&self, sources: &Sources, has_fingerprint: bool) -> Result<View, Fault> {
        let read = Read { sources: sources.clone(), findings: Vec::new() };
        let checked = Understood::of(read).check(self.day, self.levels);
        let (_, checked) = checked.map_err(|(_, findings)| Fault::Unsound(findings))?;
        match self.audience {
            Audience::Internal => self.of_source(Source::Internal(&checked), has_fingerprint),
            Audience::Public => self.of_source(Source::Public(&checked.public()), has_fingerprint),
        }
    }

    fn of_source(&self, source: Source, has_fingerprint: bool) -> Result<View, Fault> {
        let register = source.register();
        let fingerprint = match has_fingerprint {
            true => sha256(&json::register(register, self.day)?[1]),
            false => String::new(),
        };
        let scene = Scene::new(source, self.language.lang).ok_or(Fault::Absent)?.as_of(self.day);
        let tables = Tables::full(&scene, &fingerprint);
        let book = match self.controller {
            None => tables.whole(self.day, &[]),
            Some(name) => {
                let id = Id::parse(name, Place::default()).ok_or(Fault::Absent)?;
                let (id, _) = register.municipality.controllers.0.get_key_value(&id).ok_or(Fault::Absent)?;
                let is_own =
                    |activity: &&crate::model::activity::Activity| controller_ids_of(register, activity).contains(&id);
                let own: Vec<_> = register.activities.values().filter(is_own).collect();
                tables.of_controller(id, &own, self.day).ok_or(Fault::Absent)?
            }
        };
        let without = book.carried.name.clone();
        let is_long = || book.tables.iter().flat_map(|table| &table.rows).flatten().any(|cell| is_long(cell));
        let read = match has_fingerprint || is_long() {
            true => workbook::read(&xlsx::workbook(&book)?)?,
            false => grids(&book),
        };
        Ok(View::of(&read, self.language, &without))
    }
}

/// Whether a text may have no room in a cell.
fn is_long(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.len() > 30_000)
}

/// A workbook as its reader sees it, without writing it: many are made to try what a cell can mean.
fn grids(book: &Book) -> Workbook {
    let text = |cell: &Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => workbook::clean(text),
        Cell::Link(link) => workbook::clean(&link.0),
        Cell::Sheet(target) => workbook::clean(&target.0),
        Cell::Day(day) => day.to_string(),
    };
    let sheet = |name: &str, rows: Vec<Vec<String>>| Sheet { name: name.to_owned(), rows, ..Sheet::default() };
    let cover = book.cover.iter().map(|row| row.iter().map(text).collect()).collect();
    let mut sheets = vec![sheet(&book.cover_name, cover)];
    for table in &book.tables {
        let heads = table.heads.iter().map(|head| workbook::clean(&head.name)).collect();
        let rows = table.rows.iter().map(|row| row.iter().map(|cell| text(cell)).collect());
        sheets.push(sheet(&table.name, std::iter::once(heads).chain(rows).collect()));
    }
    Workbook { sheets }
}
