//! The one writer: every file that `ropa` writes gets its bytes and its name here.
//!
//! A file is created new, under a random name, in a folder that is open. It gets its own name when it has all its bytes,
//! or goes away. So nobody ever sees half a file, and no link and no file of somebody else is written through.

use std::io::{self, Write};

use cap_std::fs::{File, OpenOptions};

use super::handle::Handle;
use crate::temporary;

/// What a new file may take the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// Nothing: what has the name already stays, and the new file goes away.
    Nothing,
    /// Whatever has the name, unless it is a folder. A link is replaced, not followed.
    Anything,
}

/// Whether a file must survive a power failure from the moment it has its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Its bytes and its name are on the disk.
    Synced,
    /// The system writes it when it likes.
    Unsynced,
}

/// A file without its own name. It goes away when it is dropped.
#[derive(Debug)]
pub(super) struct Unplaced {
    folder: Handle,
    /// The random name; empty once the file has its own.
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

    /// The file while it is open.
    pub(super) fn file(&self) -> io::Result<&File> {
        self.file.as_ref().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Closes the file: it has all its bytes.
    pub(super) fn close(&mut self) {
        self.file = None;
    }

    /// Gives the file its own name.
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

    /// A second name fails where something has it already. File systems without second names, as on memory sticks,
    /// are asked first instead.
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

/// Writes a whole file.
pub(super) fn write(folder: &Handle, name: &str, bytes: &[u8], over: Over, kept: Kept) -> io::Result<()> {
    let mut new = Unplaced::create(folder)?;
    new.write_all(bytes)?;
    new.place(folder, name, over, kept)
}
