//! A file whose bytes come one after the other while the build goes on.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use xxhash_rust::xxh3::Xxh3;

use super::file::{NEW, Print, replace};

/// A file that is not there before [`Folder::complete`](super::Folder::complete) puts it in its place. Where that does
/// not come to pass, nothing is left of it.
pub struct Growing {
    /// The address below the output folder.
    path: String,
    target: PathBuf,
    /// Whether bytes are written, not only looked at.
    is_written: bool,
    file: Option<NamedTempFile<File>>,
    hasher: Xxh3,
}

impl Growing {
    pub(super) fn new(path: &str, target: PathBuf, is_written: bool) -> Self {
        Self { path: path.to_owned(), target, is_written, file: None, hasher: Xxh3::new() }
    }

    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The fingerprint of the bytes so far.
    pub(super) fn print(&self) -> Print {
        Print::after(&self.hasher)
    }

    /// Moves the file to its place.
    pub(super) fn settle(self) -> io::Result<()> {
        match self.file {
            Some(file) => file.persist(&self.target).map(drop).map_err(io::Error::from),
            None => replace(&self.target, &[]),
        }
    }

    /// The file beside its place, made when the first bytes come. One that an interrupted build left there is removed:
    /// no other build is at work, because the folder is locked.
    fn beside(&self) -> io::Result<NamedTempFile<File>> {
        let folder = self.target.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)?;
        let prefix = format!(".{}.", self.target.file_name().unwrap_or_default().to_string_lossy());
        for entry in fs::read_dir(folder)?.flatten() {
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| name.starts_with(&prefix) && name.ends_with(NEW)) {
                _ = fs::remove_file(entry.path());
            }
        }
        tempfile::Builder::new().prefix(&prefix).suffix(NEW).make_in(folder, |path| File::create_new(path))
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = match &mut self.file {
            _ if !self.is_written => bytes.len(),
            Some(file) => file.write(bytes)?,
            None => self.file.insert(self.beside()?).write(bytes)?,
        };
        self.hasher.update(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), Write::flush)
    }
}
