//! Brings what was changed in a workbook into the files of a register.

mod base;
mod cells;
mod rows;
mod trial;

use std::collections::{BTreeMap, HashMap};

use super::edits::{Edits, Moved, edits};
use super::mark::Marked;
use super::report::{self, Told};
use super::show::Showing;
use super::view::{Kind, View};
use crate::check::levels::Levels;
use crate::error::Error;
use crate::import::Choice;
use crate::say::{Message, Tongue};
use crate::source::Sources;
use crate::workbook::Workbook;
use base::{controllers, fault_message, fitting, has_fingerprint, is_hash, sources};

/// A workbook and the register that it comes into.
pub(crate) struct Job<'j> {
    /// The workbook.
    pub(crate) book: &'j Workbook,
    /// Its name.
    pub(crate) file: &'j str,
    /// What it is of.
    pub(crate) marked: &'j Marked,
    /// The files of the register; none of a municipality that is new.
    pub(crate) sources: Option<&'j Sources>,
    /// The id of the municipality.
    pub(crate) municipality: &'j str,
    /// The levels of rules.
    pub(crate) levels: &'j Levels,
    /// Who decides where the sheet and the files say different things.
    pub(crate) choice: Option<Choice>,
    /// The language of comments.
    pub(crate) tongue: Tongue,
}

/// What comes of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The files after it: path below the municipality, the text before if there was one, the text after.
    pub(crate) files: Vec<(String, Option<String>, String)>,
    /// What came in and what did not, in lines.
    pub(crate) told: Vec<Message>,
    /// How many changes came in.
    pub(crate) changes: usize,
    /// How many are left to decide.
    pub(crate) questions: usize,
}

/// Brings a workbook in.
///
/// # Errors
/// When the workbook does not fit the register, or the register has errors.
pub(crate) fn bring(job: &Job) -> Result<Outcome, Error> {
    let showing = Showing::of(&job.marked.mark, job.levels).ok_or_else(report::unknown_mark)?;
    let carried =
        job.marked.files.as_ref().ok().filter(|files| !files.is_empty()).map(|files| sources(job.municipality, files));
    let own = match (job.sources, &carried) {
        (Some(sources), _) => sources.clone(),
        (None, Some(carried)) => carried.clone(),
        (None, None) => return Err(report::carries_nothing(job.marked.files.as_ref().err())),
    };
    let file = View::of(job.book, showing.language, &job.marked.sheet);
    let Some(activities) = file.table(Kind::Activities) else { return Err(report::without_sheets()) };
    let controllers = controllers(&own);
    let showing = if job.marked.is_guess { fitting(showing, &own, (activities, &controllers)) } else { showing };
    let now = showing.shown(&own, true).map_err(|fault| report::unsound(job.municipality, fault))?;
    let mut told = Told::default();
    let base = carried.as_ref().map(|carried| showing.shown(carried, true));
    let (base, is_certain) = match base {
        Some(Ok(view)) => (view, true),
        Some(Err(fault)) => {
            told.note(report::no_base(fault_message(fault)));
            (now.clone(), false)
        }
        None => {
            told.notes(job.marked.files.as_ref().err());
            (now.clone(), false)
        }
    };
    // Without what the workbook was made of, it is only known to be of this register if it has its fingerprint.
    let is_certain = is_certain || has_fingerprint(&now, &file);
    let found = edits(&base, &file, &now);
    told.absent(&file, &found);
    let before = own.clone();
    let view = showing.shown(&own, false).map_err(|fault| report::unsound(job.municipality, fault))?;
    let mut disputed = BTreeMap::new();
    // Cells that say different things about one value are known when one has come in: then all begins again without them.
    let (own, mut told) = loop {
        let (own, view, file, told) = (own.clone(), view.clone(), file.clone(), told.clone());
        let mut settling = Settling { job, showing, own, view, file, rows: found.rows.clone(), told };
        let more = settling.all(&found, is_certain, &disputed)?;
        if more.is_empty() {
            break (settling.own, settling.told);
        }
        for (one, other) in more {
            disputed.entry(one).or_insert(other);
            disputed.entry(other).or_insert(one);
        }
    };
    let is_new = job.sources.is_none();
    let mut files = Vec::new();
    for after in &own.files {
        let old = before.files.iter().find(|file| file.inside == after.inside).filter(|_| !is_new);
        if old.is_none_or(|old| old.text != after.text) {
            files.push((after.inside.clone(), old.map(|old| old.text.clone()), after.text.clone()));
        }
    }
    told.end(is_new, files.len());
    Ok(Outcome { files, changes: told.changes, questions: told.questions, told: told.lines })
}

/// The files while changes come in.
struct Settling<'j> {
    job: &'j Job<'j>,
    showing: Showing<'j>,
    own: Sources,
    /// What their workbook says.
    view: View,
    file: View,
    /// By table, which row of the view is which row of the file.
    rows: HashMap<String, HashMap<usize, usize>>,
    told: Told,
}

impl Settling<'_> {
    /// Brings everything in that can. Returns the pairs of changed cells that say different things about one value;
    /// `disputed` has those that are known.
    fn all(
        &mut self,
        found: &Edits,
        is_certain: bool,
        disputed: &BTreeMap<usize, usize>,
    ) -> Result<Vec<(usize, usize)>, Error> {
        let mut pairs = Vec::new();
        // The cells that say what the file says, and those that another cell changed, by what changed them.
        let (mut settled, mut moved): (Vec<usize>, HashMap<usize, usize>) = Default::default();
        // The row of each edit moves with the changes before it.
        let mut at: Vec<Option<usize>> = found.cells.iter().map(|edit| edit.row).collect();
        for (number, edit) in found.cells.iter().enumerate() {
            if let Some(other) = disputed.get(&number).and_then(|other| found.cells.get(*other)) {
                self.told.ask(report::disputed(edit, other));
                continue;
            }
            let Some(row) = at[number] else {
                self.told.ask(report::row_is_gone(edit));
                continue;
            };
            let name = self.name(edit.kind);
            let says = self.cell(&name, row, &edit.head);
            if says == edit.new || edit.now == edit.new || is_hash(&edit.new) {
                if says == edit.new {
                    settled.push(number);
                }
                continue;
            }
            let is_decided = self.job.choice == Some(Choice::Sheet);
            if edit.now != edit.old || !is_certain {
                match self.job.choice {
                    None => {
                        self.told.ask(report::conflict(edit));
                        continue;
                    }
                    Some(Choice::File) => continue,
                    Some(Choice::Sheet) => {}
                }
            }
            if edit.is_formula {
                self.told.ask(report::formula(edit));
                continue;
            }
            if edit.new.is_empty() {
                self.told.ask(report::emptied(edit));
                continue;
            }
            let before = self.said(&at, found);
            if !self.cell_changed(edit, (&name, row), is_decided, (&mut at, found)) {
                pairs.extend(moved.get(&number).map(|other| (*other, number)));
                continue;
            }
            let after = self.said(&at, found);
            for other in (0..at.len()).filter(|other| *other != number && before[*other] != after[*other]) {
                moved.insert(other, number);
                if settled.contains(&other) && after[other].as_deref() != Some(&found.cells[other].new) {
                    pairs.push((other, number));
                }
            }
            settled.push(number);
        }
        if !pairs.is_empty() {
            return Ok(pairs);
        }
        for moved in &found.gone {
            let has = self
                .view
                .table(moved.kind)
                .is_some_and(|table| table.rows.iter().any(|row| row.cells == moved.row.cells));
            if has {
                self.told.ask(report::row_removed(moved));
            }
        }
        // New activities are last: with one that is not whole yet, the register has no workbook to compare with.
        let (activities, rows): (Vec<&Moved>, Vec<&Moved>) =
            found.new.iter().partition(|moved| moved.kind == Kind::Activities);
        for moved in rows.into_iter().chain(activities) {
            self.row_added(moved)?;
        }
        Ok(pairs)
    }

    fn name(&self, kind: Kind) -> String {
        self.view.table(kind).map(|table| table.name.clone()).unwrap_or_default()
    }

    fn cell(&self, name: &str, row: usize, head: &str) -> String {
        let table = self.view.tables.iter().find(|table| table.name == name);
        table.and_then(|table| table.rows.get(row)).map(|row| row.text(head).to_owned()).unwrap_or_default()
    }
}
