//! A file whose bytes are added while the build runs.

use std::io::{self, Read as _, Write as _};
use std::sync::Arc;

use cap_std::fs::File;
use xxhash_rust::xxh3::Xxh3;

use super::fault;
use super::file::{Print, Standing};
use super::folder::Shared;
use super::handle::Kind;
use super::writer::Unplaced;
use crate::error::{Cause, Error};

/// A file that [`Folder::complete`](super::Folder::complete) adds. Its bytes are compared with the existing file as
/// they come, and written only from the first difference on.
pub struct Growing {
    /// The name in the output folder.
    name: String,
    shared: Arc<Shared>,
    state: State,
    hasher: Xxh3,
}

/// The result of the comparison so far.
enum State {
    /// All bytes so far equal the existing file; `length` is their number.
    Same { standing: Option<File>, length: u64 },
    /// They differ and are written.
    New(Unplaced),
    /// They differ, and nothing is written in this mode.
    Differs,
}

/// A completed file.
pub(super) struct Grown {
    pub(super) print: Print,
    pub(super) standing: Standing,
    pub(super) new: Option<Unplaced>,
}

impl Growing {
    pub(super) fn begin(name: &str, shared: &Arc<Shared>) -> Result<Self, Error> {
        let standing = match (&shared.root, shared.kind(name)?) {
            (Some(root), Kind::File(_)) => Some(root.file(name).map_err(|cause| root.fault(name, cause))?),
            _ => None,
        };
        let state = State::Same { standing, length: 0 };
        Ok(Self { name: name.to_owned(), shared: Arc::clone(shared), state, hasher: Xxh3::new() })
    }

    /// The path below the output folder.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// An error about the file.
    pub(crate) fn fault(&self, cause: impl Into<Cause>) -> Error {
        fault::io(&self.shared.path.join(&self.name), cause)
    }

    /// Appends bytes.
    ///
    /// # Errors
    /// When the existing file cannot be read, or the bytes cannot be written.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if matches!(self.state, State::Same { .. }) && !self.is_there(bytes).map_err(|cause| self.fault(cause))? {
            self.differ()?;
        }
        if let State::New(new) = &mut self.state {
            new.write_all(bytes).map_err(|cause| self.fault(cause))?;
        }
        self.hasher.update(bytes);
        Ok(())
    }

    /// Ends the file.
    pub(super) fn end(mut self) -> Result<Grown, Error> {
        let print = Print::after(&self.hasher);
        let is_same = match &mut self.state {
            State::Same { standing: Some(standing), .. } => standing.read(&mut [0]).map(|more| more == 0),
            _ => Ok(false),
        };
        if is_same.map_err(|cause| self.fault(cause))? {
            return Ok(Grown { print, standing: Standing::Same, new: None });
        }
        self.differ()?;
        let standing = match self.shared.kind(&self.name)? {
            Kind::Nothing => Standing::Nothing,
            Kind::File(_) => Standing::Other,
            other => Standing::NoFile(other),
        };
        let new = if let State::New(new) = self.state { Some(new) } else { None };
        Ok(Grown { print, standing, new })
    }

    /// Switches to a new file, which begins with the bytes that were equal.
    fn differ(&mut self) -> Result<(), Error> {
        let State::Same { length, .. } = self.state else { return Ok(()) };
        self.state = match &self.shared.root {
            Some(root) if self.shared.is_written() => {
                let mut new = self.shared.create().map_err(|cause| self.fault(cause))?;
                if length > 0 {
                    let same = root.file(&self.name).and_then(|file| io::copy(&mut file.take(length), &mut new));
                    same.map_err(|cause| self.fault(cause))?;
                }
                State::New(new)
            }
            _ => State::Differs,
        };
        Ok(())
    }

    /// Whether the existing file continues with these bytes.
    fn is_there(&mut self, bytes: &[u8]) -> io::Result<bool> {
        let State::Same { standing: Some(standing), length } = &mut self.state else { return Ok(false) };
        let mut there = vec![0; bytes.len()];
        match standing.read_exact(&mut there) {
            Ok(()) if there == bytes => {
                *length += bytes.len() as u64;
                Ok(true)
            }
            Ok(()) => Ok(false),
            Err(fault) if fault.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
            Err(fault) => Err(fault),
        }
    }
}
