//! One file on the disk: what stands there, and how other bytes come to stand there.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::Write;

/// What stands where a file is to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing.
    Nothing,
    /// The bytes that are to be.
    Same,
    /// Other bytes.
    Other,
    /// Bytes with this fingerprint.
    Print(String),
}

impl Standing {
    /// Compares with the bytes that are held, or takes the fingerprint.
    pub(super) fn at(path: &Path, held: Option<&[u8]>) -> io::Result<Self> {
        let Some(held) = held else {
            return Ok(print_of(path)?.map_or(Self::Nothing, Self::Print));
        };
        match fs::metadata(path) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(Self::Nothing),
            Err(fault) => Err(fault),
            Ok(known) if known.len() != held.len() as u64 => Ok(Self::Other),
            Ok(_) => Ok(if fs::read(path)? == held { Self::Same } else { Self::Other }),
        }
    }

    /// Whether it is the file of that fingerprint.
    pub(super) fn is(&self, print: &str) -> bool {
        match self {
            Self::Same => true,
            Self::Print(standing) => standing == print,
            Self::Nothing | Self::Other => false,
        }
    }
}

/// The bytes that are to stand in a file.
pub(super) enum New<'b> {
    Held(&'b [u8]),
    /// What writes them, and their fingerprint.
    Streamed(&'b Write<'b>, String),
}

impl<'b> New<'b> {
    /// Bytes that are not held in memory.
    pub(super) fn streamed(write: &'b Write<'b>) -> io::Result<Self> {
        let mut hasher = Xxh3::new();
        write(&mut hasher)?;
        Ok(Self::Streamed(write, hexadecimal(hasher.digest128())))
    }

    pub(super) fn print(&self) -> String {
        match self {
            Self::Held(bytes) => hexadecimal(xxh3_128(bytes)),
            Self::Streamed(_, print) => print.clone(),
        }
    }
}

fn hexadecimal(print: u128) -> String {
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
pub(super) fn replace(target: &Path, new: New) -> io::Result<()> {
    beside(target, |beside| match new {
        New::Held(bytes) => fs::write(beside, bytes),
        New::Streamed(write, _) => File::create(beside).and_then(|mut file| write(&mut file)),
    })
}

/// The same for a file that stands there, with its permissions.
pub(super) fn amend(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let permissions = fs::metadata(target)?.permissions();
    beside(target, |beside| fs::write(beside, bytes).and_then(|()| fs::set_permissions(beside, permissions)))
}

/// Writes what is not held in memory where nothing stands, and gives its fingerprint.
pub(super) fn create(target: &Path, write: &Write) -> io::Result<String> {
    let mut hasher = Xxh3::new();
    beside(target, |beside| write(&mut Both { file: File::create(beside)?, hasher: &mut hasher }))?;
    Ok(hexadecimal(hasher.digest128()))
}

/// Writes to a file and to its fingerprint.
struct Both<'h> {
    file: File,
    hasher: &'h mut Xxh3,
}

impl io::Write for Both<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.hasher.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn beside(target: &Path, write: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let beside = target.with_file_name(format!(".{name}.ropa-new"));
    let moved = write(&beside).and_then(|()| fs::rename(&beside, target));
    if moved.is_err() {
        _ = fs::remove_file(&beside);
    }
    moved
}
