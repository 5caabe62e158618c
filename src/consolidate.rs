//! The register over all municipalities, put together without holding it in memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::compile::Fragment;
use crate::emit::{self, Folder, Growing};

/// How many bytes of parts that came too early each of the four forms of a side holds in memory; more go to a temporary file.
const HELD: usize = 4 << 20;

/// One form of the consolidated register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Markdown.
    Markdown,
    /// A page.
    Html,
    /// Rows.
    Csv,
    /// Records.
    Json,
}

impl Shape {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Html, Self::Csv, Self::Json];

    /// How the names of its files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What stands between two municipalities.
    fn between(self) -> &'static [u8] {
        match self {
            Self::Markdown => b"\n",
            Self::Json => b",\n",
            Self::Html | Self::Csv => b"",
        }
    }
}

/// The consolidated register while it grows: each part is written as soon as all before it are.
pub struct Consolidated([Mutex<Option<Form>>; 4]);

/// A part that came before its turn.
enum Early {
    Held(Vec<u8>),
    Spooled { start: u64, length: usize },
}

/// One of the files.
struct Form {
    shape: Shape,
    head: Vec<u8>,
    file: Growing,
    /// The number of the municipality whose turn it is.
    next: usize,
    early: BTreeMap<usize, Early>,
    held: usize,
    spool: Spool,
}

/// Where parts wait that are too many for memory: a file without a name, gone when the program ends, however it ends.
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
    fn add(&mut self, index: usize, part: Vec<u8>) -> io::Result<()> {
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

    fn write(&mut self, part: &[u8]) -> io::Result<()> {
        self.file.write_all(if self.next == 0 { &self.head } else { self.shape.between() })?;
        self.next += 1;
        self.file.write_all(part)
    }

    fn early(&mut self, part: Vec<u8>) -> io::Result<Early> {
        if self.held + part.len() <= HELD {
            self.held += part.len();
            return Ok(Early::Held(part));
        }
        self.spool.put(&part)
    }

    fn fetch(&mut self, early: Early) -> io::Result<Vec<u8>> {
        match early {
            Early::Held(part) => {
                self.held -= part.len();
                Ok(part)
            }
            Early::Spooled { start, length } => self.spool.take(start, length),
        }
    }
}

impl Consolidated {
    /// Begins the files in a folder, each with its `head`. Temporary files lie on the disk of the folder `near`, where
    /// there is one.
    ///
    /// # Errors
    /// When what is in the place of one of them cannot be read.
    pub fn begin(folder: &Folder, near: &Path, head: impl Fn(Shape) -> Vec<u8>) -> Result<Self, emit::Error> {
        let form = |shape: Shape| -> Result<Mutex<Option<Form>>, emit::Error> {
            Ok(Mutex::new(Some(Form {
                shape,
                head: head(shape),
                file: folder.grow(&format!("register.{}", shape.ending()))?,
                next: 0,
                early: BTreeMap::new(),
                held: 0,
                spool: Spool { near: near.to_owned(), file: None },
            })))
        };
        let [markdown, html, csv, json] = Shape::ALL.map(form);
        Ok(Self([markdown?, html?, csv?, json?]))
    }

    /// Adds the part of the municipality with that number, counted from 0.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn add(&self, index: usize, fragment: Fragment) -> Result<(), emit::Error> {
        let Fragment { markdown, html, csv, json } = fragment;
        for (form, part) in self.0.iter().zip([markdown, html, csv, json]) {
            if let Some(form) = &mut *form.lock().unwrap_or_else(PoisonError::into_inner) {
                let added = form.add(index, part);
                added.map_err(|source| form.file.fault(source))?;
            }
        }
        Ok(())
    }

    /// Gives the register up: a municipality is missing.
    pub fn give_up(&self) {
        for form in &self.0 {
            *form.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }

    /// Ends each file with its `foot` and puts it in its place.
    ///
    /// # Errors
    /// When a file cannot be written, or another one stands in its way.
    pub fn finish(self, folder: &Folder, foot: impl Fn(Shape) -> Vec<u8>) -> Result<(), emit::Error> {
        let forms = self.0.into_iter().filter_map(|form| form.into_inner().unwrap_or_else(PoisonError::into_inner));
        for mut form in forms {
            let head = if form.next == 0 { form.head.as_slice() } else { &[] };
            let end = [head, &foot(form.shape)].concat();
            form.file.write_all(&end).map_err(|source| form.file.fault(source))?;
            folder.complete(form.file)?;
        }
        Ok(())
    }
}
