//! One build at a time writes into a folder.

use std::fs::{File, TryLockError};
use std::path::Path;

use xxhash_rust::xxh3::xxh3_128;

/// Held while a folder is written; the system lets go of it when the program ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock {
    /// Nothing where there is no place for lock files: two builds at once are then not noticed.
    _file: Option<File>,
}

impl Lock {
    /// Locks a folder, which need not be there; nothing where another program holds it. The lock is a file among the
    /// temporary ones, so that nothing of it stands in the output.
    pub(super) fn of(folder: &Path) -> Option<Self> {
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let name = format!("ropa-{:032x}.lock", xxh3_128(whole.as_os_str().as_encoded_bytes()));
        let Ok(file) = File::create(std::env::temp_dir().join(name)) else { return Some(Self { _file: None }) };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => None,
            Ok(()) | Err(TryLockError::Error(_)) => Some(Self { _file: Some(file) }),
        }
    }
}
