//! One file on the disk: what stands there, and how other bytes come to stand there.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// What stands where a file is to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing.
    Nothing,
    /// The bytes that are to be.
    Same,
    /// Other bytes.
    Other,
}

impl Standing {
    /// Compares with the bytes that are to be.
    pub(super) fn at(path: &Path, bytes: &[u8]) -> io::Result<Self> {
        match fs::metadata(path) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(Self::Nothing),
            Err(fault) => Err(fault),
            Ok(known) if known.len() != bytes.len() as u64 => Ok(Self::Other),
            Ok(_) => Ok(if fs::read(path)? == bytes { Self::Same } else { Self::Other }),
        }
    }

    /// Compares by the fingerprint of the bytes that are to be.
    pub(super) fn by_print(path: &Path, print: Print) -> io::Result<Self> {
        Ok(match print_of(path)? {
            None => Self::Nothing,
            Some(standing) if standing == print => Self::Same,
            Some(_) => Self::Other,
        })
    }
}

/// The fingerprint of a file: against mistakes, not against forgery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print(u128);

impl Print {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// Of the bytes that a hasher was given.
    pub(super) fn after(hasher: &Xxh3) -> Self {
        Self(hasher.digest128())
    }

    /// Reads what [`fmt::Display`] wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        u128::from_str_radix(text, 16).ok().map(Self)
    }
}

impl fmt::Display for Print {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{:032x}", self.0)
    }
}

/// The fingerprint of the file that stands at a path, if one does.
pub(super) fn print_of(path: &Path) -> io::Result<Option<Print>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    print_of_stream(&mut file).map(Some)
}

fn print_of_stream(from: &mut File) -> io::Result<Print> {
    let mut hasher = Xxh3::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(Print::after(&hasher)),
            count => hasher.update(&buffer[..count]),
        };
    }
}

/// Writes beside the place and moves there: nobody ever sees half a file.
pub(super) fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    beside(target, |beside| fs::write(beside, bytes))
}

/// The same for a file that stands there, with its permissions.
pub(super) fn amend(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let permissions = fs::metadata(target)?.permissions();
    beside(target, |beside| fs::write(beside, bytes).and_then(|()| fs::set_permissions(beside, permissions)))
}

/// How the name of a file ends that is not yet in its place.
pub(super) const NEW: &str = ".ropa-new";

fn beside(target: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let beside = target.with_file_name(format!(".{name}{NEW}"));
    let moved = write(&beside).and_then(|()| fs::rename(&beside, target));
    if moved.is_err() {
        _ = fs::remove_file(&beside);
    }
    moved
}
