//! Rows that were added.

use std::collections::HashMap;

use super::Settling;
use super::trial::{Tried, error_of_rule};
use crate::draft::folder;
use crate::draft::put::Change;
use crate::error::Error;
use crate::finding::Place;
use crate::import::{self, Known, Mapping};
use crate::model::Id;
use crate::reimport::edits::Moved;
use crate::reimport::pair::pairs;
use crate::reimport::propose;
use crate::reimport::readings::{Reader, Records};
use crate::reimport::report;
use crate::reimport::view::{Kind, Row, Table};
use crate::say;
use crate::workbook::{Sheet, Workbook};

impl Settling<'_> {
    /// Brings in a row that was added.
    pub(super) fn row_added(&mut self, moved: &Moved) -> Result<(), Error> {
        let is_there =
            self.view.table(moved.kind).is_some_and(|table| table.rows.iter().any(|row| row.cells == moved.row.cells));
        if is_there {
            return Ok(());
        }
        let is_formula =
            self.file.table(moved.kind).is_some_and(|table| table.formulas.iter().any(|(row, _)| *row == moved.row.at));
        if is_formula {
            self.told.ask(report::row_with_formula(moved));
            return Ok(());
        }
        if moved.kind == Kind::Activities {
            return self.activity_added(moved);
        }
        let records = Records::of_sources(&self.own);
        let country = self.country();
        let reader = Reader { language: self.showing.language, country: &country, records: &records };
        let mut why = None;
        for proposal in propose::of_row(&self.own, moved, reader) {
            let Some(own) = self.with(&proposal) else { continue };
            let view = match self.showing.shown(&own, false) {
                Ok(view) => view,
                Err(fault) => {
                    why = why.or(error_of_rule(fault));
                    continue;
                }
            };
            let Some((before, after)) = self.view.table(moved.kind).zip(view.table(moved.kind)) else { continue };
            let name = before.heads.first().map(|(head, _)| head);
            let says = |row: &Row| {
                let is_same = |(head, text): (&String, &String)| Some(head) == name || row.text(head) == text;
                moved.row.cells.iter().all(is_same)
            };
            let (came, went) = (others(after, before), others(before, after));
            // The first item of a list takes the place of the row that says there is none.
            let is_first = matches!(proposal.put.change, Change::Set { .. });
            let is_fine = went.is_empty() || is_first && went.len() == 1 && went[0].group == moved.row.group;
            if let ([new], true) = (came.as_slice(), is_fine)
                && says(new)
            {
                self.told.change(report::row_came(moved, &report::path(&self.own, &proposal)));
                let mut rows = HashMap::new();
                for table in &self.view.tables {
                    let after = view.table(table.kind);
                    let found = after.map(|after| pairs(table, after)).unwrap_or_default();
                    rows.insert(table.name.clone(), found.both.into_iter().collect());
                }
                self.take(Tried { own, view, rows, contradicted: 0, others: 0 });
                return Ok(());
            }
        }
        self.told.ask(report::row_not_placed(moved, why));
        Ok(())
    }

    /// A new activity, read as a row of any spreadsheet.
    pub(super) fn activity_added(&mut self, moved: &Moved) -> Result<(), Error> {
        let draft = folder::read(&self.own, &mut Vec::new());
        let id_head = self.showing.language.code("sheet", "id").plain();
        let id = moved.row.text(&id_head);
        let title = moved.heads.first().map(|head| moved.row.text(head)).unwrap_or_default();
        let is_taken =
            draft.activities.iter().any(|own| own.id.as_str() == id || own.title.words().any(|own| own == title));
        if is_taken {
            self.told.ask(report::activity_twice(moved));
            return Ok(());
        }
        // Its heads right above it, so that its cells keep their names.
        let heads = self.file.table(moved.kind).map(|table| table.heads.as_slice()).unwrap_or_default();
        let mut rows = vec![Vec::new(); moved.row.at + 1];
        for (head, column) in heads.iter().filter(|(head, _)| *head != id_head) {
            for (at, text) in [(moved.row.at - 1, head.as_str()), (moved.row.at, moved.row.text(head))] {
                let cells: &mut Vec<String> = &mut rows[at];
                if cells.len() <= *column {
                    cells.resize(column + 1, String::new());
                }
                text.clone_into(&mut cells[*column]);
            }
        }
        let name = self.name(Kind::Activities);
        let book = Workbook { sheets: vec![Sheet { name, rows, ..Sheet::default() }] };
        let read = import::read(&book, self.job.file, &Mapping::new(), &Known::of(&draft));
        let Some(mut entry) = read.entries.into_iter().next().filter(|_| read.new == import::NewParties::default())
        else {
            self.told.ask(report::row_not_placed(moved, None));
            return Ok(());
        };
        if Id::parse(id, Place::default()).is_some() {
            id.clone_into(&mut entry.id);
        }
        let inside = format!("activities/{}.yaml", entry.id);
        if self.own.files.iter().any(|file| file.inside == inside) {
            self.told.ask(report::activity_twice(moved));
            return Ok(());
        }
        let text = import::activity(&entry, self.job.tongue)?;
        self.own.add(format!("{}/{inside}", self.job.municipality), inside.clone(), text);
        self.told.change(say!(
            en: "{place}: a new activity -> {inside}",
            sv: "{place}: en ny behandling -> {inside}",
            da: "{place}: en ny behandling -> {inside}",
            place = moved.place,
        ));
        Ok(())
    }
}

/// The rows of a table that another version does not have.
fn others<'t>(table: &'t Table, other: &Table) -> Vec<&'t Row> {
    table.rows.iter().filter(|row| !other.rows.iter().any(|own| own.cells == row.cells)).collect()
}
