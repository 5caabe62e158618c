//! The temporary folder of a build: it takes every file that differs until all have all their bytes.

use std::sync::{Mutex, PoisonError};

use super::fault::Error;
use super::file::Print;
use super::handle::{Handle, Kind};
use super::ours::{JOURNAL, Ours};
use super::writer::{Unplaced, is_random_name, random_name};

/// A temporary folder that is made when the first file needs it.
#[derive(Debug)]
pub(super) struct Staging {
    root: Handle,
    /// Its random name, and the folder once it is there.
    made: Mutex<Option<(String, Handle)>>,
}

impl Staging {
    pub(super) fn new(root: Handle) -> Self {
        Self { root, made: Mutex::default() }
    }

    /// A new file in it. The folder is announced, on the disk, before it is made: the next build removes what this one
    /// could not.
    pub(super) fn create(&self, ours: &Ours) -> Result<Unplaced, Error> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if made.is_none() {
            let name = random_name().map_err(|source| self.root.fault("", source))?;
            ours.announce(&self.root, &name, std::iter::empty())?;
            let folder = self.root.make_child(&name)?;
            *made = Some((name, folder));
        }
        let Some((_, folder)) = &*made else { return Err(self.root.fault("", std::io::ErrorKind::NotFound.into())) };
        Unplaced::create(folder).map_err(|source| folder.fault("", source))
    }

    /// Announces every file that is to get its name, on the disk. Nothing where nothing was made.
    pub(super) fn announce<'f>(
        &self,
        ours: &'f Ours,
        to_come: impl Iterator<Item = (&'f str, Print)>,
    ) -> Result<(), Error> {
        match &*self.made.lock().unwrap_or_else(PoisonError::into_inner) {
            Some((name, _)) => ours.announce(&self.root, name, to_come),
            None => Ok(()),
        }
    }

    /// Removes the folder when it is empty.
    pub(super) fn remove(&self) {
        if let Some((name, folder)) = self.made.lock().unwrap_or_else(PoisonError::into_inner).take() {
            drop(folder);
            _ = self.root.dir().remove_dir(&name);
        }
    }

    /// Removes the announcement: everything is in its place.
    pub(super) fn end(&self) -> Result<(), Error> {
        self.remove();
        match self.root.kind(JOURNAL)? {
            Kind::Nothing => Ok(()),
            _ => self.root.dir().remove_file(JOURNAL).map_err(|source| self.root.fault(JOURNAL, source)),
        }
    }
}

/// Removes the temporary folder that an interrupted build left: the files that it made there, then the folder if nothing
/// else is in it.
pub(super) fn clear(root: &Handle, name: &str) -> Result<(), Error> {
    if root.kind(name)? != Kind::Folder {
        return Ok(());
    }
    let Some(folder) = root.child(name)? else { return Ok(()) };
    let entries = folder.dir().entries().map_err(|source| folder.fault("", source))?;
    for entry in entries.flatten() {
        let name = entry.file_name();
        if let Some(name) = name.to_str().filter(|name| is_random_name(name))
            && matches!(folder.kind(name)?, Kind::File(_))
        {
            folder.dir().remove_file(name).map_err(|source| folder.fault(name, source))?;
        }
    }
    drop(folder);
    _ = root.dir().remove_dir(name);
    Ok(())
}
