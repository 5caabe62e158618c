//! The temporary folder of a build: changed files are written there until all are complete.

use std::sync::{Arc, Mutex, PoisonError};

use super::file::Print;
use super::handle::{Handle, Kind};
use super::lock::Lock;
use super::ours::{JOURNAL, Ours, write_list};
use super::writer::Unplaced;
use crate::error::Error;
use crate::temporary;

/// A temporary folder, created when the first file needs it.
#[derive(Debug)]
pub(super) struct Staging {
    root: Handle,
    lock: Arc<Lock>,
    /// The folder, once created.
    made: Mutex<Option<Handle>>,
}

impl Staging {
    pub(super) fn new(root: Handle, lock: Arc<Lock>) -> Self {
        Self { root, lock, made: Mutex::default() }
    }

    /// The folder; creates it if necessary.
    fn folder(&self) -> Result<Handle, Error> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = &*made {
            return Ok(folder.clone());
        }
        let name = self.lock.announced().map_err(|cause| self.root.fault("", cause))?;
        let folder = self.root.make_child(name)?;
        Ok(made.insert(folder).clone())
    }

    /// A new file in it.
    pub(super) fn create(&self) -> Result<Unplaced, Error> {
        let folder = self.folder()?;
        Unplaced::create(&folder).map_err(|cause| folder.fault("", cause))
    }

    /// Announces every file to be placed, on disk. Does nothing if no file changed.
    pub(super) fn announce<'f>(
        &self,
        ours: &'f Ours,
        to_come: impl Iterator<Item = (&'f str, Print)>,
    ) -> Result<(), Error> {
        let is_made = self.made.lock().unwrap_or_else(PoisonError::into_inner).is_some();
        if is_made { ours.announce(&self.root, &self.folder()?, to_come) } else { Ok(()) }
    }

    /// Writes the list of files.
    pub(super) fn write_list<'f>(&self, files: impl Iterator<Item = (&'f str, Print)>) -> Result<(), Error> {
        write_list(&self.root, &self.folder()?, files)
    }

    /// Removes the folder if it is empty.
    pub(super) fn remove(&self) {
        let made = self.made.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let (true, Ok(name)) = (made.is_some(), self.lock.announced()) {
            drop(made);
            _ = self.root.dir().remove_dir(name);
        }
    }

    /// Removes the journal, because every file is in place.
    pub(super) fn end(&self) -> Result<(), Error> {
        self.remove();
        match self.root.kind(JOURNAL)? {
            Kind::Nothing => Ok(()),
            _ => self.root.dir().remove_file(JOURNAL).map_err(|cause| self.root.fault(JOURNAL, cause)),
        }
    }
}

/// Removes the temporary files of an interrupted build, then their folder if it is empty.
pub(super) fn clear(root: &Handle, name: &str) -> Result<(), Error> {
    if root.kind(name)? != Kind::Folder {
        return Ok(());
    }
    let Some(folder) = root.child(name)? else { return Ok(()) };
    let entries = folder.dir().entries().map_err(|cause| folder.fault("", cause))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        if let Some(name) = name.to_str().filter(|name| temporary::is_name(name))
            && matches!(folder.kind(name)?, Kind::File(_))
        {
            folder.dir().remove_file(name).map_err(|cause| folder.fault(name, cause))?;
        }
    }
    drop(folder);
    _ = root.dir().remove_dir(name);
    Ok(())
}
