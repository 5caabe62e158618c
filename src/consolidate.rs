//! The register over all municipalities, put together without holding it in memory.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::compile::Fragment;

/// The parts of one form of the consolidated register, in the order in which they came.
struct Spool {
    file: File,
    parts: Vec<Option<(u64, u64)>>,
}

/// How many bytes of a part are held in memory.
const AT_ONCE: usize = 256 * 1024;

/// The consolidated register while it grows.
pub struct Consolidated {
    markdown: Mutex<Spool>,
    html: Mutex<Spool>,
    csv: Mutex<Spool>,
    json: Mutex<Spool>,
}

/// A file without a name: it is gone when the program ends, however it ends.
fn nameless(near: &Path) -> io::Result<File> {
    tempfile::tempfile_in(near).or_else(|_| tempfile::tempfile())
}

/// One form of the consolidated register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Markdown.
    Markdown,
    /// The inside of a page.
    Html,
    /// Rows.
    Csv,
    /// Records.
    Json,
}

impl Spool {
    fn new(count: usize, near: &Path) -> io::Result<Self> {
        Ok(Self { file: nameless(near)?, parts: vec![None; count] })
    }

    fn add(&mut self, index: usize, bytes: &[u8]) -> io::Result<()> {
        let start = self.file.seek(SeekFrom::End(0))?;
        self.file.write_all(bytes)?;
        if let Some(part) = self.parts.get_mut(index) {
            *part = Some((start, bytes.len() as u64));
        }
        Ok(())
    }

    /// Writes the parts in the order of the municipalities, `between` them.
    fn copy(&mut self, between: &[u8], to: &mut dyn Write) -> io::Result<()> {
        for (index, (start, length)) in self.parts.clone().into_iter().flatten().enumerate() {
            if index > 0 {
                to.write_all(between)?;
            }
            self.file.seek(SeekFrom::Start(start))?;
            let part = Read::by_ref(&mut self.file).take(length);
            io::copy(&mut io::BufReader::with_capacity(AT_ONCE, part), to)?;
        }
        Ok(())
    }
}

impl Consolidated {
    /// For a number of municipalities. Temporary files lie on the disk of the folder `near`, where there is one.
    ///
    /// # Errors
    /// When there is no place for temporary files.
    pub fn new(count: usize, near: &Path) -> io::Result<Self> {
        let spool = || Spool::new(count, near).map(Mutex::new);
        Ok(Self { markdown: spool()?, html: spool()?, csv: spool()?, json: spool()? })
    }

    /// Adds the part of the municipality with that number.
    ///
    /// # Errors
    /// When a temporary file cannot be written.
    pub fn add(&self, index: usize, fragment: &Fragment) -> io::Result<()> {
        let Fragment { markdown, html, csv, json } = fragment;
        for (spool, bytes) in [(&self.markdown, markdown), (&self.html, html), (&self.csv, csv), (&self.json, json)] {
            spool.lock().unwrap_or_else(PoisonError::into_inner).add(index, bytes)?;
        }
        Ok(())
    }

    /// Writes one form, between a head and a foot.
    ///
    /// # Errors
    /// When a temporary file cannot be read, or `to` not be written.
    pub fn write(&self, shape: Shape, (head, foot): (&[u8], &[u8]), to: &mut dyn Write) -> io::Result<()> {
        let (spool, between): (_, &[u8]) = match shape {
            Shape::Markdown => (&self.markdown, b"\n"),
            Shape::Html => (&self.html, b""),
            Shape::Csv => (&self.csv, b""),
            Shape::Json => (&self.json, b",\n"),
        };
        to.write_all(head)?;
        spool.lock().unwrap_or_else(PoisonError::into_inner).copy(between, to)?;
        to.write_all(foot)
    }
}
