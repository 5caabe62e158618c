//! The commits that touched a folder, and what each of them touched.

use crate::error::Error;
use crate::source::git::{Repository, fault, git};

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commit {
    /// The full commit id.
    pub id: String,
    /// The first parent, or `None` for the root commit or the oldest commit of a shallow clone.
    pub parent: Option<String>,
    /// The commit date (ISO 8601).
    pub day: String,
    /// The author.
    pub author: String,
    /// The first line of the message.
    pub subject: String,
}

impl Repository {
    /// Whether the clone has only part of the history.
    #[must_use]
    pub(crate) fn is_shallow(&self) -> bool {
        self.is_shallow
    }

    /// The commits up to `tip` that touched a folder below the root, the latest first. Merges are left out; the
    /// merged commits are included.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn log(&self, tip: &str, folder: &str) -> Result<Vec<Commit>, Error> {
        // No field of a commit holds a NUL, and `-z` writes one after each commit.
        let format = "--format=tformat:%H%x00%P%x00%cs%x00%an%x00%s";
        let output = git(&self.folder, ["log", "-z", "--no-merges", "--no-color", format, tip, "--", &within(folder)])?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let fields: Vec<&str> = text.split('\0').collect();
        Ok(fields.as_chunks().0.iter().filter_map(commit).collect())
    }

    /// The paths below a folder that a commit touched.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn touched(&self, commit: &Commit, folder: &str) -> Result<Vec<String>, Error> {
        let args =
            ["diff-tree", "--root", "--no-commit-id", "--name-only", "-r", "-z", &commit.id, "--", &within(folder)];
        let output = git(&self.folder, args)?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let below = |path: &str| path.strip_prefix(folder).map(|path| path.trim_start_matches('/').to_owned());
        Ok(text.split('\0').filter_map(below).filter(|path| !path.is_empty()).collect())
    }
}

/// The pathspec of a folder below the root, independent of the current folder.
fn within(folder: &str) -> String {
    if folder.is_empty() { ":(top)".to_owned() } else { format!(":(top,literal){folder}") }
}

/// Parses a commit from its five fields. The id must be hexadecimal, because it becomes an argument of `git`.
fn commit([id, parents, day, author, subject]: &[&str; 5]) -> Option<Commit> {
    let is_name = |name: &str| matches!(name.len(), 40 | 64) && name.bytes().all(|digit| digit.is_ascii_hexdigit());
    let parent = parents.split_whitespace().next().filter(|parent| is_name(parent)).map(str::to_owned);
    let [id, day, author, subject] = [id, day, author, subject].map(|field| (*field).to_owned());
    is_name(&id).then_some(Commit { id, parent, day, author, subject })
}
