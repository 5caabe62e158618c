//! Reads registers from disk.

pub(crate) mod fault;

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::error::Error;
use crate::source::content::Content;
use crate::source::entry::{Entry, Verdict, no_folder, refuse_empty, shown};
use crate::source::ignore::Ignore;
use crate::source::{File, Listing, Read, refused};

/// The largest file that is read, in bytes: 4 MiB. An activity has about 2 KiB.
pub(crate) const MAX_FILE: u64 = 4 << 20;

/// The names of the municipalities: the subfolders of `registers`, in order.
///
/// # Errors
/// When the folder does not exist, is a link, or cannot be read.
pub fn municipalities(registers: &Path) -> Result<Vec<String>, Error> {
    list(registers, &Ignore::default()).map(|listing| listing.names)
}

/// Lists the folder of registers. An entry that is not a folder but may be meant as one is listed too.
pub(super) fn list(registers: &Path, ignore: &Ignore) -> Result<Listing, Error> {
    let unread = |cause| fault::read(registers, cause);
    match fs::symlink_metadata(registers) {
        Err(absent) if absent.kind() == io::ErrorKind::NotFound => {
            return Err(fault::no_registers(registers));
        }
        Err(other) => return Err(unread(other)),
        Ok(found) if found.is_symlink() => return Err(fault::link(registers)),
        Ok(found) if !found.is_dir() => return Err(fault::no_registers(registers)),
        Ok(_) => {}
    }
    let mut listing = Listing::default();
    for entry in fs::read_dir(registers).map_err(unread)? {
        let entry = entry.map_err(unread)?;
        let other = Content::other_than_file(entry.file_type().map_err(unread)?);
        listing.add(&shown(&entry.file_name()), other, entry.file_name().to_str().is_some(), ignore);
    }
    listing.sort();
    Ok(listing)
}

/// Reads every YAML file of one municipality, in order of path.
///
/// # Errors
/// When a folder or file cannot be read. A file that is not text is a finding.
pub fn read(registers: &Path, municipality: &str) -> Result<Read, Error> {
    read_but(registers, municipality, &Ignore::default())
}

/// The same, without warnings for ignored files.
pub(super) fn read_but(registers: &Path, municipality: &str, ignore: &Ignore) -> Result<Read, Error> {
    let workspace = registers.parent().unwrap_or(registers);
    let name = on_disk(registers, municipality);
    let root = registers.join(&name);
    let found = fs::symlink_metadata(&root).map_err(|cause| fault::read(&root, cause))?;
    let is_text = name.to_str().is_some();
    let mut read = match Content::other_than_file(found.file_type()) {
        Some(Content::Folder) if is_text => Read::default(),
        other => no_folder(below(workspace, &root), other.as_ref(), is_text),
    };
    read.sources.municipality = municipality.to_owned();
    if !read.findings.is_empty() {
        return Ok(read);
    }
    let mut walk = WalkDir::new(&root).min_depth(1).sort_by_file_name().into_iter();
    while let Some(found) = walk.next() {
        let found = found.map_err(|cause| fault::read(&root, io::Error::from(cause)))?;
        let inside = below(&root, found.path());
        let entry = Entry {
            path: below(workspace, found.path()),
            inside: &inside,
            other: Content::other_than_file(found.file_type()),
            is_text: found.file_name().to_str().is_some(),
        };
        let is_folder = entry.other == Some(Content::Folder);
        match entry.verdict(ignore) {
            Verdict::Enter if is_empty(found.path()) => entry.report(refused::empty_inside(), &mut read),
            Verdict::Enter => continue,
            Verdict::Read => read_file(&found, entry, &mut read)?,
            Verdict::Report(finding) => entry.report(*finding, &mut read),
            Verdict::PassOver => {}
        }
        if is_folder {
            walk.skip_current_dir();
        }
    }
    refuse_empty(below(workspace, &root), &mut read);
    Ok(read)
}

/// Whether a folder has no entries. Returns false if it cannot be read.
fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// The name of a municipality's folder on disk, which differs from the displayed one if it is not UTF-8.
fn on_disk(registers: &Path, municipality: &str) -> OsString {
    let exact = OsString::from(municipality);
    if fs::symlink_metadata(registers.join(&exact)).is_ok() {
        return exact;
    }
    let entries = fs::read_dir(registers).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name()).find(|name| shown(name) == municipality).unwrap_or(exact)
}

fn read_file(found: &DirEntry, entry: Entry, read: &mut Read) -> Result<(), Error> {
    let content = Content::at(found.path(), MAX_FILE).map_err(|cause| fault::read(found.path(), cause))?;
    entry.text(content, read);
    Ok(())
}

/// The bytes of one file of a municipality.
///
/// # Errors
/// When it cannot be read, or is not a file any more.
pub fn bytes(registers: &Path, municipality: &str, file: &File) -> Result<Vec<u8>, Error> {
    let path = path(registers, municipality, file);
    match Content::at(&path, MAX_FILE) {
        Ok(Content::Bytes(bytes)) => Ok(bytes),
        Ok(_) => Err(fault::read(&path, io::Error::from(io::ErrorKind::InvalidInput))),
        Err(cause) => Err(fault::read(&path, cause)),
    }
}

/// The path of a file of a municipality.
#[must_use]
pub(crate) fn path(registers: &Path, municipality: &str, file: &File) -> PathBuf {
    registers.join(municipality).join(&file.inside)
}

/// A path below a folder, with `/` as separator.
pub(super) fn below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.components().map(|part| shown(part.as_os_str())).collect::<Vec<_>>().join("/")
}
