//! Compares a published folder with a compiled one: entries that only one of them has, or that differ.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::Error;
use crate::audience::Audience;
use crate::emit;
use crate::say;
use crate::say::Message;
use crate::source::disk;
use walkdir::WalkDir;

/// Files that a published folder may contain besides the compiled ones: web hosts require them.
const FILES: [&str; 2] = [".nojekyll", "CNAME"];
/// A folder that a published folder may contain (RFC 8615).
const FOLDER: &str = ".well-known";

/// The type of a directory entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    File,
    Folder,
    Link,
    Special,
}

/// The differences between two folders.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Number of compiled files.
    pub(super) files: usize,
    /// The differences, one message each, in order of path.
    pub(super) differing: Vec<Message>,
    /// Allowed entries that were skipped.
    pub(super) passed: BTreeSet<String>,
    /// What is absent but may be, one message each.
    pub(super) absent: Vec<Message>,
}

impl Difference {
    /// Compares a folder with the compiled one. Paths in messages begin with `prefix`.
    pub(super) fn add(&mut self, published: &Path, made: &Path, prefix: &str, allowed: &[String]) -> Result<(), Error> {
        let (mut there, compiled) = (entries(published)?, entries(made)?);
        // An allowed name does not cover a compiled folder.
        let is_beside = |name: &&String| compiled.get(name.trim_end_matches('/')) != Some(&Entry::Folder);
        let allowed: Vec<String> = allowed.iter().filter(is_beside).cloned().collect();
        for (path, entry) in compiled {
            let standing = there.remove(&path);
            if entry != Entry::File {
                self.differing.extend(standing.filter(|standing| *standing != entry).map(|_| differs(prefix, &path)));
                continue;
            }
            let is_list = emit::is_own(Path::new(&path));
            self.files += usize::from(!is_list);
            match standing {
                None if is_list => {}
                None => self.differing.push(missing(prefix, &path)),
                Some(Entry::File) if is_as_made(&published.join(&path), &made.join(&path))? => {}
                Some(_) => self.differing.push(differs(prefix, &path)),
            }
        }
        self.rest(there, prefix, &allowed);
        Ok(())
    }

    /// Records a missing side. The internal side need not be published.
    pub(super) fn lacks(&mut self, audience: Audience) {
        let side = audience.folder();
        match audience {
            Audience::Internal => self.absent.push(say!(
                en: "not compared: the folder has no {side}/",
                sv: "inte jämförd: mappen har ingen {side}/",
                da: "ikke sammenlignet: mappen har ingen {side}/",
            )),
            Audience::Public => self.differing.push(missing("", &format!("{side}/"))),
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
                _ => self.differing.push(extra(prefix, &path, entry)),
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

fn differs(prefix: &str, path: &str) -> Message {
    say!(en: "differs: {prefix}{path}", sv: "skiljer sig: {prefix}{path}", da: "afviger: {prefix}{path}")
}

fn missing(prefix: &str, path: &str) -> Message {
    say!(en: "missing: {prefix}{path}", sv: "saknas: {prefix}{path}", da: "mangler: {prefix}{path}")
}

/// The message for an entry that is published but not compiled.
fn extra(prefix: &str, path: &str, entry: Entry) -> Message {
    match entry {
        Entry::File => say!(
            en: "not compiled: {prefix}{path}",
            sv: "inte sammanställd: {prefix}{path}",
            da: "ikke sammenstillet: {prefix}{path}",
        ),
        Entry::Folder => say!(
            en: "not compiled: the folder {prefix}{path}/",
            sv: "inte sammanställd: mappen {prefix}{path}/",
            da: "ikke sammenstillet: mappen {prefix}{path}/",
        ),
        Entry::Link => say!(
            en: "not compiled: the link {prefix}{path}",
            sv: "inte sammanställd: länken {prefix}{path}",
            da: "ikke sammenstillet: linket {prefix}{path}",
        ),
        Entry::Special => say!(
            en: "not compiled: {prefix}{path}, which is neither a file nor a folder",
            sv: "inte sammanställd: {prefix}{path}, som varken är en fil eller en mapp",
            da: "ikke sammenstillet: {prefix}{path}, som hverken er en fil eller en mappe",
        ),
    }
}
