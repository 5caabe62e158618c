//! The state that all files of an output folder share: the open folder, the list of files, the temporary folder.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::fault;
use super::file::Print;
use super::handle::{Handle, Kind};
use super::lock::Lock;
use super::ours::Ours;
use super::staging::Staging;
use super::writer::Unplaced;
use crate::error::Error;

/// How many folders are kept open: the system limits open files.
const OPEN: usize = 64;

/// An output folder during a build.
#[derive(Debug)]
pub(super) struct Shared {
    /// The folder, or `None` if it does not exist and is not created.
    pub(super) root: Option<Handle>,
    /// Its path, for messages.
    pub(super) path: PathBuf,
    /// The files that ropa wrote.
    pub(super) ours: Ours,
    staging: Option<Staging>,
    /// Whether files are being placed: from then on the journal stays until all are.
    is_placing: AtomicBool,
    folders: Folders,
}

impl Shared {
    /// Reads the list of files. Without a lock nothing is written.
    pub(super) fn open(
        root: Option<Handle>,
        path: PathBuf,
        lock: Option<Arc<Lock>>,
        is_forced: bool,
    ) -> Result<Self, Error> {
        let ours = root.as_ref().map_or_else(|| Ok(Ours::default()), |root| Ours::read(root, is_forced))?;
        let staging = root.clone().zip(lock).map(|(root, lock)| Staging::new(root, lock));
        Ok(Self { root, path, ours, staging, is_placing: AtomicBool::new(false), folders: Folders::default() })
    }

    /// Whether files are written, not only compared.
    pub(super) fn is_written(&self) -> bool {
        self.staging.is_some()
    }

    /// A new file in the temporary folder.
    pub(super) fn create(&self) -> Result<Unplaced, Error> {
        self.staging()?.create()
    }

    /// Announces the files to be placed.
    pub(super) fn announce<'f>(&'f self, to_come: impl Iterator<Item = (&'f str, Print)>) -> Result<(), Error> {
        self.staging()?.announce(&self.ours, to_come)
    }

    /// Writes the list of files.
    pub(super) fn write_list<'f>(&self, files: impl Iterator<Item = (&'f str, Print)>) -> Result<(), Error> {
        self.staging()?.write_list(files)
    }

    /// Marks that placing begins.
    pub(super) fn begin_placing(&self) {
        self.is_placing.store(true, Ordering::Relaxed);
    }

    /// Whether ropa wrote a file: it is listed, or it is as an interrupted build announced it.
    pub(super) fn is_ours(&self, path: &str) -> Result<bool, Error> {
        if self.ours.listed.contains_key(path) || !self.ours.announced.contains_key(path) {
            return Ok(self.ours.listed.contains_key(path));
        }
        Ok(self.print_of(path)?.is_some_and(|print| self.ours.is_as_written(path, print)))
    }

    /// Closes the cached folders, because files have been placed since.
    pub(super) fn forget_folders(&self) {
        self.folders.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Ends the build and removes what is temporary.
    pub(super) fn end(&self) -> Result<(), Error> {
        self.staging()?.end()
    }

    fn staging(&self) -> Result<&Staging, Error> {
        self.staging.as_ref().ok_or_else(|| fault::io(&self.path, io::Error::from(io::ErrorKind::NotFound)))
    }

    /// The type of an entry directly in the folder.
    pub(super) fn kind(&self, name: &str) -> Result<Kind, Error> {
        self.root.as_ref().map_or(Ok(Kind::Nothing), |root| root.kind(name))
    }

    /// The folder of a file before this build, or `None` if it does not exist.
    pub(super) fn folder_of(&self, path: &str) -> Result<Option<Handle>, Error> {
        let Some(root) = &self.root else { return Ok(None) };
        match path.rsplit_once('/') {
            None => Ok(Some(root.clone())),
            Some((folder, _)) => self.folders.open(root, folder),
        }
    }

    /// Whether the path existed before this build.
    pub(super) fn is_there(&self, path: &str) -> Result<bool, Error> {
        Ok(match self.folder_of(path)? {
            Some(folder) => folder.kind(name_of(path))? != Kind::Nothing,
            None => false,
        })
    }

    /// The fingerprint of a file before this build, or `None` if there is no file.
    pub(super) fn print_of(&self, path: &str) -> Result<Option<Print>, Error> {
        let Some(folder) = self.folder_of(path)? else { return Ok(None) };
        let name = name_of(path);
        match folder.kind(name)? {
            Kind::File(_) => {
                folder.file(name).and_then(Print::of_file).map(Some).map_err(|cause| folder.fault(name, cause))
            }
            Kind::Nothing | Kind::Folder | Kind::Link | Kind::Special => Ok(None),
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        let Some(staging) = &self.staging else { return };
        staging.remove();
        if !self.is_placing.load(Ordering::Relaxed) && !self.ours.was_interrupted {
            _ = staging.end();
        }
    }
}

/// A cache of folders below the root. No file is placed before all are made, so entries stay valid until then.
#[derive(Debug, Default)]
struct Folders(Mutex<FxHashMap<Box<str>, Option<Handle>>>);

impl Folders {
    fn open(&self, root: &Handle, folder: &str) -> Result<Option<Handle>, Error> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(folder) {
            return Ok(found.clone());
        }
        let found = root.descend(folder)?;
        if known.len() >= OPEN {
            known.retain(|_, folder| folder.is_none());
        }
        known.insert(folder.into(), found.clone());
        Ok(found)
    }
}

/// The file name of a path.
pub(super) fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}
