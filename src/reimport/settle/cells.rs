//! Changed cells.

use super::Settling;
use crate::reimport::edits::{Edit, Edits};
use crate::reimport::report;

impl Settling<'_> {
    /// Brings in a changed cell, line by line. Returns whether it came in.
    pub(super) fn cell_changed(
        &mut self,
        edit: &Edit,
        (name, row): (&str, usize),
        is_decided: bool,
        (at, found): (&mut [Option<usize>], &Edits),
    ) -> bool {
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
                    return false;
                }
            }
        }
        let others = self.languages(&paths);
        self.told.change(report::changed(edit, &paths, others));
        true
    }

    /// What the workbook of the files says in each changed cell.
    pub(super) fn said(&self, at: &[Option<usize>], found: &Edits) -> Vec<Option<String>> {
        let one =
            |(row, edit): (&Option<usize>, &Edit)| row.map(|row| self.cell(&self.name(edit.kind), row, &edit.head));
        at.iter().zip(&found.cells).map(one).collect()
    }

    /// Whether the municipality has other languages, in which a changed text stays as it was.
    pub(super) fn languages(&self, paths: &[String]) -> bool {
        let lang = format!(".{}", self.showing.language.lang.code());
        paths.iter().any(|path| path.ends_with(&lang))
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
