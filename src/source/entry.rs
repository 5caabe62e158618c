//! What becomes of each path in a register: it is read, entered, passed over, or reported.

use std::ffi::OsStr;
use std::fmt::Write as _;

use crate::finding::{Finding, Place};
use crate::source::content::Content;
use crate::source::decode::decode;
use crate::source::disk::MAX_FILE;
use crate::source::ignore::Ignore;
use crate::source::{Read, refused};
use crate::temporary;

/// A path in a register, whatever it leads to.
pub(super) struct Entry<'e> {
    /// The path below the workspace, with `/` between its parts.
    pub(super) path: String,
    /// The path below the folder of the municipality, or of the registers for what stands beside the municipalities.
    pub(super) inside: &'e str,
    /// What it leads to where that is not a file.
    pub(super) other: Option<Content>,
    /// Whether its name is UTF-8.
    pub(super) is_text: bool,
}

/// What becomes of a path.
pub(super) enum Verdict {
    /// A file of the register.
    Read,
    /// A folder.
    Enter,
    /// Nothing that a register could miss.
    PassOver,
    /// Not read, and this says so. The place is in the file that is still to be added.
    Report(Box<Finding>),
}

impl Entry<'_> {
    fn name(&self) -> &str {
        self.inside.rsplit('/').next().unwrap_or(self.inside)
    }

    /// What becomes of a path below the folder of a municipality.
    pub(super) fn verdict(&self, ignore: &Ignore) -> Verdict {
        let name = self.name();
        if temporary::is_name(name) {
            return report(refused::left_behind());
        }
        if name.starts_with('.') {
            let is_register = self.other == Some(Content::Folder) && !is_of_a_tool(name);
            return match is_register && !ignore.covers(name, self.inside) {
                true => report(refused::hidden_folder()),
                false => Verdict::PassOver,
            };
        }
        if !self.is_text {
            return report(refused::name());
        }
        match &self.other {
            Some(Content::Folder) if is_yaml(name) => report(refused::folder()),
            Some(Content::Folder) => Verdict::Enter,
            Some(other) => report(refused::other(other)),
            None if is_yaml(name) => Verdict::Read,
            None => match meant_as_yaml(name) {
                Some(meant) => report(refused::wrong_ending(meant)),
                None if is_aside(name) || ignore.covers(name, self.inside) => Verdict::PassOver,
                None => report(refused::unread(name)),
            },
        }
    }

    /// Adds a file of the register with its text, or with the reason why it is none.
    pub(super) fn text(self, content: Content, read: &mut Read) {
        let bytes = match content {
            Content::Bytes(bytes) if bytes.len() as u64 > MAX_FILE => {
                return self.report(refused::too_large(bytes.len() as u64), read);
            }
            Content::Bytes(bytes) => bytes,
            other => return self.report(refused::other(&other), read),
        };
        let file = read.sources.add(self.path, self.inside.to_owned(), String::new());
        match decode(file, bytes) {
            Ok(text) => read.sources.files[file as usize].text = text,
            Err(finding) => read.findings.push(*finding),
        }
    }

    /// Adds the path to what was read with the reason why it is not a text.
    pub(super) fn report(self, finding: Finding, read: &mut Read) {
        let Self { path, inside, .. } = self;
        let file = read.sources.add(path, inside.to_owned(), String::new());
        read.findings.push(Finding { place: Place::start_of(file), ..finding });
    }
}

fn report(finding: Finding) -> Verdict {
    Verdict::Report(Box::new(finding))
}

/// The folder of a municipality that is none: the reason, at the path itself.
pub(super) fn no_folder(path: String, other: Option<&Content>, is_text: bool) -> Read {
    let finding = match other {
        _ if !is_text => refused::name(),
        Some(other) => refused::other(other),
        None => refused::beside(),
    };
    let mut read = Read::default();
    Entry { path, inside: "", other: None, is_text }.report(finding, &mut read);
    read
}

/// Adds a finding where the folder of a municipality holds no file at all.
pub(super) fn refuse_empty(path: String, read: &mut Read) {
    if read.sources.files.is_empty() {
        Entry { path, inside: "", other: None, is_text: true }.report(refused::empty_folder(), read);
    }
}

/// A name as it is shown: what is not UTF-8 becomes `\xFF`.
pub(super) fn shown(name: &OsStr) -> String {
    shown_bytes(name.as_encoded_bytes())
}

/// The same for bytes.
pub(super) fn shown_bytes(name: &[u8]) -> String {
    name.utf8_chunks().fold(String::new(), |mut shown, chunk| {
        shown.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| _ = write!(shown, "\\x{byte:02X}"));
        shown
    })
}

/// Folders that version control and editors make.
fn is_of_a_tool(name: &str) -> bool {
    [".git", ".github", ".gitlab", ".hg", ".svn", ".idea", ".vscode", ".vs"].contains(&name)
}

/// Files that everybody knows not to be data.
fn is_aside(name: &str) -> bool {
    name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("readme"))
}

/// Whether a file is one of a register, by its ending.
pub(crate) fn is_yaml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty() && (ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
    })
}

/// The name that a file should have that an editor saved under another ending: `skola.yaml` for `skola.yaml.txt`.
fn meant_as_yaml(name: &str) -> Option<&str> {
    let (meant, ending) = name.rsplit_once('.')?;
    (ending.eq_ignore_ascii_case("txt") && is_yaml(meant)).then_some(meant)
}

/// A path below a folder of a tree; the path itself below the folder without a name.
pub(super) fn joined(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}
