//! Locks an output folder for one build at a time, and records the temporary folders of the build in the lock file.

use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::sync::{Mutex, PoisonError};

use super::fault;
use super::handle::{Handle, Kind};
use crate::error::Error;
use crate::temporary;

/// The lock file in the output folder. It is never removed, because a lock on a removed file can be held twice. It is
/// empty except during a build and after an interrupted one.
pub(crate) const LOCK: &str = ".ropa-lock";
/// Prefix of the line that names the temporary folders.
const TEMPORARY: &str = "temporary  ";
/// How many bytes of the file are read.
const MOST: u64 = 64;

/// A held lock. The system releases it when the program ends, in any way.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    /// The random name of the temporary folders of this build.
    temporary: String,
    is_announced: Mutex<bool>,
}

impl Lock {
    /// Locks a folder. Also returns the name of the temporary folders of an interrupted build.
    ///
    /// # Errors
    /// When another program holds the lock, or locking fails.
    pub(super) fn of(folder: &Handle) -> Result<(Self, Option<String>), Error> {
        match folder.kind(LOCK)? {
            Kind::Nothing | Kind::File(_) => {}
            Kind::Link => return Err(fault::link(&folder.path(LOCK))),
            Kind::Folder | Kind::Special => return Err(fault::not_a_file(&folder.path(LOCK))),
        }
        let failed = |cause| folder.fault(LOCK, cause);
        let file = folder.lockable(LOCK).map_err(failed)?.into_std();
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(fault::busy(&folder.path(""))),
            Err(TryLockError::Error(cause)) => return Err(failed(cause)),
        }
        let mut line = Vec::new();
        (&file).take(MOST).read_to_end(&mut line).map_err(failed)?;
        let left = temporary_of(&line).map(str::to_owned);
        let temporary = temporary::name().map_err(failed)?;
        Ok((Self { file, temporary, is_announced: Mutex::default() }, left))
    }

    /// The name of the temporary folders, synced to disk before one of them is created, so that the next build can
    /// remove what is left.
    pub(super) fn announced(&self) -> io::Result<&str> {
        let mut is_announced = self.is_announced.lock().unwrap_or_else(PoisonError::into_inner);
        if !*is_announced {
            self.write(&format!("{TEMPORARY}{}\n", self.temporary))?;
            *is_announced = true;
        }
        Ok(&self.temporary)
    }

    fn write(&self, line: &str) -> io::Result<()> {
        let mut file = &self.file;
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(line.as_bytes())?;
        file.sync_all()
    }

    /// Records that nothing temporary is left.
    pub(super) fn clear(&self) -> io::Result<()> {
        self.file.set_len(0)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if *self.is_announced.lock().unwrap_or_else(PoisonError::into_inner) {
            _ = self.clear();
        }
    }
}

/// The name of the temporary folders in a line of the lock file.
fn temporary_of(line: &[u8]) -> Option<&str> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    line.strip_prefix(TEMPORARY).filter(|name| temporary::is_name(name))
}

/// Whether these are the bytes of a lock file.
#[must_use]
pub(crate) fn is_lock(bytes: &[u8]) -> bool {
    bytes.is_empty() || temporary_of(bytes).is_some()
}
