//! The files that ropa wrote to an output folder: the listed ones, and those that an interrupted build announced.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::{Component, Path};

use super::fault;
use super::file::Print;
use super::handle::{Handle, Kind};
use super::writer::{Kept, Over, Unplaced};
use crate::error::Error;
use crate::render::Format;
use crate::render::html::SHARED;

/// The list of files. Each line has the fingerprint of the written bytes, two spaces and the path.
pub(super) const LIST: &str = ".ropa-files";
/// The journal of files being placed; it exists until the list is written. Same line format as the list.
pub(super) const JOURNAL: &str = ".ropa-journal";
/// The largest list that is read, in bytes: 256 MiB, about a million files.
const MAX_LIST: u64 = 256 << 20;

/// The files that ropa wrote.
#[derive(Debug, Default)]
pub(super) struct Ours {
    /// Files of earlier builds.
    pub(super) listed: BTreeMap<Box<str>, Print>,
    /// Files that interrupted builds announced. Each has its former content or one of the announced ones.
    pub(super) announced: BTreeMap<Box<str>, Vec<Print>>,
    /// Whether a build was interrupted.
    pub(super) was_interrupted: bool,
}

impl Ours {
    /// Reads the list and the journal. With `is_forced`, damaged lines are ignored.
    pub(super) fn read(folder: &Handle, is_forced: bool) -> Result<Self, Error> {
        let mut ours = Self::default();
        for (number, line) in text(folder, LIST, is_forced)?.unwrap_or_default().lines().enumerate() {
            match entry(line) {
                Some((path, print)) => _ = ours.listed.insert(path.into(), print),
                None if is_forced => {}
                None => return Err(fault::damaged(&folder.path(LIST), number + 1)),
            }
        }
        let journal = text(folder, JOURNAL, is_forced)?;
        ours.was_interrupted = journal.is_some();
        for (number, line) in journal.unwrap_or_default().lines().enumerate() {
            match entry(line) {
                Some((path, print)) => ours.announced.entry(path.into()).or_default().push(print),
                None if is_forced => {}
                None => return Err(fault::damaged(&folder.path(JOURNAL), number + 1)),
            }
        }
        Ok(ours)
    }

    /// Whether a file has the content that ropa wrote.
    pub(super) fn is_as_written(&self, path: &str, print: Print) -> bool {
        self.listed.get(path) == Some(&print) || self.announced.get(path).is_some_and(|all| all.contains(&print))
    }

    /// The paths of all files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        let only_announced = self.announced.keys().filter(|path| !self.listed.contains_key(*path));
        self.listed.keys().chain(only_announced).map(Box::as_ref)
    }

    /// Writes the journal to disk before the first file is placed. It is created in the folder `temporary`.
    pub(super) fn announce<'f>(
        &'f self,
        folder: &Handle,
        temporary: &Handle,
        to_come: impl Iterator<Item = (&'f str, Print)>,
    ) -> Result<(), Error> {
        let earlier =
            self.announced.iter().flat_map(|(path, all)| all.iter().map(move |print| (path.as_ref(), *print)));
        let is_new = |(path, print): &(&str, Print)| !self.announced.get(*path).is_some_and(|all| all.contains(print));
        put(folder, JOURNAL, temporary, earlier.chain(to_come.filter(is_new)))
    }
}

/// Writes the list to disk. It is created in the folder `temporary`.
pub(super) fn write_list<'f>(
    folder: &Handle,
    temporary: &Handle,
    files: impl Iterator<Item = (&'f str, Print)>,
) -> Result<(), Error> {
    put(folder, LIST, temporary, files)
}

fn put<'f>(
    folder: &Handle,
    name: &str,
    temporary: &Handle,
    files: impl Iterator<Item = (&'f str, Print)>,
) -> Result<(), Error> {
    let mut text = String::new();
    for (path, print) in files {
        _ = writeln!(text, "{print}  {path}");
    }
    let written = Unplaced::create(temporary).and_then(|mut new| {
        new.write_all(text.as_bytes())?;
        new.place(folder, name, Over::Anything, Kept::Synced)
    });
    written.map_err(|cause| folder.fault(name, cause))
}

/// The text of a list, or `None` if it does not exist. With `is_forced`, also `None` if it is not text.
fn text(folder: &Handle, name: &str, is_forced: bool) -> Result<Option<String>, Error> {
    let damaged = |line| if is_forced { Ok(None) } else { Err(fault::damaged(&folder.path(name), line)) };
    match folder.kind(name)? {
        Kind::Nothing => return Ok(None),
        Kind::Link => return Err(fault::link(&folder.path(name))),
        Kind::Folder | Kind::Special => return Err(fault::not_a_file(&folder.path(name))),
        Kind::File(size) if size > MAX_LIST => return damaged(1),
        Kind::File(_) => {}
    }
    let mut bytes = Vec::new();
    let read = folder.file(name).and_then(|file| file.take(MAX_LIST).read_to_end(&mut bytes));
    read.map_err(|cause| folder.fault(name, cause))?;
    String::from_utf8(bytes).map(Some).or_else(|fault| {
        let good = fault.utf8_error().valid_up_to();
        let line = 1 + fault.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count();
        damaged(line)
    })
}

/// The path and the fingerprint of a line.
fn entry(line: &str) -> Option<(&str, Print)> {
    let (print, path) = line.split_once("  ").filter(|(_, path)| stays_inside(path) && is_compiled(path))?;
    Some((path, Print::parse(print)?))
}

/// Whether a build can have made a file of this name: a list cannot claim `robots.txt`.
fn is_compiled(path: &str) -> bool {
    let is_below = path.contains('/') || path.starts_with("index.") || path.starts_with("register.");
    is_below && Format::of(path).is_some() || SHARED.contains(&path)
}

/// Whether a path stays inside the folder: the list may come from somebody else.
fn stays_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':'])
        && path.split('/').all(|part| !matches!(part, "" | "."))
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}
