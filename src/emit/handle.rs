//! Folders that are open. A name is looked up in the open folder, never along a path, and no link is followed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, OpenOptions};

use super::fault;
use crate::error::Error;

/// What a name in a folder leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing.
    Nothing,
    /// A file of that many bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, wherever it leads.
    Link,
    /// A FIFO, a socket or a device: opening one can block, or do something.
    Special,
}

/// An open folder and the path that messages name it by.
#[derive(Debug, Clone)]
pub(super) struct Handle(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    dir: Dir,
    path: PathBuf,
}

impl Handle {
    /// Opens a folder that a person named; nothing where there is none. The last name of the path must not be a link.
    pub(super) fn open(path: &Path) -> Result<Option<Self>, Error> {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let (Some(above), Some(name)) = (path.parent(), path.file_name()) else { return Self::open_chosen(path) };
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        match Self::open_chosen(above)? {
            Some(above) => above.child_at(Path::new(name), path.to_owned()),
            None => Ok(None),
        }
    }

    /// Opens a folder that a person named, and makes it where there is none.
    pub(super) fn open_or_make(path: &Path) -> Result<Self, Error> {
        if let Some(folder) = Self::open(path)? {
            return Ok(folder);
        }
        let failed = |cause| fault::io(path, cause);
        Dir::create_ambient_dir_all(path, ambient_authority()).map_err(failed)?;
        Self::open(path)?.ok_or_else(|| failed(io::ErrorKind::NotFound.into()))
    }

    /// Opens a folder that a person chose to work in; nothing where there is none. It may be a link.
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

    /// The path of something in the folder, for messages.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.path.join(name)
    }

    /// An error about something in the folder.
    pub(super) fn fault(&self, name: &str, cause: io::Error) -> Error {
        fault::io(&self.path(name), cause)
    }

    /// What a name leads to.
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

    /// The folder of that name; nothing where there is none.
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

    /// The folder of that path, with `/` between its parts; nothing where there is none.
    pub(super) fn descend(&self, path: &str) -> Result<Option<Self>, Error> {
        let mut found = Some(self.clone());
        for part in path.split('/').filter(|part| !part.is_empty()) {
            found = found.map_or(Ok(None), |above| above.child(part))?;
        }
        Ok(found)
    }

    /// The folder of that name, made where there is none.
    pub(super) fn make_child(&self, name: &str) -> Result<Self, Error> {
        if let Some(child) = self.child(name)? {
            return Ok(child);
        }
        self.0.dir.create_dir(name).map_err(|cause| self.fault(name, cause))?;
        self.child(name)?.ok_or_else(|| self.fault(name, io::ErrorKind::NotFound.into()))
    }

    /// Opens a file to read it. Call [`Handle::kind`] first: only a file is opened.
    pub(super) fn file(&self, name: &str) -> io::Result<File> {
        self.0.dir.open_with(name, OpenOptions::new().read(true).follow(FollowSymlinks::No))
    }

    /// Opens a file to lock it, made where there is none.
    pub(super) fn lockable(&self, name: &str) -> io::Result<File> {
        let mut options = OpenOptions::new();
        self.0.dir.open_with(name, options.read(true).write(true).create(true).follow(FollowSymlinks::No))
    }

    /// Asks the system to keep the names in the folder, also when the power fails. Windows cannot be asked, nor can every
    /// file system.
    pub(super) fn sync(&self) -> io::Result<()> {
        if cfg!(windows) {
            return Ok(());
        }
        match self.0.dir.open(".").and_then(|folder| folder.sync_all()) {
            Err(fault) if matches!(fault.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
            synced => synced,
        }
    }
}
