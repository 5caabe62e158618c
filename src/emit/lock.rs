//! One build at a time writes into a folder, and says in the lock file which temporary folders it makes there.

use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::sync::{Mutex, PoisonError};

use super::fault;
use super::handle::{Handle, Kind};
use crate::error::Error;
use crate::temporary;

/// The file in the output folder that is locked. It stays: a lock on a file that goes away can be held twice. It is empty
/// but while a build writes, or after one that was interrupted.
pub(crate) const LOCK: &str = ".ropa-lock";
/// How the line begins that names the temporary folders.
const TEMPORARY: &str = "temporary  ";
/// How many bytes of the file are read.
const MOST: u64 = 64;

/// Held while a folder is written. The system releases it when the program ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    /// The random name of the temporary folders of this build.
    temporary: String,
    is_announced: Mutex<bool>,
}

impl Lock {
    /// Locks a folder. Gives the name of the temporary folders that an interrupted build left, too.
    ///
    /// # Errors
    /// When another program holds the lock, or the system cannot lock.
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

    /// The name of the temporary folders, which is on the disk before one of them is made: the next build removes what this
    /// one could not.
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

    /// Says that nothing temporary is left.
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

/// The name of the temporary folders in a lock file.
fn temporary_of(line: &[u8]) -> Option<&str> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    line.strip_prefix(TEMPORARY).filter(|name| temporary::is_name(name))
}

/// Whether bytes are what a build leaves in its lock file.
#[must_use]
pub(crate) fn is_lock(bytes: &[u8]) -> bool {
    bytes.is_empty() || temporary_of(bytes).is_some()
}
