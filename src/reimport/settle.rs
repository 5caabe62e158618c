//! Brings what was changed in a workbook into the files of a register.

use std::collections::HashMap;

use super::edits::{Edit, Edits, Moved, edits};
use super::fill::is_of_party;
use super::mark::Marked;
use super::pair::pairs;
use super::propose::{self, Proposal};
use super::readings::{Reader, Records};
use super::report::{self, Told};
use super::show::{Fault, Showing};
use super::view::{Kind, View};
use crate::check::levels::Levels;
use crate::draft::folder;
use crate::draft::put::made;
use crate::error::Error;
use crate::import::{self, Choice, Known, Mapping};
use crate::say;
use crate::say::{Message, Tongue};
use crate::source::Sources;
use crate::workbook::{Sheet, Workbook};

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
    let file = View::of(job.book, showing.language, &job.marked.sheet);
    if file.table(Kind::Activities).is_none() {
        return Err(report::without_sheets());
    }
    // Without what the workbook was made of, it is only known to be of this register if it has its fingerprint.
    let is_certain = is_certain || has_fingerprint(&now, &file);
    let found = edits(&base, &file, &now);
    told.absent(&file, &found);
    let before = own.clone();
    let mut settling = Settling { job, showing, own, view: now, file, rows: found.rows.clone(), told };
    settling.view =
        settling.showing.shown(&settling.own, false).map_err(|fault| report::unsound(job.municipality, fault))?;
    settling.all(&found, is_certain)?;
    let Settling { own, mut told, .. } = settling;
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

fn fault_message(fault: Fault) -> Option<Message> {
    match fault {
        Fault::Unsound(findings) => findings.into_iter().next().map(|finding| finding.message),
        Fault::Failed(error) => Some(error.message().clone()),
        Fault::Absent => None,
    }
}

/// The files that a workbook carries.
fn sources(municipality: &str, files: &[(String, String)]) -> Sources {
    let mut sources = Sources { municipality: municipality.to_owned(), ..Sources::default() };
    for (inside, text) in files {
        sources.add(format!("{municipality}/{inside}"), inside.clone(), text.clone());
    }
    sources
}

/// Whether the first sheet of the file has the fingerprint of the register.
fn has_fingerprint(now: &View, file: &View) -> bool {
    let is_hash = |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let of = |view: &View| {
        let rows = view.table(Kind::Cover).into_iter().flat_map(|cover| &cover.rows);
        rows.flat_map(|row| row.cells.values()).find(|text| is_hash(text)).cloned()
    };
    of(now).is_some_and(|own| of(file) == Some(own))
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

/// A proposal that was tried: the files, what their workbook says, and by table which row became which.
struct Tried {
    own: Sources,
    view: View,
    rows: HashMap<String, HashMap<usize, usize>>,
    /// How many cells of the same sheet say something else now than the file says.
    contradicted: usize,
    /// How many other cells change.
    others: usize,
}

impl Settling<'_> {
    fn all(&mut self, found: &Edits, is_certain: bool) -> Result<(), Error> {
        // The row of each edit moves with the changes before it.
        let mut at: Vec<Option<usize>> = found.cells.iter().map(|edit| edit.row).collect();
        for (number, edit) in found.cells.iter().enumerate() {
            let Some(row) = at[number] else {
                self.told.ask(report::row_is_gone(edit));
                continue;
            };
            let name = self.name(edit.kind);
            let says = self.cell(&name, row, &edit.head);
            if says == edit.new {
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
            self.cell_changed(edit, (&name, row), is_decided, &mut at, found);
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
        for moved in &found.new {
            self.row_added(moved)?;
        }
        Ok(())
    }

    fn name(&self, kind: Kind) -> String {
        self.view.table(kind).map(|table| table.name.clone()).unwrap_or_default()
    }

    fn cell(&self, name: &str, row: usize, head: &str) -> String {
        let table = self.view.tables.iter().find(|table| table.name == name);
        table.and_then(|table| table.rows.get(row)).map(|row| row.text(head).to_owned()).unwrap_or_default()
    }

    /// Brings in a changed cell, line by line.
    fn cell_changed(
        &mut self,
        edit: &Edit,
        (name, row): (&str, usize),
        is_decided: bool,
        at: &mut [Option<usize>],
        found: &Edits,
    ) {
        let start = (self.own.clone(), self.view.clone(), self.rows.clone(), at.to_vec());
        let (mut row, mut paths) = (row, Vec::new());
        for target in steps(&self.cell(name, row, &edit.head), &edit.new) {
            let tried = self.best(edit, (name, row), &target, is_decided);
            match tried {
                Ok((proposal, tried)) => {
                    let next = tried.rows.get(name).and_then(|rows| rows.get(&row)).copied();
                    for (place, other) in at.iter_mut().zip(&found.cells) {
                        let rows = tried.rows.get(&self.name(other.kind));
                        *place = place.and_then(|row| rows?.get(&row).copied());
                    }
                    paths.push(report::path(&self.own, &proposal));
                    self.take(tried);
                    row = next.unwrap_or(row);
                }
                Err(why) => {
                    (self.own, self.view, self.rows) = (start.0, start.1, start.2);
                    at.copy_from_slice(&start.3);
                    self.told.ask(report::not_placed(edit, why));
                    return;
                }
            }
        }
        let others = self.languages(&paths);
        self.told.change(report::changed(edit, &paths, others));
    }

    /// Whether the municipality has other languages, in which a changed text stays as it was.
    fn languages(&self, paths: &[String]) -> bool {
        let lang = format!(".{}", self.showing.language.lang.code());
        paths.iter().any(|path| path.ends_with(&lang))
    }

    fn take(&mut self, tried: Tried) {
        let mut rows = HashMap::new();
        for (name, moved) in &tried.rows {
            let Some(old) = self.rows.get(name) else { continue };
            let new = moved.iter().filter_map(|(from, to)| Some((*to, *old.get(from)?)));
            rows.insert(name.clone(), new.collect::<HashMap<_, _>>());
        }
        (self.own, self.view, self.rows) = (tried.own, tried.view, rows);
    }

    /// The proposal after which the cell says the new text, and which fits best to what the other cells say.
    fn best(
        &self,
        edit: &Edit,
        (name, row): (&str, usize),
        new: &str,
        is_decided: bool,
    ) -> Result<(Proposal, Tried), Message> {
        let records = Records::of_sources(&self.own);
        let country = self.country();
        let reader = Reader { language: self.showing.language, country: &country, records: &records };
        let now = self.cell(name, row, &edit.head);
        let mut best: Option<(Proposal, Tried)> = None;
        for proposal in propose::of_cell(&self.own, edit, (&now, new), reader) {
            let Some(tried) = self.tried(&proposal, edit, (name, row), new) else { continue };
            let weight = |tried: &Tried| (tried.contradicted, tried.others);
            let is_better = best.as_ref().is_none_or(|(_, other)| weight(&tried) < weight(other));
            if is_better {
                let is_enough = weight(&tried).0 == 0 && proposal.is_own;
                best = Some((proposal, tried));
                if is_enough {
                    break;
                }
            }
        }
        let (proposal, tried) = best.ok_or_else(report::no_value)?;
        let is_shared = !proposal.is_own && edit.kind == Kind::Parties && is_of_party(&edit.head, reader);
        let is_fine = tried.contradicted == 0 || is_shared || is_decided || edit.kind == Kind::Cover;
        if is_fine { Ok((proposal, tried)) } else { Err(report::contradicted(tried.contradicted)) }
    }

    fn country(&self) -> String {
        let draft = folder::read(&self.own, &mut Vec::new());
        draft.municipality.as_ref().and_then(|own| own.country_code().map(str::to_owned)).unwrap_or_default()
    }

    /// The files with a proposal.
    fn with(&self, proposal: &Proposal) -> Option<Sources> {
        let mut own = self.own.clone();
        let file = own.files.get_mut(proposal.file)?;
        let (_, after) = made(&file.text, &proposal.put)?;
        file.text = after;
        Some(own)
    }

    /// Tries a proposal; `None` if the cell does not say the new text then.
    fn tried(&self, proposal: &Proposal, edit: &Edit, (name, row): (&str, usize), new: &str) -> Option<Tried> {
        let own = self.with(proposal)?;
        let view = self.showing.shown(&own, false).ok()?;
        let mut tried = Tried { own, view, rows: HashMap::new(), contradicted: 0, others: 0 };
        let mut says_so = false;
        for table in &self.view.tables {
            let after = tried.view.table(table.kind)?;
            let found = pairs(table, after);
            let is_same = table.kind == edit.kind;
            for (from, to) in &found.both {
                let (one, other) = (&table.rows[*from], &after.rows[*to]);
                if one.cells == other.cells {
                    continue;
                }
                for (head, _) in after.heads.iter().filter(|(head, _)| one.text(head) != other.text(head)) {
                    if is_same && *from == row && *head == edit.head {
                        says_so = other.text(head) == new;
                        continue;
                    }
                    tried.others += 1;
                    let is_far = is_same && *from != row && !self.follows(proposal, edit, (table, *from, row));
                    if is_far && self.file_says(name, *from, head) != Some(other.text(head)) {
                        tried.contradicted += 1;
                    }
                }
            }
            tried.others += found.gone.len() + found.new.len();
            if is_same && !found.gone.is_empty() {
                tried.contradicted += found.gone.len();
            }
            tried.rows.insert(table.name.clone(), found.both.into_iter().collect());
        }
        says_so.then_some(tried)
    }

    /// Whether another row of the sheet follows the changed one: what a part takes over from its whole, and what names data
    /// or people that the first row about them defines.
    fn follows(
        &self,
        proposal: &Proposal,
        edit: &Edit,
        (table, other, row): (&super::view::Table, usize, usize),
    ) -> bool {
        if !proposal.is_own {
            return false;
        }
        if edit.kind == Kind::Activities {
            return true;
        }
        let names = ["datum", "category", "subject", "source", "recipient"];
        let is_name = names.iter().any(|key| self.showing.language.code("sheet", key).plain() == edit.head);
        let is_part = table.rows[other].group != table.rows[row].group;
        is_part || is_name && row < other
    }

    /// What the file says in the cell of a row.
    fn file_says(&self, name: &str, row: usize, head: &str) -> Option<&str> {
        let at = self.rows.get(name)?.get(&row)?;
        let table = self.file.tables.iter().find(|table| table.name == name)?;
        table.rows.get(*at).map(|row| row.text(head))
    }

    /// Brings in a row that was added.
    fn row_added(&mut self, moved: &Moved) -> Result<(), Error> {
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
        for proposal in propose::of_row(&self.own, moved, reader) {
            let Some(own) = self.with(&proposal) else { continue };
            let Ok(view) = self.showing.shown(&own, false) else { continue };
            let Some((before, after)) = self.view.table(moved.kind).zip(view.table(moved.kind)) else { continue };
            let found = pairs(before, after);
            let name = &before.heads[0].0;
            let says = |row: &super::view::Row| {
                let is_same = |(head, text): (&String, &String)| head == name || row.text(head) == text;
                moved.row.cells.iter().all(is_same)
            };
            if let ([new], true) = (found.new.as_slice(), found.gone.is_empty())
                && says(&after.rows[*new])
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
        self.told.ask(report::row_not_placed(moved));
        Ok(())
    }

    /// A new activity, read as a row of any spreadsheet.
    fn activity_added(&mut self, moved: &Moved) -> Result<(), Error> {
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
        let heads: Vec<&String> = moved.heads.iter().filter(|head| **head != id_head).collect();
        let mut rows = vec![heads.iter().map(|head| (*head).clone()).collect::<Vec<_>>()];
        rows.push(heads.iter().map(|head| moved.row.text(head).to_owned()).collect());
        let name = self.name(Kind::Activities);
        let book = Workbook { sheets: vec![Sheet { name, rows, ..Sheet::default() }] };
        let read = import::read(&book, self.job.file, &Mapping::new(), &Known::of(&draft));
        let Some(mut entry) = read.entries.into_iter().next().filter(|_| read.new == import::NewParties::default())
        else {
            self.told.ask(report::row_not_placed(moved));
            return Ok(());
        };
        if crate::model::Id::parse(id, crate::finding::Place::default()).is_some() {
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

/// The texts through which a cell goes from one text to another: a line at a time.
fn steps(now: &str, new: &str) -> Vec<String> {
    let (old, lines): (Vec<&str>, Vec<&str>) = (now.lines().collect(), new.lines().collect());
    let mut steps = Vec::new();
    let mut text: Vec<&str> = old.clone();
    let common = old.len().min(lines.len());
    if old.len() <= lines.len() {
        for at in (0..common).filter(|at| old[*at] != lines[*at]) {
            text[at] = lines[at];
            steps.push(text.join("\n"));
        }
        for line in &lines[common..] {
            text.push(line);
            steps.push(text.join("\n"));
        }
    }
    if steps.last().map(String::as_str) != Some(new) || old.is_empty() || steps.len() > 20 {
        return vec![new.to_owned()];
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn a_cell_changes_a_line_at_a_time() {
        assert_eq!(steps("a\nb", "a\nc\nd"), ["a\nc", "a\nc\nd"]);
        assert_eq!(steps("a\nb\nc", "x\nb\nz"), ["x\nb\nc", "x\nb\nz"]);
        assert_eq!(steps("", "x\ny"), ["x\ny"]);
        assert_eq!(steps("a\nb", "a"), ["a"]);
    }
}
