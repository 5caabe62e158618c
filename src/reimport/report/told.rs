//! The lines of a report.

use super::one_line;
use crate::reimport::edits::Edits;
use crate::reimport::view::View;
use crate::say;
use crate::say::Message;
use crate::workbook::cell_name;

/// The lines of a report.
#[derive(Debug, Clone, Default)]
pub(in crate::reimport) struct Told {
    pub(in crate::reimport) lines: Vec<Message>,
    pub(in crate::reimport) changes: usize,
    pub(in crate::reimport) questions: usize,
}

impl Told {
    pub(in crate::reimport) fn change(&mut self, line: Message) {
        self.changes += 1;
        self.lines.push(line);
    }

    pub(in crate::reimport) fn ask(&mut self, line: Message) {
        self.questions += 1;
        self.lines.push(line);
    }

    pub(in crate::reimport) fn note(&mut self, line: Message) {
        self.lines.push(line);
    }

    pub(in crate::reimport) fn notes(&mut self, line: Option<&Message>) {
        self.lines.extend(line.cloned());
    }

    /// What the workbook lacks, and what it has that it was not written with.
    pub(in crate::reimport) fn absent(&mut self, file: &View, found: &Edits) {
        for name in &found.absent {
            self.note(say!(
                en: "{name}: not in the workbook any more; nothing is removed for it",
                sv: "{name}: finns inte längre i arbetsboken; inget tas bort för det",
                da: "{name}: findes ikke længere i projektmappen; intet fjernes af den grund",
            ));
        }
        for name in &file.others {
            self.ask(say!(
                en: "sheet `{name}` is none that `ropa build` writes: it is not read; import it as a file of its own",
                sv: "bladet `{name}` är inget som `ropa build` skriver: det läses inte; läs in det som en egen fil",
                da: "arket `{name}` er ikke et, som `ropa build` skriver: det læses ikke; hent det som en fil for sig",
            ));
        }
        for (sheet, row, column, text) in &file.outside {
            let (cell, text) = (cell_name(*row, *column), one_line(text));
            self.ask(say!(
                en: "{sheet}, {cell}: “{text}” stands under no head; it is not read",
                sv: "{sheet}, {cell}: ”{text}” står inte under någon rubrik; det läses inte",
                da: "{sheet}, {cell}: »{text}« står ikke under nogen overskrift; det læses ikke",
            ));
        }
    }

    /// The last lines: whether there is a difference, and what a workbook does not hold.
    pub(in crate::reimport) fn end(&mut self, is_new: bool, files: usize) {
        let line = match (is_new, self.changes + self.questions) {
            (true, _) => say!(
                en: "the workbook becomes {files} files; it does not hold comments and the layout of files, ropa.toml, and pictures",
                sv: "arbetsboken blir {files} filer; den innehåller inte kommentarer och filernas uppställning, ropa.toml och bilder",
                da: "projektmappen bliver til {files} filer; den rummer ikke kommentarer og filernes opstilling, ropa.toml og billeder",
            ),
            (false, 0) => say!(
                en: "no difference: nothing was changed in the sheets that the files do not say",
                sv: "ingen skillnad: inget har ändrats i bladen som filerna inte säger",
                da: "ingen forskel: intet er ændret i arkene, som filerne ikke siger",
            ),
            (false, _) => say!(
                en: "what the sheets do not show stays as it is in the files: the texts of notices, comments, ropa.toml",
                sv: "det som bladen inte visar är kvar som det är i filerna: informationstexternas egna texter, kommentarer, ropa.toml",
                da: "det, som arkene ikke viser, bliver, som det er i filerne: oplysningsteksternes egne tekster, kommentarer, ropa.toml",
            ),
        };
        self.note(line);
    }
}
