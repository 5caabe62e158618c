//! A record of a table as an activity: keys with their values, and where each cell went.

mod build;
mod grounds;
mod lists;
mod organisation;
mod parties;
mod resolve;

use serde_json::{Map, Value, json};

use super::fields::Field;
use super::known::Known;
use super::table::{Filled, Record};

pub(crate) use resolve::Rows;

/// What a cell became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Became {
    /// The value of a key, in its own words.
    Text,
    /// The value of a key, in the words of the format.
    Read,
    /// A gap with its text as the reason.
    Gap,
    /// An internal note.
    Note,
}

/// A cell with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    /// The name of the cell.
    pub(crate) name: String,
    /// Its header.
    pub(crate) header: String,
    /// Its text.
    pub(crate) text: String,
    /// What it became.
    pub(crate) became: Became,
    /// The key.
    pub(crate) key: &'static str,
}

/// A key of an activity.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// The key.
    pub(crate) key: &'static str,
    /// Its value.
    pub(crate) value: Value,
    /// The cells whose words the value does not repeat, as comments: name and text.
    pub(crate) comments: Vec<(String, String)>,
}

/// An activity of a spreadsheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Entry {
    /// The id, which is that of its file.
    pub(crate) id: String,
    /// The title.
    pub(crate) title: String,
    /// The sheet and row that it is from.
    pub(crate) place: String,
    /// Its keys, in the order of the format.
    pub(crate) parts: Vec<Part>,
    /// Its cells.
    pub(crate) placed: Vec<Placed>,
}

/// Systems and processors that the municipality does not have yet: id and name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct NewParties {
    /// The processors.
    pub(crate) processors: Vec<(String, String)>,
    /// The systems.
    pub(crate) systems: Vec<(String, String)>,
}

/// What an entry is made with.
pub(crate) struct Making<'m> {
    /// The name of the file, for gaps and notes.
    pub(crate) file: &'m str,
    /// The name of the sheet; empty in a CSV file.
    pub(crate) sheet: &'m str,
    /// What the municipality has.
    pub(crate) known: &'m Known,
    /// What it does not have yet.
    pub(crate) new: &'m mut NewParties,
}

impl Making<'_> {
    /// The place of a cell for people: `register.xlsx, Blad1, B4`.
    fn source(&self, cell: &str) -> String {
        let parts = [self.file, self.sheet, cell];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// A gap whose reason is the text of a cell.
    fn gap(&self, cell: &Filled, text: &str) -> Value {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        json!({ "unknown": format!("{}: {text}", self.source(&cell.name)) })
    }

    /// An internal note with the text of a cell.
    fn note(&self, cell: &Filled) -> Value {
        json!({ "text": format!("{}: {}", cell.header, cell.text), "source": self.source(&cell.name) })
    }
}

/// An activity that is being made.
#[derive(Default)]
struct Draft {
    parts: Vec<Part>,
    placed: Vec<Placed>,
    notes: Vec<Value>,
    administration: Map<String, Value>,
    comments: Vec<(String, String)>,
}

impl Draft {
    fn place(&mut self, cell: &Filled, became: Became, key: &'static str) {
        let Filled { name, header, text, .. } = cell.clone();
        self.placed.push(Placed { name, header, text, became, key });
    }

    fn put(&mut self, key: &'static str, value: Value, comments: Vec<(String, String)>) {
        self.parts.push(Part { key, value, comments });
    }

    fn note(&mut self, cell: &Filled, making: &Making) {
        let note = making.note(cell);
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
        self.place(cell, Became::Note, "notes");
    }
}

/// A comment with the words of a cell.
fn comment(cell: &Filled) -> (String, String) {
    (cell.name.clone(), cell.text.clone())
}

/// Makes an activity of a record. `rows` are the records before it, which its cells can refer to.
pub(crate) fn make(record: &Record, rows: &mut Rows, making: &mut Making) -> Entry {
    let resolved = rows.resolve(record);
    build::entry(record, &resolved, making)
}

/// A cell with its text after references to other rows were followed.
pub(super) struct Cell<'c> {
    /// The cell as written.
    cell: &'c Filled,
    /// The text that counts; `None` if it refers to a row that there is none of.
    text: Option<String>,
    /// Whether the text is not the one of the cell: its words go into a comment.
    is_other: bool,
}

impl Cell<'_> {
    fn field(&self) -> Option<Field> {
        self.cell.field
    }
}
