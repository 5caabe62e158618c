//! Files on the disk: compared first, written atomically where they differ; nothing that is not ours is touched. Only a
//! file that grows with the build is written first and compared then.

mod fault;
mod file;
mod growing;
mod lock;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use crate::render::Artifact;
pub use fault::Error;
use file::{Print, Standing, print_of, replace};
pub use growing::Growing;
use lock::Lock;

/// The list of the files that are ours, with the fingerprint of what we wrote.
const LIST: &str = ".ropa-files";

/// What to do with what differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write it.
    Write,
    /// Write it, also over files that are not ours.
    Force,
    /// Only say so.
    Check,
}

/// What was done.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Done {
    /// How many files there are now.
    pub files: usize,
    /// Files that were written, or that would be.
    pub changed: Vec<String>,
    /// Files of an earlier build that were removed, or would be.
    pub removed: Vec<String>,
    /// Files of an earlier build that are no longer made, but were changed by hand and therefore left.
    pub left: Vec<String>,
}

/// A file of this run: all that is remembered of it until the end.
#[derive(Debug)]
struct Made {
    print: Print,
    is_changed: bool,
}

/// One output folder.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    mode: Mode,
    earlier: BTreeMap<String, Print>,
    made: Mutex<BTreeMap<Box<str>, Made>>,
    /// The folders of files that were written, and whether this run made them.
    folders: Mutex<FxHashMap<OsString, bool>>,
    _lock: Option<Lock>,
}

impl Folder {
    /// Opens an output folder and reads which files in it are ours.
    ///
    /// # Errors
    /// When the list of our files stands there but cannot be read, or another build writes into the folder.
    pub fn open(root: &Path, mode: Mode) -> Result<Self, Error> {
        let lock = match mode {
            Mode::Check => None,
            Mode::Write | Mode::Force => Some(Lock::of(root).ok_or_else(|| Error::Busy(root.to_owned()))?),
        };
        let list = root.join(LIST);
        let text = match fs::read_to_string(&list) {
            Ok(text) => text,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(Error::Io { path: list, source }),
        };
        let entry = |line: &str| {
            let (print, path) = line.split_once("  ").filter(|(_, path)| stays_inside(path))?;
            Some((path.to_owned(), Print::parse(print)?))
        };
        Ok(Self {
            root: root.to_owned(),
            mode,
            earlier: text.lines().filter_map(entry).collect(),
            made: Mutex::default(),
            folders: Mutex::default(),
            _lock: lock,
        })
    }

    /// Puts one file in its place. A file of ours that was changed by hand becomes what it is compiled to again.
    ///
    /// # Errors
    /// When it cannot be written, or another file stands in its way.
    pub fn put(&self, artifact: &Artifact) -> Result<(), Error> {
        let target = self.root.join(&artifact.path);
        let standing = match self.is_new(&target) {
            true => Standing::Nothing,
            false => {
                Standing::at(&target, &artifact.bytes).map_err(|source| Error::Io { path: target.clone(), source })?
            }
        };
        if self.is_to_write(&artifact.path, Print::of(&artifact.bytes), standing)? {
            self.folder_for(&target)?;
            replace(&target, &artifact.bytes).map_err(|source| Error::Io { path: target, source })?;
        }
        Ok(())
    }

    /// A file directly in the folder whose bytes come later; it gets to its place by [`Folder::complete`].
    #[must_use]
    pub fn grow(&self, path: &str) -> Growing {
        Growing::new(path, self.root.join(path), self.mode != Mode::Check)
    }

    /// Puts a file in its place that has all its bytes.
    ///
    /// # Errors
    /// As for [`Folder::put`].
    pub fn complete(&self, growing: Growing) -> Result<(), Error> {
        let target = growing.target().to_owned();
        let fault = |source| Error::Io { path: target.clone(), source };
        let print = growing.print();
        let standing = Standing::by_print(&target, print).map_err(fault)?;
        if self.is_to_write(growing.path(), print, standing)? {
            self.folder_for(&target)?;
            growing.settle().map_err(fault)?;
        }
        Ok(())
    }

    fn note(&self, path: &str, print: Print, is_changed: bool) {
        let made = Made { print, is_changed };
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(path.into(), made);
    }

    /// Takes a file among those of this run, and tells whether it must be written: not where it stands already. Nothing
    /// is written over what is not ours.
    fn is_to_write(&self, path: &str, print: Print, standing: Standing) -> Result<bool, Error> {
        let is_ours = self.mode != Mode::Write || self.earlier.contains_key(path);
        if standing == Standing::Other && !is_ours {
            return Err(Error::NotOurs(self.root.join(path)));
        }
        let is_there = standing == Standing::Same;
        self.note(path, print, !is_there);
        Ok(!is_there && self.mode != Mode::Check)
    }

    /// Makes the folder of a file and refuses to go through links.
    fn folder_for(&self, target: &Path) -> Result<(), Error> {
        let folder = target.parent().unwrap_or(&self.root);
        let mut known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if known.contains_key(folder.as_os_str()) {
            return Ok(());
        }
        refuse_links(&self.root, folder)?;
        let is_new = !folder.exists();
        fs::create_dir_all(folder).map_err(|source| Error::Io { path: folder.to_owned(), source })?;
        known.insert(folder.as_os_str().to_owned(), is_new);
        Ok(())
    }

    /// Whether the folder of a file was made by this run: nothing stands there but what this run wrote.
    fn is_new(&self, target: &Path) -> bool {
        let known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        target.parent().is_some_and(|folder| known.get(folder.as_os_str()).is_some_and(|is_new| *is_new))
    }

    /// Writes the list after a build that failed: what it made is ours, and what was ours stays ours.
    pub fn abandon(self) {
        if self.mode != Mode::Check {
            let mut ours = made_of(self.made);
            for (path, print) in self.earlier {
                ours.entry(path.into()).or_insert(Made { print, is_changed: false });
            }
            _ = write_list(&self.root, &ours);
        }
    }

    /// Removes what an earlier build made and this one did not, as far as `in_scope` says that it was built anew,
    /// and writes the list of our files.
    ///
    /// # Errors
    /// When a file cannot be removed or the list not be written.
    pub fn finish(self, in_scope: impl Fn(&str) -> bool) -> Result<Done, Error> {
        let mut made = made_of(self.made);
        let changed = made.iter().filter(|(_, made)| made.is_changed).map(|(path, _)| path.to_string());
        let mut done = Done { files: made.len(), changed: changed.collect(), ..Done::default() };
        for (path, print) in self.earlier {
            if made.contains_key(path.as_str()) {
                continue;
            }
            if !in_scope(&path) {
                made.insert(path.into(), Made { print, is_changed: false });
                continue;
            }
            let target = self.root.join(&path);
            let fault = |source| Error::Io { path: target.clone(), source };
            match print_of(&target).map_err(fault)? {
                None => {}
                Some(standing) if standing == print => {
                    if self.mode != Mode::Check {
                        refuse_links(&self.root, target.parent().unwrap_or(&self.root))?;
                        fs::remove_file(&target).map_err(fault)?;
                        remove_empty(&self.root, &target);
                    }
                    done.removed.push(path);
                }
                Some(_) => done.left.push(path),
            }
        }
        if self.mode != Mode::Check {
            write_list(&self.root, &made)?;
        }
        Ok(done)
    }
}

fn made_of(made: Mutex<BTreeMap<Box<str>, Made>>) -> BTreeMap<Box<str>, Made> {
    made.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Writes one file that belongs to no folder of ours and is in no list: nobody ever sees half of it.
///
/// # Errors
/// When it cannot be written.
pub fn alone(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    replace(path, bytes).map_err(|source| Error::Io { path: path.to_owned(), source })
}

/// Writes a file anew that stands there and belongs to somebody else: nobody ever sees half of it, and who may read and
/// write it stays as it was.
///
/// # Errors
/// When it cannot be written.
pub fn amend(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    file::amend(path, bytes).map_err(|source| Error::Io { path: path.to_owned(), source })
}

/// Whether a folder is one of ours: a list of what was written there stands in it.
#[must_use]
pub fn is_ours(folder: &Path) -> bool {
    folder.join(LIST).is_file()
}

/// Whether a file of that name is ours but not compiled: the list, or a file that a build did not bring to its place.
#[must_use]
pub fn is_own(name: &OsStr) -> bool {
    name == LIST || name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(file::NEW))
}

/// Whether a path of the list leads to a file inside the folder: the list may come from somebody else.
fn stays_inside(path: &str) -> bool {
    !path.contains('\\') && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Refuses a way that leads through a link.
fn refuse_links(root: &Path, folder: &Path) -> Result<(), Error> {
    for step in folder.ancestors().take_while(|above| *above != root) {
        if fs::symlink_metadata(step).is_ok_and(|step| step.file_type().is_symlink()) {
            return Err(Error::Link(step.to_owned()));
        }
    }
    Ok(())
}

/// Removes the folders above a removed file that became empty.
fn remove_empty(root: &Path, target: &Path) {
    for folder in target.ancestors().skip(1).take_while(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

fn write_list(root: &Path, made: &BTreeMap<Box<str>, Made>) -> Result<(), Error> {
    let path = root.join(LIST);
    let text: String = made.iter().map(|(path, made)| format!("{}  {path}\n", made.print)).collect();
    let fault = |source| Error::Io { path: path.clone(), source };
    if fs::read(&path).is_ok_and(|standing| standing == text.as_bytes()) {
        return Ok(());
    }
    if made.is_empty() && !path.exists() {
        return Ok(());
    }
    fs::create_dir_all(root).map_err(fault)?;
    replace(&path, text.as_bytes()).map_err(fault)
}
