//! Writes the output folder. Files are compared first and written only if they differ; files that ropa did not write
//! are not touched. Files are renamed into place when all of them are complete, so a failed build changes nothing.

pub(crate) mod fault;
mod file;
mod folder;
mod growing;
mod handle;
mod lock;
mod ours;
pub(crate) mod people;
mod ready;
mod staging;
mod writer;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::audience::Audience;
use crate::error::Error;
use crate::render::Artifact;
use file::{Print, Standing};
use folder::{Shared, name_of};
pub(crate) use growing::Growing;
use growing::Grown;
use handle::{Handle, Kind};
use lock::Lock;
pub(crate) use lock::{LOCK, is_lock};
use ours::LIST;
pub(crate) use ready::Ready;
use ready::entries;
use writer::Unplaced;

/// How to treat differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write them.
    Write,
    /// Write them, also over files that ropa did not write.
    Force,
    /// Only report them.
    Check,
}

/// The result of a build.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Done {
    /// The name of the folder.
    pub folder: String,
    /// Number of files after the build.
    pub files: usize,
    /// Files that were written, or would be.
    pub changed: Vec<String>,
    /// Those of them that were not there.
    pub new: Vec<String>,
    /// Files of an earlier build that were removed, or would be.
    pub removed: Vec<String>,
    /// Files of an earlier build that are no longer made but were changed by hand, so they were kept.
    pub left: Vec<String>,
}

/// The output folder, locked while this value lives.
#[derive(Debug)]
pub struct Output {
    root: Option<Handle>,
    path: Box<Path>,
    mode: Mode,
    lock: Option<Arc<Lock>>,
}

impl Output {
    /// Opens the folder; creates and locks it unless the mode is [`Mode::Check`].
    ///
    /// # Errors
    /// When the folder is a link, cannot be created, or is in use by another build.
    pub fn open(path: &Path, mode: Mode) -> Result<Self, Error> {
        let (root, lock) = match mode {
            Mode::Check => (Handle::open(path)?, None),
            Mode::Write | Mode::Force => {
                let root = Handle::open_or_make(path)?;
                let (lock, left) = Lock::of(&root)?;
                if let Some(left) = left {
                    repair(&root, &lock, &left)?;
                }
                (Some(root), Some(Arc::new(lock)))
            }
        };
        Ok(Self { root, path: path.into(), mode, lock })
    }

    /// Opens a folder in it and reads the list of files that ropa wrote there.
    ///
    /// # Errors
    /// When the folder is a link or cannot be created, or the list is damaged.
    pub fn folder(&self, name: &str) -> Result<Folder, Error> {
        let root = match (&self.root, self.mode) {
            (None, _) => None,
            (Some(root), Mode::Check) => root.child(name)?,
            (Some(root), Mode::Write | Mode::Force) => Some(root.make_child(name)?),
        };
        let (mode, lock) = (self.mode, self.lock.clone());
        let shared = Shared::open(root, self.path.join(name), lock.clone(), mode == Mode::Force)?;
        Ok(Folder { made: Mutex::default(), shared: Arc::new(shared), mode, lock })
    }
}

/// Removes the temporary folders that an interrupted build left.
fn repair(root: &Handle, lock: &Lock, left: &str) -> Result<(), Error> {
    for side in Audience::ALL.map(Audience::folder) {
        if root.kind(side)? == Kind::Folder
            && let Some(side) = root.child(side)?
        {
            staging::clear(&side, left)?;
        }
    }
    lock.clear().map_err(|cause| root.fault(LOCK, cause))
}

/// A file of this build, as kept until the end.
#[derive(Debug)]
struct Made {
    print: Print,
    /// What was at its path when it was compared.
    standing: Standing,
    new: Option<Unplaced>,
}

/// One side of the output folder. Its files do not change before [`Ready::place`].
#[derive(Debug)]
pub struct Folder {
    made: Mutex<BTreeMap<Box<str>, Made>>,
    shared: Arc<Shared>,
    mode: Mode,
    lock: Option<Arc<Lock>>,
}

impl Folder {
    /// Adds one file. A file that ropa wrote and somebody changed is restored.
    ///
    /// # Errors
    /// When it cannot be written, or a file that ropa did not write has its path.
    pub fn put(&self, artifact: &Artifact) -> Result<(), Error> {
        let Artifact { path, bytes } = artifact;
        let standing = match self.shared.folder_of(path)? {
            None => Standing::Nothing,
            Some(folder) => Standing::at(&folder, name_of(path), bytes)?,
        };
        let new = match self.is_to_write(path, standing)? {
            true => Some(self.write(path, bytes)?),
            false => None,
        };
        self.note(path, Made { print: Print::of(bytes), standing, new });
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<Unplaced, Error> {
        let mut new = self.shared.create()?;
        let written = std::io::Write::write_all(&mut new, bytes);
        written.map_err(|cause| fault::io(&self.shared.path.join(path), cause))?;
        new.close();
        Ok(new)
    }

    /// Begins a file directly in the folder whose bytes follow later; [`Folder::complete`] adds it.
    ///
    /// # Errors
    /// When the existing file cannot be read.
    pub fn grow(&self, name: &str) -> Result<Growing, Error> {
        Growing::begin(name, &self.shared)
    }

    /// Adds a completed file.
    ///
    /// # Errors
    /// As for [`Folder::put`].
    pub fn complete(&self, growing: Growing) -> Result<(), Error> {
        let path = growing.name().to_owned();
        let Grown { print, standing, new } = growing.end()?;
        let is_written = self.is_to_write(&path, standing)?;
        let new = new.filter(|_| is_written).map(|mut new| {
            new.close();
            new
        });
        self.note(&path, Made { print, standing, new });
        Ok(())
    }

    fn note(&self, path: &str, made: Made) {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(path.into(), made);
    }

    /// Whether a file must be written: false if it is unchanged. An error if a file that ropa did not write has its
    /// path.
    fn is_to_write(&self, path: &str, standing: Standing) -> Result<bool, Error> {
        let whole = || self.shared.path.join(path);
        match (self.mode, standing) {
            (_, Standing::Same) | (Mode::Check, _) => Ok(false),
            (_, Standing::NoFile(Kind::Folder)) => Err(fault::not_a_file(&whole())),
            (Mode::Write, Standing::NoFile(Kind::Link)) => Err(fault::link(&whole())),
            (Mode::Write, Standing::NoFile(_)) => Err(fault::not_ours(&whole())),
            (Mode::Write, Standing::Other) if !self.shared.is_ours(path)? => Err(fault::not_ours(&whole())),
            _ => Ok(true),
        }
    }

    /// Announces every file to be placed or removed. Removed are files of an earlier build that this one did not
    /// make, if `in_scope` says that it rebuilt them. Nothing changes until [`Ready::place`].
    ///
    /// # Errors
    /// When existing files cannot be read, or the announcement cannot be written.
    pub fn finish(self, in_scope: impl Fn(&str) -> bool) -> Result<Ready, Error> {
        let Self { made, shared, mode, lock } = self;
        let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
        let paths = |is_such: fn(Standing) -> bool| -> Vec<String> {
            made.iter().filter(|(_, made)| is_such(made.standing)).map(|(path, _)| path.to_string()).collect()
        };
        let mut done = Done {
            folder: shared.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            files: made.len(),
            changed: paths(|standing| standing != Standing::Same),
            new: paths(|standing| standing == Standing::Nothing),
            ..Done::default()
        };
        let mut ours: BTreeMap<Box<str>, Print> = made.iter().map(|(path, made)| (path.clone(), made.print)).collect();
        for path in shared.ours.paths().filter(|path| !made.contains_key(*path)) {
            let standing = shared.print_of(path)?;
            let is_ours = standing.is_some_and(|print| shared.ours.is_as_written(path, print));
            match standing {
                Some(print) if !in_scope(path) && is_ours => _ = ours.insert(path.into(), print),
                _ if !in_scope(path) => ours.extend(shared.ours.listed.get(path).map(|print| (path.into(), *print))),
                _ if is_ours => done.removed.push(path.to_owned()),
                _ if shared.is_there(path)? => done.left.push(path.to_owned()),
                _ => {}
            }
        }
        if mode != Mode::Check {
            shared.announce(entries(&ours))?;
        }
        Ok(Ready { made, ours, done, shared, mode, _lock: lock })
    }
}

/// Whether ropa wrote this folder: it contains the list of files.
#[must_use]
pub(crate) fn is_ours(folder: &Path) -> bool {
    folder.join(LIST).is_file()
}

/// Whether a path in an output folder is the list of files.
#[must_use]
pub(crate) fn is_own(path: &Path) -> bool {
    path == Path::new(LIST)
}
