//! Compares a published folder with a compiled one: entries that only one of them has, or that differ.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::Error;
use crate::audience::Audience;
use crate::emit;
use crate::source::disk;
use walkdir::WalkDir;

/// Files that a published folder may contain besides the compiled ones: web hosts require them.
const FILES: [&str; 2] = [".nojekyll", "CNAME"];
/// A folder that a published folder may contain (RFC 8615).
const FOLDER: &str = ".well-known";

/// The type of a directory entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    File,
    Folder,
    Link,
    Special,
}

/// How a path of the published folder differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The bytes are others.
    Differs,
    /// Only the line ends are others.
    LineEnds,
    /// It is compiled, and not published.
    Missing,
    /// It is published, and not compiled.
    Extra(Entry),
}

/// A path that differs.
#[derive(Debug)]
pub(super) struct Different {
    /// What is different.
    pub(super) kind: Kind,
    /// The path in the published folder.
    pub(super) path: String,
}

/// What of a published folder is compared.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The municipalities; none are all, with the files over all of them.
    pub(super) municipalities: BTreeSet<String>,
    /// The languages; none are all, with the files that are not in one.
    pub(super) languages: BTreeSet<String>,
}

impl Part {
    /// Whether a path below a side is compared.
    fn has(&self, path: &str) -> bool {
        let mut parts = path.split('/');
        let (municipality, language) = (parts.next().unwrap_or_default(), parts.next());
        (self.municipalities.is_empty() || self.municipalities.contains(municipality))
            && (self.languages.is_empty() || language.is_some_and(|language| self.languages.contains(language)))
    }

    /// Whether everything is compared.
    pub(super) fn is_all(&self) -> bool {
        self.municipalities.is_empty() && self.languages.is_empty()
    }
}

/// The differences between two folders.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Number of compiled files.
    pub(super) files: usize,
    /// The differences, in order of path.
    pub(super) differing: Vec<Different>,
    /// Allowed entries that were skipped.
    pub(super) passed: BTreeSet<String>,
    /// The sides that are absent but may be.
    pub(super) absent: Vec<&'static str>,
}

impl Difference {
    /// Compares a folder with the compiled one. Paths in messages begin with `prefix`.
    pub(super) fn add(
        &mut self,
        (published, made): (&Path, &Path),
        prefix: &str,
        (part, allowed): (&Part, &[String]),
    ) -> Result<(), Error> {
        let (mut there, mut compiled) = (entries(published)?, entries(made)?);
        there.retain(|path, _| part.has(path));
        compiled.retain(|path, _| part.has(path));
        // An allowed name does not cover a compiled folder.
        let is_beside = |name: &&String| compiled.get(name.trim_end_matches('/')) != Some(&Entry::Folder);
        let allowed: Vec<String> = allowed.iter().filter(is_beside).cloned().collect();
        for (path, entry) in compiled {
            let standing = there.remove(&path);
            if entry != Entry::File {
                if standing.is_some_and(|standing| standing != entry) {
                    self.put(Kind::Differs, prefix, &path);
                }
                continue;
            }
            let is_list = emit::is_own(Path::new(&path));
            self.files += usize::from(!is_list);
            match standing {
                None if is_list => {}
                None => self.put(Kind::Missing, prefix, &path),
                Some(Entry::File) => self.file((&published.join(&path), &made.join(&path)), prefix, &path)?,
                Some(_) => self.put(Kind::Differs, prefix, &path),
            }
        }
        self.rest(there, prefix, &allowed);
        Ok(())
    }

    /// Compares a file with the compiled one.
    pub(super) fn file(&mut self, (published, made): (&Path, &Path), prefix: &str, path: &str) -> Result<(), Error> {
        if !is_as_made(published, made)? {
            let has_lines = is_same_but_for_line_ends(published, made);
            let has_lines = has_lines.map_err(|cause| disk::fault::read(published, cause))?;
            self.put(if has_lines { Kind::LineEnds } else { Kind::Differs }, prefix, path);
        }
        Ok(())
    }

    fn put(&mut self, kind: Kind, prefix: &str, path: &str) {
        self.differing.push(Different { kind, path: format!("{prefix}{path}") });
    }

    /// Records a missing side. The internal side need not be published.
    pub(super) fn lacks(&mut self, audience: Audience) {
        let side = audience.folder();
        match audience {
            Audience::Internal => self.absent.push(side),
            Audience::Public => self.put(Kind::Missing, "", &format!("{side}/")),
        }
    }

    /// Records entries of a folder besides the compared sides. The lock file of a build is allowed.
    pub(super) fn beside(&mut self, folder: &Path, sides: &[&str], allowed: &[String]) -> Result<(), Error> {
        let mut there = entries(folder)?;
        there.retain(|path, _| !sides.contains(&path.split_once('/').map_or(path.as_str(), |(first, _)| first)));
        if there.get(emit::LOCK) == Some(&Entry::File) && emit::is_lock(&head(&folder.join(emit::LOCK))?) {
            there.remove(emit::LOCK);
        }
        self.rest(there, "", allowed);
        Ok(())
    }

    /// Records entries that a build does not make.
    fn rest(&mut self, there: BTreeMap<String, Entry>, prefix: &str, allowed: &[String]) {
        for (path, entry) in there {
            match entry {
                Entry::File if FILES.contains(&path.as_str()) || is_below(&path, allowed) => {
                    self.passed.insert(format!("{prefix}{path}"));
                }
                Entry::Folder if is_below(&path, allowed) => {
                    self.passed.insert(format!("{prefix}{path}/"));
                }
                _ => self.put(Kind::Extra(entry), prefix, &path),
            }
        }
    }
}

/// Whether a path is allowed, or below an allowed one.
fn is_below(path: &str, allowed: &[String]) -> bool {
    let mut all = allowed.iter().map(|name| name.trim_end_matches('/')).chain([FOLDER]);
    all.any(|name| path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// The first bytes of a file.
fn head(path: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(128).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|cause| disk::fault::read(path, cause))
}

/// Everything below a folder, by path. Links are not followed; files are not opened.
fn entries(folder: &Path) -> Result<BTreeMap<String, Entry>, Error> {
    let mut all = BTreeMap::new();
    if !folder.exists() {
        return Ok(all);
    }
    for found in WalkDir::new(folder).min_depth(1) {
        let found = found.map_err(|cause| disk::fault::read(folder, cause))?;
        let inside = found.path().strip_prefix(folder).unwrap_or(found.path());
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let kind = found.file_type();
        let entry = match () {
            () if kind.is_symlink() => Entry::Link,
            () if kind.is_dir() => Entry::Folder,
            () if kind.is_file() => Entry::File,
            () => Entry::Special,
        };
        all.insert(parts.join("/"), entry);
    }
    Ok(all)
}

/// Whether a published file equals the compiled one.
fn is_as_made(published: &Path, made: &Path) -> Result<bool, Error> {
    is_same(published, made).map_err(|cause| disk::fault::read(published, cause))
}

/// Whether two files have the same bytes.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    let (one, other) = (File::open(one)?, File::open(other)?);
    let length = one.metadata()?.len();
    if length != other.metadata()?.len() {
        return Ok(false);
    }
    let (mut one, mut other) = (one.take(length), other.take(length));
    let (mut here, mut there) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let count = one.read(&mut here)?;
        if count == 0 {
            return Ok(true);
        }
        match other.read_exact(&mut there[..count]) {
            Ok(()) if here[..count] == there[..count] => {}
            Ok(()) => return Ok(false),
            Err(fault) if fault.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(fault) => return Err(fault),
        }
    }
}

/// Whether two files have the same bytes if every line ends with a line feed alone.
fn is_same_but_for_line_ends(published: &Path, made: &Path) -> io::Result<bool> {
    let unix = |path: &Path| -> io::Result<Vec<u8>> {
        let bytes = std::fs::read(path)?;
        let mut rest = bytes.iter().copied().peekable();
        let mut unix = Vec::with_capacity(bytes.len());
        while let Some(byte) = rest.next() {
            if byte != b'\r' || rest.peek() != Some(&b'\n') {
                unix.push(byte);
            }
        }
        Ok(unix)
    };
    Ok(unix(published)? == unix(made)?)
}
