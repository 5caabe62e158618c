//! One file on the disk: what stands there, and how other bytes come to stand there.

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::Path;

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
    Spooled(Spooled<'b>),
}

/// Bytes in a nameless file, and their fingerprint.
pub(super) struct Spooled<'f> {
    file: &'f mut File,
    print: String,
}

impl New<'_> {
    pub(super) fn print(&self) -> String {
        match self {
            Self::Held(bytes) => short(&blake3::hash(bytes)),
            Self::Spooled(spooled) => spooled.print.clone(),
        }
    }
}

fn short(hash: &blake3::Hash) -> String {
    hash.to_hex()[..32].to_owned()
}

impl<'f> Spooled<'f> {
    /// The bytes of a file from its beginning.
    pub(super) fn of(file: &'f mut File) -> io::Result<Self> {
        file.rewind()?;
        let print = print_of_stream(file)?;
        file.rewind()?;
        Ok(Self { file, print })
    }
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
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(short(&hasher.finalize())),
            count => hasher.update(&buffer[..count]),
        };
    }
}

/// Writes beside the place and moves there: nobody ever sees half a file.
pub(super) fn replace(target: &Path, new: New) -> io::Result<()> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let beside = target.with_file_name(format!(".{name}.ropa-new"));
    let written = match new {
        New::Held(bytes) => fs::write(&beside, bytes),
        New::Spooled(spooled) => {
            File::create(&beside).and_then(|mut file| io::copy(spooled.file, &mut file)).map(|_| ())
        }
    };
    let moved = written.and_then(|()| fs::rename(&beside, target));
    if moved.is_err() {
        _ = fs::remove_file(&beside);
    }
    moved
}
