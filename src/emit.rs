//! Files on the disk. What is compiled is compared first and written where it differs; nothing that is not ours is
//! touched. No file gets its name before every file of the build has all its bytes, so a build that fails changes nothing.

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

/// The folders in an output folder: what may be published, and the complete register.
pub(crate) const SIDES: [&str; 2] = ["public", "internal"];

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

/// The folder that everything is written below, locked while this lives.
#[derive(Debug)]
pub struct Output {
    root: Option<Handle>,
    path: Box<Path>,
    mode: Mode,
    lock: Option<Arc<Lock>>,
}

impl Output {
    /// Opens the folder, and makes and locks it unless it is only compared.
    ///
    /// # Errors
    /// When the folder is a link, cannot be made, or another build writes into it.
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

    /// Opens a folder in it and reads which files there are ours.
    ///
    /// # Errors
    /// When the folder is a link or cannot be made, or the list of our files is damaged.
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
    for side in SIDES {
        if root.kind(side)? == Kind::Folder
            && let Some(side) = root.child(side)?
        {
            staging::clear(&side, left)?;
        }
    }
    lock.clear().map_err(|cause| root.fault(LOCK, cause))
}

/// A file of this build: all that is remembered of it until the end.
#[derive(Debug)]
struct Made {
    print: Print,
    /// What was there when it was compared.
    standing: Standing,
    new: Option<Unplaced>,
}

/// One output folder. Its files are those of before until [`Ready::place`].
#[derive(Debug)]
pub struct Folder {
    made: Mutex<BTreeMap<Box<str>, Made>>,
    shared: Arc<Shared>,
    mode: Mode,
    lock: Option<Arc<Lock>>,
}

impl Folder {
    /// Takes one file. A file of ours that was changed by hand becomes what it is compiled to again.
    ///
    /// # Errors
    /// When it cannot be written, or another file is in its way.
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

    /// A file directly in the folder whose bytes come later; [`Folder::complete`] takes it.
    ///
    /// # Errors
    /// When what is there cannot be read.
    pub fn grow(&self, name: &str) -> Result<Growing, Error> {
        Growing::begin(name, &self.shared)
    }

    /// Takes a file that has all its bytes.
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

    /// Whether a file must be written: not where it is there already. Nothing is written over what is not ours.
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

    /// Announces every file that is to get its name, and what is to be removed: what an earlier build made and this one did
    /// not, as far as `in_scope` says that it was built anew. Nothing has changed until [`Ready::place`].
    ///
    /// # Errors
    /// When what is there cannot be read, or the announcement not be written.
    pub fn finish(self, in_scope: impl Fn(&str) -> bool) -> Result<Ready, Error> {
        let Self { made, shared, mode, lock } = self;
        let made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
        let changed = made.iter().filter(|(_, made)| made.standing != Standing::Same).map(|(path, _)| path.to_string());
        let mut done = Done { files: made.len(), changed: changed.collect(), ..Done::default() };
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

/// Whether a folder is one of ours: a list of what was written there stands in it.
#[must_use]
pub(crate) fn is_ours(folder: &Path) -> bool {
    folder.join(LIST).is_file()
}

/// Whether a path in an output folder is that of the list of our files.
#[must_use]
pub(crate) fn is_own(path: &Path) -> bool {
    path == Path::new(LIST)
}
