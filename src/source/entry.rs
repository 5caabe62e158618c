//! Decides for each path in a register whether it is read, entered, skipped or reported.

use std::ffi::OsStr;
use std::fmt::Write as _;

use crate::finding::{Finding, Place};
use crate::source::content::Content;
use crate::source::decode::decode;
use crate::source::disk::MAX_FILE;
use crate::source::ignore::Ignore;
use crate::source::{IMPORT, Read, refused};
use crate::temporary;

/// A path in a register.
pub(super) struct Entry<'e> {
    /// The path below the workspace, with `/` as separator.
    pub(super) path: String,
    /// The path below the folder of the municipality, or below the registers for entries next to the municipalities.
    pub(super) inside: &'e str,
    /// The content, if it is not a file.
    pub(super) other: Option<Content>,
    /// Whether its name is UTF-8.
    pub(super) is_text: bool,
}

/// The decision for a path.
pub(super) enum Verdict {
    /// Read it: a file of the register.
    Read,
    /// Enter it: a folder.
    Enter,
    /// Skip it: nothing that could belong to a register.
    PassOver,
    /// Report it with this finding and do not read it. The place is in the file that is still to be added.
    Report(Box<Finding>),
}

impl Entry<'_> {
    fn name(&self) -> &str {
        self.inside.rsplit('/').next().unwrap_or(self.inside)
    }

    /// The decision for a path below the folder of a municipality.
    pub(super) fn verdict(&self, ignore: &Ignore) -> Verdict {
        let name = self.name();
        if temporary::is_name(name) {
            return report(refused::left_behind());
        }
        if name.starts_with('.') {
            let is_register = self.other == Some(Content::Folder) && !is_of_a_tool(name) && self.inside != IMPORT;
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

    /// Adds a file of the register with its text, or with a finding if it is not text.
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

    /// Adds the path with a finding about it.
    pub(super) fn report(self, finding: Finding, read: &mut Read) {
        let Self { path, inside, .. } = self;
        let file = read.sources.add(path, inside.to_owned(), String::new());
        read.findings.push(Finding { place: Place::start_of(file), ..finding });
    }
}

fn report(finding: Finding) -> Verdict {
    Verdict::Report(Box::new(finding))
}

/// The result for a municipality that is not a folder: a finding at the path itself.
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

/// Adds a finding if the folder of a municipality contains no file.
pub(super) fn refuse_empty(path: String, read: &mut Read) {
    if read.sources.files.is_empty() {
        Entry { path, inside: "", other: None, is_text: true }.report(refused::empty_folder(), read);
    }
}

/// A name for display: bytes that are not UTF-8 become `\xFF`.
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

/// Folders of version control and editors.
fn is_of_a_tool(name: &str) -> bool {
    [".git", ".github", ".gitlab", ".hg", ".svn", ".idea", ".vscode", ".vs"].contains(&name)
}

/// Files that are commonly known not to be data.
fn is_aside(name: &str) -> bool {
    name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("readme"))
}

/// Whether a file belongs to a register, by its extension.
pub(crate) fn is_yaml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty() && (ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
    })
}

/// The intended name of a file that an editor saved with another extension: `skola.yaml` for `skola.yaml.txt`.
fn meant_as_yaml(name: &str) -> Option<&str> {
    let (meant, ending) = name.rsplit_once('.')?;
    (ending.eq_ignore_ascii_case("txt") && is_yaml(meant)).then_some(meant)
}

/// Joins a folder of a tree and a path; an empty folder is the root.
pub(super) fn joined(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}
