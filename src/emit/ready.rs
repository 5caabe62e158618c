//! The last step of a build: places every file.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

use super::fault;
use super::file::{Print, Standing};
use super::folder::{Shared, name_of};
use super::handle::Handle;
use super::lock::Lock;
use super::writer::{Kept, Over};
use super::{Done, Made, Mode};
use crate::error::Error;

/// An output folder whose files are complete and announced.
#[derive(Debug)]
pub struct Ready {
    pub(super) made: BTreeMap<Box<str>, Made>,
    /// Every file in the list after the build.
    pub(super) ours: BTreeMap<Box<str>, Print>,
    pub(super) done: Done,
    pub(super) shared: Arc<Shared>,
    pub(super) mode: Mode,
    /// The last field, so that the lock is released after everything else is dropped.
    pub(super) _lock: Option<Arc<Lock>>,
}

impl Ready {
    /// Places every file, removes those no longer made, and writes the list of files.
    ///
    /// # Errors
    /// When a file cannot be placed or removed, or the list cannot be written. The next build repairs that.
    pub fn place(mut self) -> Result<Done, Error> {
        let done = std::mem::take(&mut self.done);
        let Some(root) = self.shared.root.as_ref().filter(|_| self.mode != Mode::Check) else { return Ok(done) };
        self.shared.begin_placing();
        let mut made = std::mem::take(&mut self.made);
        made.retain(|_, made| made.new.is_some());
        place(root, made)?;
        remove(&self.shared, root, &done.removed)?;
        if !entries(&self.shared.ours.listed).eq(entries(&self.ours)) {
            self.shared.write_list(entries(&self.ours))?;
        }
        self.shared.end()?;
        Ok(done)
    }
}

/// Paths and fingerprints, in order.
pub(super) fn entries(files: &BTreeMap<Box<str>, Print>) -> impl Iterator<Item = (&str, Print)> {
    files.iter().map(|(path, print)| (path.as_ref(), *print))
}

/// Places every new file.
fn place(root: &Handle, made: BTreeMap<Box<str>, Made>) -> Result<(), Error> {
    let mut last: Option<(String, Handle)> = None;
    for (path, made) in made {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let handle = match &last {
            Some((known, handle)) if known == folder => handle.clone(),
            _ => make(root, folder)?,
        };
        if let Some(new) = made.new {
            let over = if made.standing == Standing::Nothing { Over::Nothing } else { Over::Anything };
            new.place(&handle, name, over, Kept::Unsynced).map_err(|cause| match cause.kind() {
                io::ErrorKind::AlreadyExists => fault::not_ours(&handle.path(name)),
                _ => handle.fault(name, cause),
            })?;
        }
        last = Some((folder.to_owned(), handle));
    }
    Ok(())
}

/// Opens the folder of a path below the root, and creates it if it does not exist.
fn make(root: &Handle, folder: &str) -> Result<Handle, Error> {
    let mut handle = root.clone();
    for part in folder.split('/').filter(|part| !part.is_empty()) {
        handle = handle.make_child(part)?;
    }
    Ok(handle)
}

/// Removes files and the parent folders that became empty. This is synced to disk before the list forgets them.
fn remove(shared: &Shared, root: &Handle, paths: &[String]) -> Result<(), Error> {
    shared.forget_folders();
    let mut touched: BTreeSet<&str> = BTreeSet::new();
    for path in paths {
        let removed = shared.folder_of(path)?.map(|folder| folder.dir().remove_file(name_of(path)));
        removed.transpose().map_err(|cause| root.fault(path, cause))?;
        touched.extend(above(path));
    }
    // Some systems cannot remove an open folder.
    shared.forget_folders();
    for folder in touched.iter().rev().filter(|folder| !folder.is_empty()) {
        _ = root.dir().remove_dir(folder);
    }
    for folder in touched {
        if let Some(folder) = root.descend(folder)? {
            folder.sync().map_err(|cause| folder.fault("", cause))?;
        }
    }
    Ok(())
}

/// The folders above a file, the nearest first, up to the root, which has the empty name.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at]).chain([""])
}
