//! The commits that touched a folder, and what each of them touched.

use std::collections::{BTreeSet, HashSet};

use crate::error::Error;
use crate::source::git::{Repository, fault, git};

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commit {
    /// The full commit id.
    pub id: String,
    /// The parents: several for a merge, none for the root commit or the oldest commit of a shallow clone.
    pub parents: Vec<String>,
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

    /// The commits up to `tip` that touched one of these paths below the root, the latest first, on every line of
    /// development: also on one that a merge threw away. All merges are among them.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn log(&self, tip: &str, paths: &[&str]) -> Result<Vec<Commit>, Error> {
        // No field of a commit holds a NUL, and `-z` writes one after each commit.
        let format = "--format=tformat:%H%x00%P%x00%cs%x00%an%x00%s";
        let paths: Vec<String> = paths.iter().map(|path| within(path)).collect();
        let list = |more: &[&str]| -> Result<Vec<Commit>, Error> {
            let fixed = ["log", "-z", "--no-color", "--full-history", format];
            let output = git(&self.folder, fixed.iter().copied().chain(more.iter().copied()))?;
            if !output.status.success() {
                return Err(fault::failed(&output));
            }
            let text = String::from_utf8_lossy(&output.stdout);
            let fields: Vec<&str> = text.split('\0').collect();
            Ok(fields.as_chunks().0.iter().filter_map(commit).collect())
        };
        let touching: Vec<&str> = [tip, "--"].into_iter().chain(paths.iter().map(String::as_str)).collect();
        let touching: HashSet<String> = list(&touching)?.into_iter().map(|commit| commit.id).collect();
        // A merge that takes one side whole touches nothing in the eyes of git.
        let is_wanted = |commit: &Commit| commit.parents.len() > 1 || touching.contains(&commit.id);
        Ok(list(&[tip, "--"])?.into_iter().filter(is_wanted).collect())
    }

    /// The paths below a folder that are not the same in two commits.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn differing(&self, one: &str, other: &str, folder: &str) -> Result<BTreeSet<String>, Error> {
        let within = within(folder);
        let output = git(&self.folder, ["diff-tree", "--name-only", "-r", "-z", one, other, "--", &within])?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let below = |path: &str| path.strip_prefix(folder).map(|path| path.trim_start_matches('/').to_owned());
        Ok(text.split('\0').filter_map(below).filter(|path| !path.is_empty()).collect())
    }

    /// The first parent of a commit; `None` for the root commit or the oldest commit of a shallow clone.
    ///
    /// # Errors
    /// When there is no `git` program.
    pub(crate) fn parent(&self, commit: &str) -> Result<Option<String>, Error> {
        let output = git(&self.folder, ["rev-parse", "--verify", "--quiet", &format!("{commit}^1")])?;
        let parent = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok(Some(parent).filter(|parent| output.status.success() && is_name(parent)))
    }

    /// The paths below a folder that a commit touched; of a merge, those that differ from every parent.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn touched(&self, commit: &Commit, folder: &str) -> Result<Vec<String>, Error> {
        let fixed = ["diff-tree", "--root", "-c", "--no-commit-id", "--name-only", "-r", "-z"];
        let within = within(folder);
        let args: Vec<&str> = fixed.into_iter().chain([commit.id.as_str(), "--", &within]).collect();
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
pub(super) fn within(folder: &str) -> String {
    if folder.is_empty() { ":(top)".to_owned() } else { format!(":(top,literal){folder}") }
}

/// Whether a text is the full id of a commit.
fn is_name(name: &str) -> bool {
    matches!(name.len(), 40 | 64) && name.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Parses a commit from its five fields. The id must be hexadecimal, because it becomes an argument of `git`.
fn commit([id, parents, day, author, subject]: &[&str; 5]) -> Option<Commit> {
    let parents = parents.split_whitespace().filter(|parent| is_name(parent)).map(str::to_owned).collect();
    let [id, day, author, subject] = [id, day, author, subject].map(|field| (*field).to_owned());
    is_name(&id).then_some(Commit { id, parents, day, author, subject })
}
