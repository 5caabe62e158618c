//! The files over all municipalities, written without holding them in memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::compile::Fragment;
use crate::emit::{Folder, Growing};
use crate::error::Error;
use crate::render::Format;

/// Maximum bytes of early parts that each file holds in memory; more go to a temporary file.
const HELD: usize = 4 << 20;

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// CSV.
    Csv,
    /// JSON Lines: a record per line.
    Json,
}

impl Shape {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Json];

    /// The file extension.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => Format::Csv.ending(),
            Self::Json => Format::JsonLines.ending(),
        }
    }
}

/// The files over all municipalities while they are written. Each part is written as soon as all parts before it are.
pub struct Consolidated([Mutex<Option<Form>>; 2]);

/// A part that arrived before its turn.
enum Early {
    Held(Vec<u8>),
    Spooled { start: u64, length: usize },
}

/// A file while it is written.
struct Form {
    head: Vec<u8>,
    file: Growing,
    /// The index of the next municipality to write.
    next: usize,
    early: BTreeMap<usize, Early>,
    held: usize,
    spool: Spool,
}

/// An anonymous temporary file for parts that exceed the memory limit. It disappears when the program ends, however
/// it ends.
struct Spool {
    near: PathBuf,
    file: Option<File>,
}

impl Spool {
    fn open(&mut self) -> io::Result<&mut File> {
        let file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile_in(&self.near).or_else(|_| tempfile::tempfile())?,
        };
        Ok(self.file.insert(file))
    }

    fn put(&mut self, part: &[u8]) -> io::Result<Early> {
        let file = self.open()?;
        let start = file.seek(SeekFrom::End(0))?;
        file.write_all(part)?;
        Ok(Early::Spooled { start, length: part.len() })
    }

    fn take(&mut self, start: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut part = vec![0; length];
        let file = self.open()?;
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(&mut part)?;
        Ok(part)
    }
}

impl Form {
    fn add(&mut self, index: usize, part: Vec<u8>) -> Result<(), Error> {
        if index != self.next {
            let early = self.early(part)?;
            self.early.insert(index, early);
            return Ok(());
        }
        self.write(&part)?;
        while let Some(early) = self.early.remove(&self.next) {
            let part = self.fetch(early)?;
            self.write(&part)?;
        }
        Ok(())
    }

    fn write(&mut self, part: &[u8]) -> Result<(), Error> {
        if self.next == 0 {
            self.file.add(&self.head)?;
        }
        self.next += 1;
        self.file.add(part)
    }

    fn early(&mut self, part: Vec<u8>) -> Result<Early, Error> {
        if self.held + part.len() <= HELD {
            self.held += part.len();
            return Ok(Early::Held(part));
        }
        self.spool.put(&part).map_err(|cause| self.file.fault(cause))
    }

    fn fetch(&mut self, early: Early) -> Result<Vec<u8>, Error> {
        match early {
            Early::Held(part) => {
                self.held -= part.len();
                Ok(part)
            }
            Early::Spooled { start, length } => self.spool.take(start, length).map_err(|cause| self.file.fault(cause)),
        }
    }
}

impl Consolidated {
    /// Creates the files in a folder, each with its `head`; none of a format without one. Temporary files are created in the folder `near`, or else
    /// in that of the system.
    ///
    /// # Errors
    /// If an existing file in their place cannot be read.
    pub fn begin(folder: &Folder, near: &Path, head: impl Fn(Shape) -> Option<Vec<u8>>) -> Result<Self, Error> {
        let form = |shape: Shape| -> Result<Mutex<Option<Form>>, Error> {
            let Some(head) = head(shape) else { return Ok(Mutex::new(None)) };
            Ok(Mutex::new(Some(Form {
                head,
                file: folder.grow(&format!("register.{}", shape.ending()))?,
                next: 0,
                early: BTreeMap::new(),
                held: 0,
                spool: Spool { near: near.to_owned(), file: None },
            })))
        };
        let [csv, json] = Shape::ALL.map(form);
        Ok(Self([csv?, json?]))
    }

    /// Adds the part of the municipality with that index, counted from 0.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn add(&self, index: usize, fragment: Fragment) -> Result<(), Error> {
        let Fragment { csv, json, index: _ } = fragment;
        for (form, part) in self.0.iter().zip([csv, json]) {
            if let Some(form) = &mut *form.lock().unwrap_or_else(PoisonError::into_inner) {
                form.add(index, part)?;
            }
        }
        Ok(())
    }

    /// Discards the files, because a municipality is missing.
    pub fn give_up(&self) {
        for form in &self.0 {
            *form.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }

    /// Moves each file into place.
    ///
    /// # Errors
    /// If a file cannot be written, or another file is in its place.
    pub fn finish(self, folder: &Folder) -> Result<(), Error> {
        let forms = self.0.into_iter().filter_map(|form| form.into_inner().unwrap_or_else(PoisonError::into_inner));
        for mut form in forms {
            if form.next == 0 {
                form.file.add(&form.head)?;
            }
            folder.complete(form.file)?;
        }
        Ok(())
    }
}
