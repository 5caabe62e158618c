//! The commits that touched a folder, and what each of them touched.

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

    /// The commits up to `tip` that touched one of these paths below the root, the latest first. Merges are among them
    /// if what they hold is in none of the merged commits.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn log(&self, tip: &str, paths: &[&str]) -> Result<Vec<Commit>, Error> {
        // No field of a commit holds a NUL, and `-z` writes one after each commit.
        let format = "--format=tformat:%H%x00%P%x00%cs%x00%an%x00%s";
        let mut args = vec!["log", "-z", "--no-color", format, tip, "--"];
        let paths: Vec<String> = paths.iter().map(|path| within(path)).collect();
        args.extend(paths.iter().map(String::as_str));
        let output = git(&self.folder, args)?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let fields: Vec<&str> = text.split('\0').collect();
        Ok(fields.as_chunks().0.iter().filter_map(commit).collect())
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
