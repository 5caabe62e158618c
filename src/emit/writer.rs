//! The only writer: every file that `ropa` writes is created and named here.
//!
//! A file is created under a random name in an open folder. It is renamed when all its bytes are written, or else
//! removed. So no reader sees a partial file, and nothing is written through a link or a file of somebody else.

use std::io::{self, Write};

use cap_std::fs::{File, OpenOptions};

use super::handle::Handle;
use crate::temporary;

/// What a new file may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// Nothing: an existing entry stays, and the new file is removed.
    Nothing,
    /// Any entry except a folder. A link is replaced, not followed.
    Anything,
}

/// Whether a file must survive a power failure once it has its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Bytes and name are synced to disk.
    Synced,
    /// The system writes it at any time.
    Unsynced,
}

/// A file that is not in place. It is removed on drop.
#[derive(Debug)]
pub(super) struct Unplaced {
    folder: Handle,
    /// The random name; empty once the file is placed.
    name: String,
    file: Option<File>,
}

impl Unplaced {
    /// Creates an empty file in a folder.
    pub(super) fn create(folder: &Handle) -> io::Result<Self> {
        let name = temporary::name()?;
        let file = folder.dir().open_with(&name, OpenOptions::new().write(true).create_new(true))?;
        Ok(Self { folder: folder.clone(), name, file: Some(file) })
    }

    /// The open file.
    pub(super) fn file(&self) -> io::Result<&File> {
        self.file.as_ref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Closes the complete file.
    pub(super) fn close(&mut self) {
        self.file = None;
    }

    /// Renames the file into place.
    pub(super) fn place(mut self, at: &Handle, name: &str, over: Over, kept: Kept) -> io::Result<()> {
        if kept == Kept::Synced {
            self.file()?.sync_all()?;
        }
        self.close();
        match over {
            Over::Anything => self.rename(at, name)?,
            Over::Nothing => self.claim(at, name)?,
        }
        if kept == Kept::Synced { at.sync() } else { Ok(()) }
    }

    fn rename(&mut self, at: &Handle, name: &str) -> io::Result<()> {
        self.folder.dir().rename(&self.name, at.dir(), name)?;
        self.name.clear();
        Ok(())
    }

    /// Hard-links the file to its name, which fails if the name exists. File systems without hard links, as on memory
    /// sticks, are checked beforehand instead.
    fn claim(&mut self, at: &Handle, name: &str) -> io::Result<()> {
        match self.folder.dir().hard_link(&self.name, at.dir(), name) {
            Ok(()) => {
                let random = std::mem::take(&mut self.name);
                self.folder.dir().remove_file(random)
            }
            Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => Err(fault),
            Err(_) if at.dir().symlink_metadata(name).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => self.rename(at, name),
        }
    }
}

impl Write for Unplaced {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file()?.flush()
    }
}

impl Drop for Unplaced {
    fn drop(&mut self) {
        self.close();
        if !self.name.is_empty() {
            _ = self.folder.dir().remove_file(&self.name);
        }
    }
}

/// Writes a complete file.
pub(super) fn write(folder: &Handle, name: &str, bytes: &[u8], over: Over, kept: Kept) -> io::Result<()> {
    let mut new = Unplaced::create(folder)?;
    new.write_all(bytes)?;
    new.place(folder, name, over, kept)
}
