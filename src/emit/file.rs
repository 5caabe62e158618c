//! One file on the disk: what stands there, and how other bytes come to stand there.

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
    pub(super) fn by_print(path: &Path, print: &str) -> io::Result<Self> {
        Ok(match print_of(path)? {
            None => Self::Nothing,
            Some(standing) if standing == print => Self::Same,
            Some(_) => Self::Other,
        })
    }
}

/// The fingerprint of bytes.
pub(super) fn print(bytes: &[u8]) -> String {
    hexadecimal(xxh3_128(bytes))
}

pub(super) fn hexadecimal(print: u128) -> String {
    format!("{print:032x}")
}

/// The fingerprint of the file that stands at a path, if one does.
pub(super) fn print_of(path: &Path) -> io::Result<Option<String>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    print_of_stream(&mut file).map(Some)
}

fn print_of_stream(from: &mut File) -> io::Result<String> {
    let mut hasher = Xxh3::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(hexadecimal(hasher.digest128())),
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
