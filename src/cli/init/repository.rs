//! The git repository around a workspace.

use std::path::{Path, PathBuf};

use crate::Error;
use crate::source::git;

use crate::cli::out;

/// The repository that a workspace is in, or will be.
pub(in crate::cli) struct Repository {
    /// Its root, where forges look for pipelines; none if there is no repository.
    root: Option<PathBuf>,
    /// The path of the workspace below the root, with `/` as separator; empty if they are the same.
    prefix: String,
}

impl Repository {
    /// Looks for the repository around a folder, which need not exist.
    ///
    /// # Errors
    /// When the path of the folder cannot be read.
    pub(in crate::cli) fn of(folder: &Path) -> Result<Self, Error> {
        let whole = out::resolved(folder)?;
        let standing = whole.ancestors().find(|above| above.is_dir()).unwrap_or(&whole);
        let Ok(opened) = git::Repository::open(standing) else {
            return Ok(Self { root: None, prefix: String::new() });
        };
        let depth = opened.prefix().split('/').filter(|part| !part.is_empty()).count();
        let root = standing.ancestors().nth(depth).unwrap_or(standing).to_owned();
        let below = whole.strip_prefix(&root).unwrap_or(Path::new(""));
        let prefix = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        Ok(Self { root: Some(root), prefix })
    }

    /// Whether there is none, or no `git` program.
    pub(in crate::cli) fn is_absent(&self) -> bool {
        self.root.is_none()
    }

    /// The root, if the workspace is a folder below it.
    pub(super) fn root_above(&self) -> Option<&Path> {
        self.root.as_deref().filter(|_| !self.prefix.is_empty())
    }

    /// The path of the workspace below the root; empty if they are the same.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }
}
