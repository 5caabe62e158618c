//! The commits that touched a folder, and what each of them touched.

use crate::source::git::{Error, Repository, git, said};

/// Between the fields of a commit, and between commits: no name or subject holds them.
const FIELD: char = '\u{1F}';
const RECORD: char = '\u{1E}';

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its full name.
    pub id: String,
    /// Its first parent; none where it is the first commit, or the last one of a shallow clone.
    pub parent: Option<String>,
    /// The day on which it was made (ISO 8601).
    pub day: String,
    /// Who made it.
    pub author: String,
    /// Its first line.
    pub subject: String,
}

impl Repository {
    /// Whether the clone has a part of the history only.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        self.is_shallow
    }

    /// The commits up to `tip` that touched a folder below the root, the latest first. A merge is told by what it
    /// merged.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn log(&self, tip: &str, folder: &str) -> Result<Vec<Commit>, Error> {
        let format = format!("--format=%H{FIELD}%P{FIELD}%cs{FIELD}%an{FIELD}%s{RECORD}");
        let output = git(&self.folder, ["log", "--no-merges", "--no-color", &format, tip, "--", &within(folder)])?;
        if !output.status.success() {
            return Err(Error::Failed(said(&output)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).split(RECORD).filter_map(commit).collect())
    }

    /// The paths below a folder that a commit touched.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn touched(&self, commit: &Commit, folder: &str) -> Result<Vec<String>, Error> {
        let args =
            ["diff-tree", "--root", "--no-commit-id", "--name-only", "-r", "-z", &commit.id, "--", &within(folder)];
        let output = git(&self.folder, args)?;
        if !output.status.success() {
            return Err(Error::Failed(said(&output)));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let below = |path: &str| path.strip_prefix(folder).map(|path| path.trim_start_matches('/').to_owned());
        Ok(text.split('\0').filter_map(below).filter(|path| !path.is_empty()).collect())
    }
}

/// A folder below the root, wherever the repository is seen from.
fn within(folder: &str) -> String {
    if folder.is_empty() { ":(top)".to_owned() } else { format!(":(top,literal){folder}") }
}

fn commit(record: &str) -> Option<Commit> {
    let mut fields = record.trim_start_matches('\n').split(FIELD).map(str::to_owned);
    let id = fields.next().filter(|id| !id.is_empty())?;
    let parent = fields.next()?.split_whitespace().next().map(str::to_owned);
    Some(Commit { id, parent, day: fields.next()?, author: fields.next()?, subject: fields.next()? })
}
