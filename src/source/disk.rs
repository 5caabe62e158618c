//! Texts from the disk; the only room that reads registers.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::say;
use crate::say::Message;
use crate::source::decode::decode;
use crate::source::{File, Read, Sources, is_yaml, link, meant_as_yaml, too_large, wrong_ending};

/// The largest file that is read, in bytes: 4 MiB. An activity has about 2 KiB.
pub const MAX_FILE: u64 = 4 << 20;

/// The tool could not read what it was told to.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A folder or file could not be read.
    Read {
        /// What was to be read.
        path: PathBuf,
        /// Why it could not be.
        source: io::Error,
    },
    /// There is no folder of registers.
    NoRegisters(PathBuf),
}

impl Error {
    /// What is told to people.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Read { path, .. } => say!(
                en: "{path} could not be read",
                sv: "{path} kunde inte läsas",
                da: "{path} kunne ikke læses",
                path = path.display(),
            ),
            Self::NoRegisters(path) => say!(
                en: "there is no folder {path}: run ropa in the folder that holds ropa.toml, or name it with --workspace",
                sv: "det finns ingen mapp {path}: kör ropa i den mapp som har ropa.toml, eller ange den med --workspace",
                da: "der er ingen mappe {path}: kør ropa i den mappe, der har ropa.toml, eller angiv den med --workspace",
                path = path.display(),
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.message().en)
    }
}

/// The names of the municipalities: the folders of `registers`, in order.
///
/// # Errors
/// When there is no such folder or it cannot be read.
pub fn municipalities(registers: &Path) -> Result<Vec<String>, Error> {
    if !registers.is_dir() {
        return Err(Error::NoRegisters(registers.to_owned()));
    }
    let fault = |source| Error::Read { path: registers.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(registers).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().map_err(fault)?.is_dir() && !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Every YAML file of one municipality, in order of path.
///
/// # Errors
/// When a folder or file cannot be read. A file that is no text is a finding.
pub fn read(registers: &Path, municipality: &str) -> Result<Read, Error> {
    let root = registers.join(municipality);
    let mut read =
        Read { sources: Sources { municipality: municipality.to_owned(), files: Vec::new() }, findings: Vec::new() };
    let walk = WalkDir::new(&root).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry));
    for entry in walk {
        let entry = entry.map_err(|fault| Error::Read { path: root.clone(), source: fault.into() })?;
        let name = entry.file_name().to_string_lossy();
        if is_yaml(&name) {
            read_file(registers, &root, &entry, &mut read)?;
        } else if let Some(meant) = meant_as_yaml(&name) {
            let file = add(registers, &root, &entry, &mut read);
            read.findings.push(wrong_ending(file, meant));
        }
    }
    Ok(read)
}

fn hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

/// Adds a file without its text.
fn add(registers: &Path, root: &Path, entry: &DirEntry, read: &mut Read) -> u32 {
    let workspace = registers.parent().unwrap_or(registers);
    read.sources.add(shown(workspace, entry.path()), shown(root, entry.path()), String::new())
}

fn read_file(registers: &Path, root: &Path, entry: &DirEntry, read: &mut Read) -> Result<(), Error> {
    let fault = |source| Error::Read { path: entry.path().to_owned(), source };
    let size = entry.metadata().map_err(|source| fault(source.into()))?.len();
    let file = add(registers, root, entry, read);
    if !entry.file_type().is_file() {
        read.findings.push(link(file));
        return Ok(());
    }
    if size > MAX_FILE {
        read.findings.push(too_large(file, size));
        return Ok(());
    }
    match decode(file, fs::read(entry.path()).map_err(fault)?) {
        Ok(text) => read.sources.files[file as usize].text = text,
        Err(finding) => read.findings.push(*finding),
    }
    Ok(())
}

/// The bytes of one file of a municipality, as they stand on the disk.
///
/// # Errors
/// When it cannot be read.
pub fn bytes(registers: &Path, municipality: &str, file: &File) -> Result<Vec<u8>, Error> {
    let path = path(registers, municipality, file);
    fs::read(&path).map_err(|source| Error::Read { path, source })
}

/// Where a file of a municipality stands.
#[must_use]
pub fn path(registers: &Path, municipality: &str, file: &File) -> PathBuf {
    registers.join(municipality).join(&file.inside)
}

/// A path below a folder, with `/` between its parts.
fn shown(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
