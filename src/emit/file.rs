//! Compares output files with existing ones; fingerprints.

use std::fmt;
use std::io::{self, Read};

use cap_std::fs::File;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::handle::{Handle, Kind};
use crate::error::Error;

/// What exists at the path of an output file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing.
    Nothing,
    /// A file with the same bytes.
    Same,
    /// A file with other bytes.
    Other,
    /// A folder, a link or a special file.
    NoFile(Kind),
}

impl Standing {
    /// Compares the existing entry with `bytes`. Only regular files are opened.
    pub(super) fn at(folder: &Handle, name: &str, bytes: &[u8]) -> Result<Self, Error> {
        Ok(match folder.kind(name)? {
            Kind::Nothing => Self::Nothing,
            Kind::File(size) if size != bytes.len() as u64 => Self::Other,
            Kind::File(_) => match is_same(folder, name, bytes).map_err(|cause| folder.fault(name, cause))? {
                true => Self::Same,
                false => Self::Other,
            },
            other => Self::NoFile(other),
        })
    }
}

fn is_same(folder: &Handle, name: &str, bytes: &[u8]) -> io::Result<bool> {
    let mut standing = Vec::with_capacity(bytes.len() + 1);
    folder.file(name)?.take(bytes.len() as u64 + 1).read_to_end(&mut standing)?;
    Ok(standing == bytes)
}

/// The fingerprint of a file. It detects mistakes, not forgery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print(u128);

impl Print {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// The fingerprint of the bytes that a hasher was given.
    pub(super) fn after(hasher: &Xxh3) -> Self {
        Self(hasher.digest128())
    }

    /// The fingerprint of an open file.
    pub(super) fn of_file(mut file: File) -> io::Result<Self> {
        let mut hasher = Xxh3::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok(Self::after(&hasher)),
                count => hasher.update(&buffer[..count]),
            };
        }
    }

    /// Parses the output of [`fmt::Display`].
    pub(super) fn parse(text: &str) -> Option<Self> {
        let is_print = text.len() == 32 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        is_print.then(|| u128::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Print {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        write!(to, "{:032x}", self.0)
    }
}
