//! One build at a time writes into a folder.

use std::fs::{File, TryLockError};

use super::fault::Error;
use super::handle::{Handle, Kind};

/// The file in the output folder that is locked. It has no bytes, and stays: a lock on a file that goes away can be held
/// twice.
pub const LOCK: &str = ".ropa-lock";

/// Held while a folder is written. The system releases it when the program ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "it is held, not read")] File);

impl Lock {
    /// Locks a folder.
    ///
    /// # Errors
    /// When another program holds the lock, or the system cannot lock.
    pub(super) fn of(folder: &Handle) -> Result<Self, Error> {
        match folder.kind(LOCK)? {
            Kind::Nothing | Kind::File(_) => {}
            Kind::Link => return Err(Error::Link(folder.path(LOCK))),
            Kind::Folder | Kind::Special => return Err(Error::NotAFile(folder.path(LOCK))),
        }
        let file = folder.lockable(LOCK).map_err(|source| folder.fault(LOCK, source))?.into_std();
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Error::Busy(folder.path(""))),
            Err(TryLockError::Error(source)) => Err(folder.fault(LOCK, source)),
        }
    }
}
