//! Proposals are tried: what the workbook of the register would say with each.

use std::collections::HashMap;

use super::Settling;
use crate::check::rules;
use crate::draft::folder;
use crate::draft::put::made;
use crate::finding::{Finding, Level};
use crate::reimport::edits::Edit;
use crate::reimport::fill::is_of_party;
use crate::reimport::pair::pairs;
use crate::reimport::propose::{self, Proposal};
use crate::reimport::readings::{Reader, Records};
use crate::reimport::report;
use crate::reimport::show::Fault;
use crate::reimport::view::{Kind, Table, View};
use crate::say::Message;
use crate::source::Sources;

/// A proposal that was tried: the files, what their workbook says, and by table which row became which.
pub(super) struct Tried {
    pub(super) own: Sources,
    pub(super) view: View,
    pub(super) rows: HashMap<String, HashMap<usize, usize>>,
    /// How many cells of the same sheet say something else now than the file says.
    pub(super) contradicted: usize,
    /// How many other cells change.
    pub(super) others: usize,
}

impl Settling<'_> {
    pub(super) fn take(&mut self, tried: Tried) {
        let mut rows = HashMap::new();
        for (name, moved) in &tried.rows {
            let Some(old) = self.rows.get(name) else { continue };
            let new = moved.iter().filter_map(|(from, to)| Some((*to, *old.get(from)?)));
            rows.insert(name.clone(), new.collect::<HashMap<_, _>>());
        }
        (self.own, self.view, self.rows) = (tried.own, tried.view, rows);
    }

    /// The proposal after which the cell says the new text, and which fits best to what the other cells say.
    pub(super) fn best(
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
        let (mut best, mut why): (Option<(Proposal, Tried)>, _) = (None, None);
        for proposal in propose::of_cell(&self.own, edit, (&now, new), reader) {
            let tried = match self.tried(&proposal, edit, (name, row), new) {
                Ok(Some(tried)) => tried,
                Ok(None) => continue,
                Err(unsound) => {
                    why = why.or(unsound);
                    continue;
                }
            };
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
        let (proposal, tried) = best.ok_or_else(|| why.map_or_else(report::no_value, report::would_be_wrong))?;
        // What was empty in every row is filled in once for all.
        let is_shared =
            now.is_empty() && !proposal.is_own && edit.kind == Kind::Parties && is_of_party(&edit.head, reader);
        let is_fine = tried.contradicted == 0 || is_shared || is_decided;
        if is_fine { Ok((proposal, tried)) } else { Err(report::contradicted(tried.contradicted)) }
    }

    pub(super) fn country(&self) -> String {
        let draft = folder::read(&self.own, &mut Vec::new());
        draft.municipality.as_ref().and_then(|own| own.country_code().map(str::to_owned)).unwrap_or_default()
    }

    /// The files with a proposal.
    pub(super) fn with(&self, proposal: &Proposal) -> Option<Sources> {
        let mut own = self.own.clone();
        let file = own.files.get_mut(proposal.file)?;
        let (_, after) = made(&file.text, &proposal.put)?;
        file.text = after;
        Some(own)
    }

    /// Tries a proposal: nothing if the cell does not say the new text then, and what would be wrong with the register if it
    /// had an error.
    pub(super) fn tried(
        &self,
        proposal: &Proposal,
        edit: &Edit,
        (name, row): (&str, usize),
        new: &str,
    ) -> Result<Option<Tried>, Option<Message>> {
        let Some(own) = self.with(proposal) else { return Ok(None) };
        let view = self.showing.shown(&own, false).map_err(error_of_rule)?;
        let mut tried = Tried { own, view, rows: HashMap::new(), contradicted: 0, others: 0 };
        let mut says_so = false;
        for table in &self.view.tables {
            let Some(after) = tried.view.table(table.kind) else { return Ok(None) };
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
        Ok(says_so.then_some(tried))
    }

    /// Whether another row of the sheet follows the changed one: what a part takes over from its whole, and what names data
    /// or people that the first row about them defines.
    pub(super) fn follows(
        &self,
        proposal: &Proposal,
        edit: &Edit,
        (table, other, row): (&Table, usize, usize),
    ) -> bool {
        if edit.kind == Kind::Cover {
            // The title names the municipality or the controller.
            return other == 0;
        }
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
    pub(super) fn file_says(&self, name: &str, row: usize, head: &str) -> Option<&str> {
        let at = self.rows.get(name)?.get(&row)?;
        let table = self.file.tables.iter().find(|table| table.name == name)?;
        table.rows.get(*at).map(|row| row.text(head))
    }
}

/// What a rule says against a register; not what the reader says of a value that it does not take.
pub(super) fn error_of_rule(fault: Fault) -> Option<Message> {
    let Fault::Unsound(findings) = fault else { return None };
    let is_rule = |finding: &Finding| finding.level == Level::Error && rules::find(finding.code).is_some();
    let has_other = findings.iter().any(|finding| finding.level == Level::Error && rules::find(finding.code).is_none());
    findings.into_iter().find(is_rule).filter(|_| !has_other).map(|finding| finding.message)
}
