//! Writes files that people edit: registers, `accept.yaml`, `ropa.toml`, the to-do list. Bytes and name are synced to
//! disk before the program reports a file as written.

use std::io::{self, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

use super::fault;
use super::handle::{Handle, Kind};
use super::writer::{Kept, Over, Unplaced, write};
use crate::error::Error;
use crate::temporary;

/// A file named by the user, in its open folder.
#[derive(Debug)]
pub(crate) struct Named {
    folder: Handle,
    name: String,
}

impl Named {
    /// Opens the folder of a file below `within`, component by component: none may be a link. `within` itself may be
    /// one.
    ///
    /// # Errors
    /// When the folder does not exist, or the path goes through a link.
    pub(crate) fn below(within: &Path, path: &Path) -> Result<Self, Error> {
        let whole = within.join(path);
        let absent = || fault::io(&whole, io::Error::from(io::ErrorKind::NotFound));
        let mut folder = Handle::open_chosen(within)?.ok_or_else(absent)?;
        let parts: Option<Vec<&str>> =
            path.components().filter(|part| *part != Component::CurDir).map(|part| part.as_os_str().to_str()).collect();
        let parts = parts.ok_or_else(|| fault::name(&whole))?;
        let (name, folders) = parts.split_last().ok_or_else(|| fault::not_a_file(&whole))?;
        for part in folders {
            folder = folder.child(part)?.ok_or_else(absent)?;
        }
        Ok(Self { folder, name: (*name).to_owned() })
    }

    /// The same, and creates the folders below `within` that do not exist.
    ///
    /// # Errors
    /// As for [`Named::below`], or when a folder cannot be created.
    pub(crate) fn below_made(within: &Path, path: &Path) -> Result<Self, Error> {
        let absent = || fault::io(within, io::Error::from(io::ErrorKind::NotFound));
        let mut folder = Handle::open_chosen(within)?.ok_or_else(absent)?;
        let whole = within.join(path);
        for part in path.parent().into_iter().flat_map(Path::components) {
            folder = folder.make_child(part.as_os_str().to_str().ok_or_else(|| fault::name(&whole))?)?;
        }
        let name = path.file_name().ok_or_else(|| fault::not_a_file(&whole))?;
        Ok(Self { folder, name: name.to_str().ok_or_else(|| fault::name(&whole))?.to_owned() })
    }

    /// Opens the folder of a file named on the command line. A relative path without `..` is followed component by
    /// component; for any other path, only the folder of the file must not be a link.
    ///
    /// # Errors
    /// As for [`Named::below`].
    pub(crate) fn at(path: &Path) -> Result<Self, Error> {
        if path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
            return Self::below(Path::new("."), path);
        }
        let absent = || fault::io(path, io::Error::from(io::ErrorKind::NotFound));
        let (above, name) = path.parent().zip(path.file_name()).ok_or_else(|| fault::not_a_file(path))?;
        let name = name.to_str().ok_or_else(|| fault::name(path))?;
        Ok(Self { folder: Handle::open(above)?.ok_or_else(absent)?, name: name.to_owned() })
    }

    /// A file in a folder, which is made if there is none. A link on the way is refused.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub(crate) fn in_folder(folder: &Path, name: &str) -> Result<Self, Error> {
        Ok(Self { folder: Handle::open_or_make(folder)?, name: name.to_owned() })
    }

    /// Whether an entry of this name exists.
    ///
    /// # Errors
    /// When the entry cannot be inspected.
    pub(crate) fn is_there(&self) -> Result<bool, Error> {
        Ok(self.folder.kind(&self.name)? != Kind::Nothing)
    }

    /// Reads the file, or returns `None` if it does not exist.
    ///
    /// # Errors
    /// When it is a link, a folder or a special file, is larger than `most` bytes, or cannot be read.
    pub(crate) fn read(&self, most: u64) -> Result<Option<Vec<u8>>, Error> {
        match self.folder.kind(&self.name)? {
            Kind::Nothing => return Ok(None),
            Kind::Link => return Err(fault::link(&self.path())),
            Kind::Folder | Kind::Special => return Err(fault::not_a_file(&self.path())),
            Kind::File(_) => {}
        }
        let mut bytes = Vec::new();
        let read = self.folder.file(&self.name).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
        match read {
            Ok(count) if count as u64 > most => Err(self.fault(io::ErrorKind::FileTooLarge.into())),
            Ok(_) => Ok(Some(bytes)),
            Err(cause) => Err(self.fault(cause)),
        }
    }

    /// Writes a new file.
    ///
    /// # Errors
    /// When the name exists, or the file cannot be written.
    pub(crate) fn create(&self, bytes: &[u8]) -> Result<(), Error> {
        write(&self.folder, &self.name, bytes, Over::Nothing, Kept::Synced).map_err(|cause| match cause.kind() {
            io::ErrorKind::AlreadyExists => fault::exists(&self.path()),
            _ => self.fault(cause),
        })
    }

    /// Replaces the content that was read. The permission bits are kept; the owner becomes the user of the program.
    ///
    /// # Errors
    /// When the file was changed since it was read, is write-protected, or cannot be written.
    pub(crate) fn replace(&self, before: &[u8], bytes: &[u8]) -> Result<(), Error> {
        if self.read(before.len() as u64).ok().flatten().as_deref() != Some(before) {
            return Err(fault::changed(&self.path()));
        }
        self.written(bytes).map_err(|cause| self.fault(cause))
    }

    fn written(&self, bytes: &[u8]) -> io::Result<()> {
        let permissions = self.folder.file(&self.name)?.metadata()?.permissions();
        if permissions.readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let mut new = Unplaced::create(&self.folder)?;
        new.file()?.set_permissions(permissions)?;
        new.write_all(bytes)?;
        new.place(&self.folder, &self.name, Over::Anything, Kept::Synced)
    }

    /// Replaces the content that was read, or creates the file if there was none.
    ///
    /// # Errors
    /// As for [`Named::create`] and [`Named::replace`].
    pub(crate) fn put(&self, before: Option<&[u8]>, bytes: &[u8]) -> Result<(), Error> {
        match before {
            Some(before) => self.replace(before, bytes),
            None => self.create(bytes),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path(&self.name)
    }

    fn fault(&self, cause: io::Error) -> Error {
        self.folder.fault(&self.name, cause)
    }
}

/// Creates a file and the folders above it, unless its name is taken. Returns whether it was created. `within` may be a
/// link; nothing below it may.
///
/// # Errors
/// When the path goes through a link or a file, or the file cannot be written.
pub(crate) fn create_unless_there(within: &Path, path: &str, bytes: &[u8]) -> Result<bool, Error> {
    let mut folder = match Handle::open_chosen(within)? {
        Some(folder) => folder,
        None => Handle::open_or_make(within)?,
    };
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    for part in folders.split('/').filter(|part| !part.is_empty()) {
        folder = folder.make_child(part)?;
    }
    if folder.kind(name)? != Kind::Nothing {
        return Ok(false);
    }
    Named { folder, name: name.to_owned() }.create(bytes)?;
    Ok(true)
}

/// Creates a folder with files in it, atomically: it is renamed into place when all files are on disk.
///
/// # Errors
/// When the name exists, or a file cannot be written.
pub(crate) fn create_folder(above: &Path, name: &str, files: &[(&str, String)]) -> Result<(), Error> {
    let above = Handle::open_or_make(above)?;
    if above.kind(name)? != Kind::Nothing {
        return Err(fault::exists(&above.path(name)));
    }
    let temporary = temporary::name().map_err(|cause| above.fault(name, cause))?;
    let made = fill(&above, &temporary, files);
    let named =
        made.and_then(|()| above.dir().rename(&temporary, above.dir(), name).map_err(|cause| above.fault(name, cause)));
    if named.is_err() {
        _ = above.dir().remove_dir_all(&temporary);
    }
    named.and_then(|()| above.sync().map_err(|cause| above.fault(name, cause)))
}

fn fill(above: &Handle, temporary: &str, files: &[(&str, String)]) -> Result<(), Error> {
    let root = above.make_child(temporary)?;
    for (path, text) in files {
        let mut folder = root.clone();
        let (folders, name) = path.rsplit_once('/').map_or((None, *path), |(folders, name)| (Some(folders), name));
        for part in folders.into_iter().flat_map(|folders| folders.split('/')) {
            folder = folder.make_child(part)?;
        }
        let written = write(&folder, name, text.as_bytes(), Over::Nothing, Kept::Synced);
        written.map_err(|cause| folder.fault(name, cause))?;
    }
    root.sync().map_err(|cause| root.fault("", cause))
}
