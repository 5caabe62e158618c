//! Open folders. Names are looked up in the open folder, not along a path, and links are not followed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, OpenOptions};

use super::fault;
use crate::error::Error;
use crate::windows;

/// The type of a directory entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It does not exist.
    Nothing,
    /// A file, with its size in bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, whatever its target.
    Link,
    /// A FIFO, a socket or a device: opening one can block or have side effects.
    Special,
}

/// An open folder, and its path for messages.
#[derive(Debug, Clone)]
pub(super) struct Handle(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    dir: Dir,
    path: PathBuf,
}

impl Handle {
    /// Opens a folder that the user named, or returns `None` if it does not exist. The last component must not be a
    /// link.
    pub(super) fn open(path: &Path) -> Result<Option<Self>, Error> {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let (Some(above), Some(name)) = (path.parent(), path.file_name()) else { return Self::open_chosen(path) };
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        match Self::open_chosen(above)? {
            Some(above) => above.child_at(Path::new(name), path.to_owned()),
            None => Ok(None),
        }
    }

    /// Opens a folder that the user named, and creates it if it does not exist.
    pub(super) fn open_or_make(path: &Path) -> Result<Self, Error> {
        if let Some(folder) = Self::open(path)? {
            return Ok(folder);
        }
        let failed = |cause| fault::io(path, cause);
        Dir::create_ambient_dir_all(path, ambient_authority()).map_err(failed)?;
        Self::open(path)?.ok_or_else(|| failed(io::ErrorKind::NotFound.into()))
    }

    /// Opens a folder that the user chose to work in, or returns `None` if it does not exist. It may be a link.
    pub(super) fn open_chosen(path: &Path) -> Result<Option<Self>, Error> {
        match Dir::open_ambient_dir(path, ambient_authority()) {
            Ok(dir) => Ok(Some(Self::new(dir, path.to_owned()))),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(fault::io(path, cause)),
        }
    }

    fn new(dir: Dir, path: PathBuf) -> Self {
        Self(Arc::new(Inner { dir, path }))
    }

    /// The open folder itself.
    pub(super) fn dir(&self) -> &Dir {
        &self.0.dir
    }

    /// The path of an entry, for messages.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path.join(name)
    }

    /// An error about an entry.
    pub(super) fn fault(&self, name: &str, cause: io::Error) -> Error {
        fault::io(&self.path(name), cause)
    }

    /// The type of an entry.
    pub(super) fn kind(&self, name: &str) -> Result<Kind, Error> {
        self.kind_of(Path::new(name)).map_err(|cause| self.fault(name, cause))
    }

    fn kind_of(&self, name: &Path) -> io::Result<Kind> {
        let known = match self.0.dir.symlink_metadata(name) {
            Ok(known) => known,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Kind::Nothing),
            Err(fault) => return Err(fault),
        };
        Ok(match known {
            known if known.is_symlink() => Kind::Link,
            known if known.is_dir() => Kind::Folder,
            known if known.is_file() => Kind::File(known.len()),
            _ => Kind::Special,
        })
    }

    /// Opens a subfolder, or returns `None` if it does not exist.
    pub(super) fn child(&self, name: &str) -> Result<Option<Self>, Error> {
        self.child_at(Path::new(name), self.path(name))
    }

    fn child_at(&self, name: &Path, path: PathBuf) -> Result<Option<Self>, Error> {
        let failed = |cause| fault::io(&path, cause);
        match self.kind_of(name).map_err(failed)? {
            Kind::Nothing => Ok(None),
            Kind::Link => Err(fault::link(&path)),
            Kind::File(_) | Kind::Special => Err(fault::not_a_folder(&path)),
            Kind::Folder => {
                let dir = self.0.dir.open_dir_nofollow(name).map_err(failed)?;
                Ok(Some(Self::new(dir, path)))
            }
        }
    }

    /// Opens a folder by its path, separated by `/`, or returns `None` if it does not exist.
    pub(super) fn descend(&self, path: &str) -> Result<Option<Self>, Error> {
        let mut found = Some(self.clone());
        for part in path.split('/').filter(|part| !part.is_empty()) {
            found = found.map_or(Ok(None), |above| above.child(part))?;
        }
        Ok(found)
    }

    /// Opens a subfolder, and creates it if it does not exist.
    pub(super) fn make_child(&self, name: &str) -> Result<Self, Error> {
        if let Some(child) = self.child(name)? {
            return Ok(child);
        }
        self.0.dir.create_dir(name).map_err(|cause| self.fault(name, cause))?;
        self.child(name)?.ok_or_else(|| self.fault(name, io::ErrorKind::NotFound.into()))
    }

    /// Opens a file for reading. Call [`Handle::kind`] first, so that only regular files are opened.
    pub(super) fn file(&self, name: &str) -> io::Result<File> {
        self.0.dir.open_with(name, OpenOptions::new().read(true).follow(FollowSymlinks::No))
    }

    /// Opens a file to lock it, and creates it if it does not exist.
    pub(super) fn lockable(&self, name: &str) -> io::Result<File> {
        let mut options = OpenOptions::new();
        self.0.dir.open_with(name, options.read(true).write(true).create(true).follow(FollowSymlinks::No))
    }

    /// Syncs the directory entries to disk. Windows and some file systems do not support this.
    pub(super) fn sync(&self) -> io::Result<()> {
        if !windows::SYNCS_FOLDERS {
            return Ok(());
        }
        match self.0.dir.open(".").and_then(|folder| folder.sync_all()) {
            Err(fault) if matches!(fault.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
            synced => synced,
        }
    }
}
