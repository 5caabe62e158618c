//! Files on the disk: compared first, written atomically where they differ; nothing that is not ours is touched.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::render::Artifact;

/// The list of the files that are ours, with the fingerprint of what we wrote.
const LIST: &str = ".ropa-files";

/// The tool could not write.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("{} could not be written", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file stands where one of ours should be.
    #[error("{} stands in the way: it was not written by ropa, or was changed since; move it, choose another folder with --out, or overwrite it with --force", .0.display())]
    NotOurs(PathBuf),
    /// A folder on the way is a link to another place.
    #[error("{} is a link to another place; ropa does not write through links", .0.display())]
    Link(PathBuf),
}

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

/// One output folder.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    mode: Mode,
    earlier: BTreeMap<String, String>,
    made: Mutex<BTreeMap<String, String>>,
    changed: Mutex<BTreeSet<String>>,
    folders: Mutex<BTreeSet<PathBuf>>,
    count: AtomicUsize,
}

impl Folder {
    /// Opens an output folder and reads which files in it are ours.
    ///
    /// # Errors
    /// When the list of our files stands there but cannot be read.
    pub fn open(root: &Path, mode: Mode) -> Result<Self, Error> {
        let list = root.join(LIST);
        let text = match fs::read_to_string(&list) {
            Ok(text) => text,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => String::new(),
            Err(source) => return Err(Error::Io { path: list, source }),
        };
        let entry = |line: &str| line.split_once("  ").map(|(print, path)| (path.to_owned(), print.to_owned()));
        Ok(Self {
            root: root.to_owned(),
            mode,
            earlier: text.lines().filter_map(entry).collect(),
            made: Mutex::default(),
            changed: Mutex::default(),
            folders: Mutex::default(),
            count: AtomicUsize::new(0),
        })
    }

    /// Puts one file in its place.
    ///
    /// # Errors
    /// When it cannot be written, or another file stands in its way.
    pub fn put(&self, artifact: &Artifact) -> Result<(), Error> {
        self.put_stream(&artifact.path, &mut artifact.bytes.as_slice(), Some(&artifact.bytes))
    }

    /// Puts one file in its place whose bytes are not held in memory.
    ///
    /// # Errors
    /// As for [`Folder::put`].
    pub fn put_file(&self, path: &str, from: &mut File) -> Result<(), Error> {
        self.put_stream(path, from, None)
    }

    fn put_stream(&self, path: &str, from: &mut dyn Read, held: Option<&[u8]>) -> Result<(), Error> {
        let target = self.root.join(path);
        let fault = |source| Error::Io { path: target.clone(), source };
        let standing = Standing::at(&target, held).map_err(fault)?;
        let new = match held {
            Some(bytes) => New::Held(bytes),
            None => New::Spooled(spool(from).map_err(fault)?),
        };
        let print = new.print();
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), print.clone());
        self.count.fetch_add(1, Ordering::Relaxed);
        if standing.is(&print) {
            return Ok(());
        }
        if standing != Standing::Nothing && self.mode == Mode::Write && !self.earlier.contains_key(path) {
            return Err(Error::NotOurs(target));
        }
        self.changed.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        if self.mode == Mode::Check {
            return Ok(());
        }
        self.folder_for(&target)?;
        replace(&target, new).map_err(fault)
    }

    /// Makes the folder of a file and refuses to go through links.
    fn folder_for(&self, target: &Path) -> Result<(), Error> {
        let folder = target.parent().unwrap_or(&self.root).to_owned();
        let mut known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if known.contains(&folder) {
            return Ok(());
        }
        fs::create_dir_all(&folder).map_err(|source| Error::Io { path: folder.clone(), source })?;
        let ours = folder.ancestors().take_while(|above| *above != self.root);
        for step in ours {
            if fs::symlink_metadata(step).is_ok_and(|step| step.file_type().is_symlink()) {
                return Err(Error::Link(step.to_owned()));
            }
        }
        known.insert(folder);
        Ok(())
    }

    /// Removes what an earlier build made and this one did not, as far as `in_scope` says that it was built anew,
    /// and writes the list of our files.
    ///
    /// # Errors
    /// When a file cannot be removed or the list not be written.
    pub fn finish(self, in_scope: impl Fn(&str) -> bool) -> Result<Done, Error> {
        let mut made = self.made.into_inner().unwrap_or_else(PoisonError::into_inner);
        let changed = self.changed.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut done = Done { files: made.len(), changed: changed.into_iter().collect(), ..Done::default() };
        for (path, print) in self.earlier {
            if made.contains_key(&path) {
                continue;
            }
            if !in_scope(&path) {
                made.insert(path, print);
                continue;
            }
            let target = self.root.join(&path);
            let fault = |source| Error::Io { path: target.clone(), source };
            match print_of(&target).map_err(fault)? {
                None => {}
                Some(standing) if standing == print => {
                    if self.mode != Mode::Check {
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

/// What stands where a file is to be.
#[derive(Debug, PartialEq, Eq)]
enum Standing {
    /// Nothing.
    Nothing,
    /// The bytes that are to be.
    Same,
    /// Other bytes.
    Other,
    /// Bytes with this fingerprint.
    Print(String),
}

impl Standing {
    /// Compares with the bytes that are held, or takes the fingerprint.
    fn at(path: &Path, held: Option<&[u8]>) -> io::Result<Self> {
        let Some(held) = held else {
            return Ok(print_of(path)?.map_or(Self::Nothing, Self::Print));
        };
        match fs::metadata(path) {
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(Self::Nothing),
            Err(fault) => Err(fault),
            Ok(known) if known.len() != held.len() as u64 => Ok(Self::Other),
            Ok(_) => Ok(if fs::read(path)? == held { Self::Same } else { Self::Other }),
        }
    }

    /// Whether it is the file of that fingerprint.
    fn is(&self, print: &str) -> bool {
        match self {
            Self::Same => true,
            Self::Print(standing) => standing == print,
            Self::Nothing | Self::Other => false,
        }
    }
}

/// The bytes that are to stand in a file.
enum New<'b> {
    Held(&'b [u8]),
    Spooled(Spooled),
}

/// Bytes in a nameless file, and their fingerprint.
struct Spooled {
    file: File,
    print: String,
}

impl New<'_> {
    fn print(&self) -> String {
        match self {
            Self::Held(bytes) => short(&blake3::hash(bytes)),
            Self::Spooled(spooled) => spooled.print.clone(),
        }
    }
}

fn short(hash: &blake3::Hash) -> String {
    hash.to_hex()[..32].to_owned()
}

/// Copies a stream into a nameless file.
fn spool(from: &mut dyn Read) -> io::Result<Spooled> {
    let mut file = tempfile::tempfile()?;
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            break;
        }
        hasher.update(&buffer[..count]);
        file.write_all(&buffer[..count])?;
    }
    io::Seek::rewind(&mut file)?;
    Ok(Spooled { file, print: short(&hasher.finalize()) })
}

/// The fingerprint of the file that stands at a path, if one does.
fn print_of(path: &Path) -> io::Result<Option<String>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(Some(short(&hasher.finalize()))),
            count => hasher.update(&buffer[..count]),
        };
    }
}

/// Writes beside the place and moves there: nobody ever sees half a file.
fn replace(target: &Path, new: New) -> io::Result<()> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let beside = target.with_file_name(format!(".{name}.ropa-new"));
    let written = match new {
        New::Held(bytes) => fs::write(&beside, bytes),
        New::Spooled(mut spooled) => {
            File::create(&beside).and_then(|mut file| io::copy(&mut spooled.file, &mut file)).map(|_| ())
        }
    };
    let moved = written.and_then(|()| fs::rename(&beside, target));
    if moved.is_err() {
        _ = fs::remove_file(&beside);
    }
    moved
}

/// Removes the folders above a removed file that became empty.
fn remove_empty(root: &Path, target: &Path) {
    for folder in target.ancestors().skip(1).take_while(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

fn write_list(root: &Path, made: &BTreeMap<String, String>) -> Result<(), Error> {
    let path = root.join(LIST);
    let text: String = made.iter().map(|(path, print)| format!("{print}  {path}\n")).collect();
    let fault = |source| Error::Io { path: path.clone(), source };
    if fs::read(&path).is_ok_and(|standing| standing == text.as_bytes()) {
        return Ok(());
    }
    if made.is_empty() && !path.exists() {
        return Ok(());
    }
    fs::create_dir_all(root).map_err(fault)?;
    replace(&path, New::Held(text.as_bytes())).map_err(fault)
}
