//! The register over all municipalities, put together without holding it in memory.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::compile::Fragment;
use crate::emit::{self, Folder, Growing};

/// How many bytes of parts that came too early each form holds in memory; more go to a temporary file.
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
    Spooled { start: u64, length: u64 },
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
    spool: Option<File>,
    near: PathBuf,
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
        let spool = match self.spool.take() {
            Some(spool) => spool,
            None => nameless(&self.near)?,
        };
        let spool = self.spool.insert(spool);
        let start = spool.seek(SeekFrom::End(0))?;
        spool.write_all(&part)?;
        Ok(Early::Spooled { start, length: part.len() as u64 })
    }

    fn fetch(&mut self, early: Early) -> io::Result<Vec<u8>> {
        let mut part = Vec::new();
        match (early, &mut self.spool) {
            (Early::Held(held), _) => {
                self.held -= held.len();
                part = held;
            }
            (Early::Spooled { start, length }, Some(spool)) => {
                spool.seek(SeekFrom::Start(start))?;
                Read::by_ref(spool).take(length).read_to_end(&mut part)?;
            }
            (Early::Spooled { .. }, None) => {}
        }
        Ok(part)
    }
}

/// A file without a name: it is gone when the program ends, however it ends.
fn nameless(near: &Path) -> io::Result<File> {
    tempfile::tempfile_in(near).or_else(|_| tempfile::tempfile())
}

impl Consolidated {
    /// Begins the files in a folder, each with its `head`. Temporary files lie on the disk of the folder `near`, where
    /// there is one.
    #[must_use]
    pub fn begin(folder: &Folder, near: &Path, head: impl Fn(Shape) -> Vec<u8>) -> Self {
        let form = |shape: Shape| Form {
            shape,
            head: head(shape),
            file: folder.grow(&format!("register.{}", shape.ending())),
            next: 0,
            early: BTreeMap::new(),
            held: 0,
            spool: None,
            near: near.to_owned(),
        };
        Self(Shape::ALL.map(|shape| Mutex::new(Some(form(shape)))))
    }

    /// Adds the part of the municipality with that number, counted from 0.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn add(&self, index: usize, fragment: Fragment) -> io::Result<()> {
        let Fragment { markdown, html, csv, json } = fragment;
        for (form, part) in self.0.iter().zip([markdown, html, csv, json]) {
            if let Some(form) = &mut *form.lock().unwrap_or_else(PoisonError::into_inner) {
                form.add(index, part)?;
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
            let path = form.file.target().to_owned();
            form.file.write_all(&end).map_err(|source| emit::Error::Io { path, source })?;
            folder.complete(form.file)?;
        }
        Ok(())
    }
}
