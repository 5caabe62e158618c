//! The files that an import writes: new activities, changed ones, and the parties that are new.

use std::path::Path;

use similar::TextDiff;

use crate::Error;
use crate::cli::workspace::Workspace;
use crate::emit::people::Named;
use crate::format::yaml::{self, Node};
use crate::import::{self, Choice, Conflict, Entry, Import};
use crate::say;
use crate::say::{Message, Tongue};
use crate::source::disk::MAX_FILE;
use crate::source::{File, Sources};

/// The file of the parties that spreadsheets name.
const PARTIES: &str = "shared/imported.yaml";

/// Whether a file is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// There was none.
    New,
    /// It changes.
    Changed,
}

/// A file that is written.
#[derive(Debug)]
pub(super) struct Written {
    /// Its path below the folder of the municipality.
    inside: String,
    /// Its text before; none if it is new.
    before: Option<String>,
    after: String,
    pub(super) state: State,
    /// The keys that change.
    changed: Vec<String>,
}

/// The files, and what is left to decide.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The files that are written.
    pub(super) files: Vec<Written>,
    /// How many files have everything already.
    pub(super) same: usize,
    /// The keys that the sheet and a file changed, with the path of the file.
    conflicts: Vec<(String, Conflict)>,
    /// The activities that the sheet does not have any more.
    gone: Vec<String>,
    /// The activities that the sheet has under another name: the path of the file, the old and the new name.
    renamed: Vec<(String, String, String)>,
}

impl Files {
    /// The files that an import writes into a register.
    pub(super) fn of(
        import: &Import,
        before: Option<&Import>,
        sources: &Sources,
        choice: Option<Choice>,
        tongue: Tongue,
    ) -> Result<Self, Error> {
        let mut files = Self::default();
        let renamed = before.map(|before| import::renamed(import, before)).unwrap_or_default();
        for entry in &import.entries {
            let old = renamed.iter().find(|(new, _)| *new == entry.id).map(|(_, old)| old);
            let before = |id: &str| before.and_then(|before| before.entries.iter().find(|other| other.id == id));
            match old.and_then(|old| before(old)) {
                // The file and its id stay.
                Some(base) if is_there(sources, base) => {
                    let same = Entry { id: base.id.clone(), ..entry.clone() };
                    files.entry(&same, Some(base), sources, (choice, tongue))?;
                    files.renamed.push((base.id.clone(), base.title.clone(), entry.title.clone()));
                }
                _ => files.entry(entry, before(&entry.id), sources, (choice, tongue))?,
            }
        }
        if !import.new.processors.is_empty() || !import.new.systems.is_empty() {
            let before = file(sources, PARTIES).map(|file| file.text.clone());
            let after = import::parties(&import.new, before.as_deref(), tongue)?;
            files.push(PARTIES.to_owned(), before, after, Vec::new());
        }
        let is_in_sheet = |entry: &&Entry| {
            import.entries.iter().any(|other| other.id == entry.id)
                || files.renamed.iter().any(|(id, ..)| *id == entry.id)
        };
        let gone = before.into_iter().flat_map(|before| &before.entries).filter(|entry| !is_in_sheet(entry));
        files.gone = gone.map(|entry| entry.id.clone()).collect();
        Ok(files)
    }

    fn entry(
        &mut self,
        entry: &Entry,
        base: Option<&Entry>,
        sources: &Sources,
        (choice, tongue): (Option<Choice>, Tongue),
    ) -> Result<(), Error> {
        let inside = format!("activities/{}.yaml", entry.id);
        let found = sources.files.iter().find(|file| holds(file, &entry.id)).or_else(|| file(sources, &inside));
        let Some(found) = found.or_else(|| titled(sources, &entry.title)) else {
            self.push(inside, None, import::activity(entry, tongue)?, Vec::new());
            return Ok(());
        };
        let merged = import::merge(entry, base, &found.text, &found.path, choice)?;
        self.conflicts.extend(merged.conflicts.into_iter().map(|conflict| (found.path.clone(), conflict)));
        match merged.changed.as_slice() {
            [] => self.same += 1,
            _ => self.push(found.inside.clone(), Some(found.text.clone()), merged.text, merged.changed),
        }
        Ok(())
    }

    /// Adds a file that is written.
    pub(super) fn push(&mut self, inside: String, before: Option<String>, after: String, changed: Vec<String>) {
        let state = if before.is_some() { State::Changed } else { State::New };
        self.files.push(Written { inside, before, after, state, changed });
    }

    /// How many conflicts are left to decide.
    pub(super) fn conflicts(&self) -> usize {
        self.conflicts.len()
    }

    /// What happens to each file, in lines.
    pub(super) fn told(&self) -> Vec<Message> {
        let file = |file: &Written| {
            let (path, keys) = (&file.inside, file.changed.join(", "));
            match file.state {
                State::New => say!(en: "new: {path}", sv: "ny: {path}", da: "ny: {path}"),
                State::Changed if keys.is_empty() => {
                    say!(en: "changed: {path}", sv: "ändrad: {path}", da: "ændret: {path}")
                }
                State::Changed => {
                    say!(en: "changed: {path} ({keys})", sv: "ändrad: {path} ({keys})", da: "ændret: {path} ({keys})")
                }
            }
        };
        let gone = |id: &String| {
            say!(
                en: "not in the sheet any more: {id}; its file stays",
                sv: "finns inte längre i arket: {id}; dess fil är kvar",
                da: "findes ikke længere i arket: {id}; dens fil bliver",
            )
        };
        let conflict = |(path, conflict): &(String, Conflict)| {
            let (key, sheet, file) = (&conflict.key, conflict.sheet.to_string(), conflict.file.to_string());
            say!(
                en: "conflict: {path}, {key}\n  the sheet says {sheet}\n  the file says {file}\n  change the file so that it says what holds, or decide with --keep files or --keep sheet",
                sv: "konflikt: {path}, {key}\n  arket säger {sheet}\n  filen säger {file}\n  ändra filen så att den säger det som gäller, eller avgör med --keep files eller --keep sheet",
                da: "konflikt: {path}, {key}\n  arket siger {sheet}\n  filen siger {file}\n  ret filen, så den siger det, der gælder, eller afgør med --keep files eller --keep sheet",
            )
        };
        let renamed = |(id, old, new): &(String, String, String)| {
            say!(
                en: "renamed in the sheet: “{old}” is now “{new}”, and the rest of the row is the same; {id} stays its id",
                sv: "har bytt namn i arket: ”{old}” heter nu ”{new}”, och resten av raden är densamma; {id} är kvar som id",
                da: "har skiftet navn i arket: »{old}« hedder nu »{new}«, og resten af rækken er den samme; {id} bliver som id",
            )
        };
        let lines = self.files.iter().map(file).chain(self.renamed.iter().map(renamed));
        let lines = lines.chain(self.gone.iter().map(gone));
        lines.chain(self.conflicts.iter().map(conflict)).collect()
    }

    /// Writes the files. What exists is replaced only if it is still as it was read.
    pub(super) fn write(&self, workspace: &Workspace, name: &str) -> Result<(), Error> {
        let folder = workspace.root.join(workspace.config.folders.registers.join(name));
        for file in &self.files {
            let named = Named::below_made(&folder, Path::new(&file.inside))?;
            match &file.before {
                None => named.create(file.after.as_bytes())?,
                Some(before) => {
                    let bytes = named.read(MAX_FILE)?.unwrap_or_default();
                    let after = in_style_of(&bytes, before, &file.after).ok_or_else(|| changed(&file.inside))?;
                    named.replace(&bytes, after.as_bytes())?;
                }
            }
        }
        Ok(())
    }
}

impl Written {
    /// The change as a unified diff; the whole file if it is new.
    pub(super) fn diff(&self) -> String {
        let before = self.before.as_deref().unwrap_or_default();
        let old = if self.before.is_some() { format!("a/{}", self.inside) } else { "/dev/null".to_owned() };
        let diff = TextDiff::from_lines(before, &self.after);
        diff.unified_diff().header(&old, &format!("b/{}", self.inside)).to_string()
    }
}

/// A text with the mark and the line ends of the bytes of its file; `None` if they are not those of the text before.
fn in_style_of(bytes: &[u8], before: &str, after: &str) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (mark, text) = text.strip_prefix('\u{FEFF}').map_or(("", text), |rest| ("\u{FEFF}", rest));
    let after = match text {
        text if text == before => after.to_owned(),
        text if text.replace("\r\n", "\n") == before => after.replace('\n', "\r\n"),
        _ => return None,
    };
    Some(format!("{mark}{after}"))
}

fn changed(path: &str) -> Error {
    Error::new(say!(
        en: "{path} was changed, or has letters in another form than the register reads; save it as UTF-8 and import again",
        sv: "{path} har ändrats, eller har tecken i en annan form än registret läser; spara den som UTF-8 och läs in igen",
        da: "{path} er ændret, eller har tegn i en anden form, end fortegnelsen læser; gem den som UTF-8, og hent igen",
    ))
}

fn file<'s>(sources: &'s Sources, inside: &str) -> Option<&'s File> {
    sources.files.iter().find(|file| file.inside == inside)
}

/// Whether an activity has a file.
fn is_there(sources: &Sources, entry: &Entry) -> bool {
    sources.files.iter().any(|file| holds(file, &entry.id))
        || file(sources, &format!("activities/{}.yaml", entry.id)).is_some()
}

/// The only file of an activity with a name.
fn titled<'s>(sources: &'s Sources, title: &str) -> Option<&'s File> {
    let mut found =
        sources.files.iter().filter(|file| file.inside.starts_with("activities/") && has_title(file, title));
    found.next().filter(|_| found.next().is_none())
}

fn has_title(file: &File, title: &str) -> bool {
    let root = yaml::parse(0, &file.text, &mut Vec::new());
    root.is_some_and(|root| root.get("title").and_then(Node::text) == Some(title))
}

/// Whether a file has the activity with an id.
fn holds(file: &File, id: &str) -> bool {
    let line = |line: &str| {
        line.strip_prefix("id:")
            .is_some_and(|rest| rest.split('#').next().unwrap_or_default().trim().trim_matches(['"', '\'']) == id)
    };
    file.inside.starts_with("activities/") && file.text.lines().any(line)
}
