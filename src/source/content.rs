//! Reads a file from disk: not through a link, not from a device, not more than a limit.

use std::fs::{self, FileType};
use std::io::{self, Read as _};
use std::path::Path;

use cap_fs_ext::{FollowSymlinks, OpenOptionsFollowExt as _, OpenOptionsSyncExt as _};
use cap_std::ambient_authority;
use cap_std::fs::{File, OpenOptions};

/// The content at a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A file and its bytes.
    Bytes(Vec<u8>),
    /// A file larger than the limit, with its size in bytes.
    TooLarge(u64),
    /// A folder.
    Folder,
    /// A link, which is not followed.
    Link,
    /// A git submodule, whose files are not in the tree.
    Submodule,
    /// A pipe, a socket or a device, which is not opened.
    Special,
}

impl Content {
    /// Reads what is at a path on disk. Only regular files within the limit are read.
    ///
    /// # Errors
    /// When the path does not exist, or the file cannot be read.
    pub(crate) fn at(path: &Path, limit: u64) -> io::Result<Self> {
        let found = fs::symlink_metadata(path)?;
        if let Some(other) = Self::other_than_file(found.file_type()) {
            return Ok(other);
        }
        if found.len() > limit {
            return Ok(Self::TooLarge(found.len()));
        }
        // The file may have been replaced meanwhile: links are not followed, and a pipe does not block.
        let mut options = OpenOptions::new();
        options.read(true).follow(FollowSymlinks::No).nonblock(true);
        let file = File::open_ambient_with(path, &options, ambient_authority())?;
        if !file.metadata()?.is_file() {
            return Ok(Self::Special);
        }
        Self::of(file, limit)
    }

    /// All bytes of a stream, or the number read if it exceeds the limit.
    fn of(stream: impl io::Read, limit: u64) -> io::Result<Self> {
        let mut bytes = Vec::new();
        stream.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        let size = bytes.len() as u64;
        Ok(if size > limit { Self::TooLarge(size) } else { Self::Bytes(bytes) })
    }

    /// The content of a path whose type is not a file.
    pub(super) fn other_than_file(kind: FileType) -> Option<Self> {
        match kind {
            kind if kind.is_symlink() => Some(Self::Link),
            kind if kind.is_dir() => Some(Self::Folder),
            kind if kind.is_file() => None,
            _ => Some(Self::Special),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::Content;

    #[test]
    fn a_stream_without_an_end_is_read_up_to_the_limit() {
        assert_eq!(Content::of(io::repeat(b'x'), 10).unwrap(), Content::TooLarge(11));
        assert_eq!(Content::of(&b"0123456789"[..], 10).unwrap(), Content::Bytes(b"0123456789".to_vec()));
    }
}
