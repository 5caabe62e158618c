//! Reads the files of a revision: first the sizes, then the bytes of those within the limit.

use std::io::{self, BufRead, BufReader, Read as _, Write as _};
use std::process::{ChildStdout, Stdio};

use crate::error::Error;
use crate::source::content::Content;
use crate::source::disk::MAX_FILE;
use crate::source::entry::shown_bytes;
use crate::source::git::{Repository, command, fault};
use crate::source::tree::Leaf;

/// An entry of a revision.
pub(super) struct Entry {
    pub(super) path: String,
    is_text: bool,
    object: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
    Link,
    Submodule,
}

impl Entry {
    /// Parses `100644 blob <object>\t<path>` below a folder. Entries of a folder whose name is not UTF-8 are left
    /// out: the folder itself is an entry.
    pub(super) fn parse(line: &[u8], folder: &str) -> Option<Self> {
        let tab = line.iter().position(|byte| *byte == b'\t')?;
        let mut head = std::str::from_utf8(&line[..tab]).ok()?.split_whitespace();
        let (mode, kind, object) = (head.next()?, head.next()?, head.next()?);
        let path = &line[tab + 1..];
        let path = match folder {
            "" => path,
            folder => path.strip_prefix(folder.as_bytes())?.strip_prefix(b"/")?,
        };
        let name_at = path.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
        let above = std::str::from_utf8(&path[..name_at]).ok()?;
        let name = &path[name_at..];
        let kind = match (mode, kind) {
            ("120000", _) => Kind::Link,
            (_, "blob") => Kind::File,
            (_, "tree") => Kind::Folder,
            _ => Kind::Submodule,
        };
        let path = format!("{above}{}", shown_bytes(name));
        Some(Self { path, is_text: std::str::from_utf8(name).is_ok(), object: object.to_owned(), kind })
    }

    /// Parses `100644 <object> 0\t<path>` of the index. `None` for a path outside the folder.
    ///
    /// # Errors
    /// When a conflict of the path is not resolved.
    pub(super) fn staged(line: &[u8], folder: &str) -> Result<Option<Self>, Error> {
        let tab = line.iter().position(|byte| *byte == b'\t').unwrap_or(line.len());
        let (head, path) = line.split_at(tab);
        let head = String::from_utf8_lossy(head);
        let mut head = head.split(' ');
        let (mode, object, stage) =
            (head.next().unwrap_or_default(), head.next().unwrap_or_default(), head.next().unwrap_or_default());
        if stage != "0" {
            return Err(fault::conflict(&shown_bytes(path.get(1..).unwrap_or_default())));
        }
        let kind = if mode == "160000" { "commit" } else { "blob" };
        let line = [format!("{mode} {kind} {object}").as_bytes(), path].concat();
        Ok(Self::parse(&line, folder))
    }

    fn is_read(&self) -> bool {
        self.kind == Kind::File && self.is_text
    }

    /// The error if the entry is a link or a submodule.
    pub(super) fn refuse(&self, revision: &str) -> Option<Error> {
        match self.kind {
            Kind::Link => Some(fault::link(revision, &self.path)),
            Kind::Submodule => Some(fault::submodule(revision, &self.path)),
            Kind::File | Kind::Folder => None,
        }
    }

    fn leaf(self, content: Content) -> Leaf {
        Leaf { path: self.path, content, is_text: self.is_text }
    }
}

impl Repository {
    /// The content of each entry; files with their bytes.
    pub(super) fn leaves(&self, entries: Vec<Entry>) -> Result<Vec<Leaf>, Error> {
        let (files, others): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(Entry::is_read);
        let sizes = self.ask("--batch-check", &files.iter().collect::<Vec<_>>(), |output| {
            files.iter().map(|file| size(file, output)).collect::<Result<Vec<u64>, Error>>()
        })?;
        let small = files.iter().zip(&sizes).filter(|(_, size)| **size <= MAX_FILE).map(|(file, _)| file);
        let small: Vec<&Entry> = small.collect();
        let read = self.ask("--batch", &small, |output| {
            small.iter().map(|file| bytes(file, output)).collect::<Result<Vec<Content>, Error>>()
        })?;
        let mut read = read.into_iter();
        let content = |size| match size {
            size if size > MAX_FILE => Content::TooLarge(size),
            _ => read.next().unwrap_or(Content::TooLarge(size)),
        };
        let contents: Vec<Content> = sizes.into_iter().map(content).collect();
        let files = files.into_iter().zip(contents).map(|(file, content)| file.leaf(content));
        let others = others.into_iter().map(|entry| match entry.kind {
            Kind::File => entry.leaf(Content::Bytes(Vec::new())),
            Kind::Folder => entry.leaf(Content::Folder),
            Kind::Link => entry.leaf(Content::Link),
            Kind::Submodule => entry.leaf(Content::Submodule),
        });
        Ok(files.chain(others).collect())
    }

    /// Asks `git cat-file` about objects, and reads the answers concurrently.
    fn ask<T: Default>(
        &self,
        how: &str,
        files: &[&Entry],
        read: impl FnOnce(&mut BufReader<ChildStdout>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if files.is_empty() {
            return Ok(T::default());
        }
        let mut program = command(&self.folder, ["cat-file", how]);
        let mut child = program.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(fault::no_program)?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let read = std::thread::scope(|scope| {
            let asked = scope.spawn(|| -> io::Result<()> {
                let mut input = io::BufWriter::new(input.ok_or(io::ErrorKind::BrokenPipe)?);
                files.iter().try_for_each(|file| writeln!(input, "{}", file.object))?;
                input.flush()
            });
            let output = output.ok_or_else(|| io::Error::from(io::ErrorKind::BrokenPipe));
            let read = output.map_err(fault::pipe).and_then(|output| read(&mut BufReader::new(output)));
            let asked = asked.join().unwrap_or_else(|_| Err(io::ErrorKind::BrokenPipe.into()));
            read.and_then(|read| asked.map(|()| read).map_err(fault::pipe))
        });
        child.wait().map_err(fault::pipe)?;
        read
    }
}

/// Reads `<object> blob <size>`; the size is absent if the object is missing.
fn size(file: &Entry, output: &mut BufReader<ChildStdout>) -> Result<u64, Error> {
    let mut head = String::new();
    output.read_line(&mut head).map_err(fault::pipe)?;
    let size = head.split_whitespace().nth(2).and_then(|size| size.parse().ok());
    size.ok_or_else(|| fault::no_file(&file.path))
}

/// Reads the same line, then the bytes and the line feed after them.
fn bytes(file: &Entry, output: &mut BufReader<ChildStdout>) -> Result<Content, Error> {
    let size = size(file, output)?.min(MAX_FILE);
    let mut bytes = Vec::new();
    let read = output.by_ref().take(size).read_to_end(&mut bytes).and_then(|_| output.read_exact(&mut [0]));
    read.map_err(fault::pipe)?;
    Ok(Content::Bytes(bytes))
}
