//! Reads a workspace at a revision through the `git` program. The only module that runs it.
//!
//! The program is available wherever there is a clone, and supports worktrees, shallow and partial clones. Nothing is
//! written: working tree and index are not touched.

pub(crate) mod fault;
pub(crate) mod history;
mod objects;
mod worktree;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::error::Error;
use crate::source::tree::Tree;
use crate::windows;
use objects::Entry;

/// A repository, opened from a folder in it.
#[derive(Debug)]
pub(crate) struct Repository {
    folder: PathBuf,
    prefix: String,
    is_shallow: bool,
}

impl Repository {
    /// Opens the repository that contains a folder.
    ///
    /// # Errors
    /// When there is no repository, or no `git` program.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        let asked = ["rev-parse", "--show-prefix", "--is-shallow-repository", "--absolute-git-dir"];
        let output = git(folder, asked)?;
        if !output.status.success() {
            return Err(match fault::said(&output) {
                said if said.contains("not a git repository") => fault::no_repository(folder),
                said if said.contains("safe.bareRepository") => fault::bare(folder),
                _ => fault::failed(&output),
            });
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut lines = text.lines();
        let prefix = lines.next().unwrap_or_default().trim_end_matches('/').to_owned();
        let is_shallow = lines.next() == Some("true");
        let git_dir = lines.next().unwrap_or_default();
        if is_among_files(Path::new(git_dir), folder) {
            return Err(fault::bare(folder));
        }
        let named = arguments(folder, ["rev-parse", "--absolute-git-dir"]).output().map_err(fault::no_program)?;
        let named_dir = String::from_utf8_lossy(&named.stdout);
        if named.status.success() && named_dir.trim() != git_dir {
            return Err(fault::other_repository(folder, named_dir.trim()));
        }
        Ok(Self { folder: folder.to_owned(), prefix, is_shallow })
    }

    /// The folder from which the repository was opened, below its root, with `/` as separator.
    #[must_use]
    pub(crate) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The full commit id of a revision.
    ///
    /// # Errors
    /// When the repository does not have it.
    pub(crate) fn commit(&self, revision: &str) -> Result<String, Error> {
        let unknown = || match self.is_shallow {
            true => fault::shallow(revision),
            false => fault::no_revision(revision),
        };
        if revision.is_empty() || revision.starts_with('-') {
            return Err(unknown());
        }
        let output = git(&self.folder, ["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")])?;
        if !output.status.success() {
            return Err(unknown());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The entries below a folder of a commit whose path below that folder is `wanted`: files with their bytes,
    /// folders, links, submodules.
    ///
    /// # Errors
    /// When the commit has no such folder, or `git` fails.
    pub(crate) fn tree(&self, commit: &str, folder: &str, wanted: impl Fn(&str) -> bool) -> Result<Tree, Error> {
        let within = format!("{folder}/");
        let mut args = vec!["-r", "-t", commit];
        if !folder.is_empty() {
            args.extend(["--", within.as_str()]);
        }
        let entries = self.list(&args, folder)?;
        if entries.is_empty() && !folder.is_empty() {
            return Err(self.absent(commit, folder)?);
        }
        let entries = entries.into_iter().filter(|entry| wanted(&entry.path)).collect();
        Ok(Tree::of(self.leaves(entries)?))
    }

    /// The last commit that two revisions have in common: where the second left the first.
    ///
    /// # Errors
    /// When a revision does not exist, or they have no commit in common.
    pub(crate) fn merge_base(&self, one: &str, other: &str) -> Result<String, Error> {
        let output = git(&self.folder, ["merge-base", &self.commit(one)?, &self.commit(other)?])?;
        let base = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        match output.status.success() && !base.is_empty() {
            true => Ok(base),
            false if self.is_shallow => Err(fault::shallow(&format!("{one}...{other}"))),
            false => Err(fault::no_merge_base(one, other)),
        }
    }

    /// The entries below a folder of the index whose path below that folder is `wanted`: what the next commit will hold.
    ///
    /// # Errors
    /// When the index has no such folder or an unresolved conflict, or `git` fails.
    pub(crate) fn index(&self, folder: &str, wanted: impl Fn(&str) -> bool) -> Result<Tree, Error> {
        let output = git(&self.folder, ["ls-files", "--stage", "-z", "--full-name", "--", &history::within(folder)])?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        let lines = output.stdout.split(|byte| *byte == 0).filter(|line| !line.is_empty());
        let entries: Vec<Entry> =
            lines.filter_map(|line| Entry::staged(line, folder).transpose()).collect::<Result<_, Error>>()?;
        if entries.is_empty() && !folder.is_empty() {
            return Err(fault::nothing_staged(folder));
        }
        let entries = entries.into_iter().filter(|entry| wanted(&entry.path)).collect();
        Ok(Tree::of(self.leaves(entries)?))
    }

    fn list(&self, args: &[&str], folder: &str) -> Result<Vec<Entry>, Error> {
        let fixed = ["--literal-pathspecs", "ls-tree", "-z", "--full-tree"];
        let output = git(&self.folder, fixed.iter().chain(args))?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        Ok(output.stdout.split(|byte| *byte == 0).filter_map(|line| Entry::parse(line, folder)).collect())
    }

    /// The error for a missing folder: it or a parent may be a link or a submodule.
    fn absent(&self, commit: &str, folder: &str) -> Result<Error, Error> {
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        let way: Vec<&str> = [commit, "--"].into_iter().chain(ends.map(|end| &folder[..end])).collect();
        let refused = self.list(&way, "")?.iter().find_map(|entry| entry.refuse(commit));
        Ok(refused.unwrap_or_else(|| fault::no_folder(commit, folder)))
    }
}

/// Whether the repository data are ordinary files around the folder, not in a `.git`, which no clone has. They may
/// have been committed by somebody, with settings that start programs.
fn is_among_files(git_dir: &Path, folder: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (git_dir, folder) = (whole(git_dir), whole(folder));
    folder.starts_with(&git_dir) && !git_dir.components().any(|part| part.as_os_str() == ".git")
}

/// Settings of every call. Repositories among committed files are not used (git 2.38 and later; see
/// [`Repository::open`] for earlier ones), signatures are not checked by configured programs, and nothing is fetched.
const SETTINGS: [&str; 5] = [
    "core.quotePath=false",
    "safe.bareRepository=explicit",
    "log.showSignature=false",
    "core.fsmonitor=false",
    "protocol.allow=never",
];

/// Disables optional writes, fetching and prompts.
const ENVIRONMENT: [(&str, &str); 4] =
    [("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0")];

/// Whether there is a `git` program.
#[must_use]
pub(crate) fn is_installed() -> bool {
    git(Path::new("."), ["--version"]).is_ok_and(|output| output.status.success())
}

/// Variables that name another repository than the one around the folder. In a hook they name the same.
const ELSEWHERE: [&str; 4] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_NAMESPACE"];

/// A call of git on the repository around a folder, whatever the environment names.
fn command<A: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = A>) -> Command {
    let mut program = arguments(folder, args);
    ELSEWHERE.iter().for_each(|name| _ = program.env_remove(name));
    program
}

fn arguments<A: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = A>) -> Command {
    let mut program = Command::new("git");
    program.arg("-C").arg(windows::usual(folder).as_ref()).arg("--no-pager");
    program.args(SETTINGS.iter().flat_map(|setting| ["-c", setting])).args(args);
    program.envs(ENVIRONMENT).stdout(Stdio::piped()).stdin(Stdio::null());
    program
}

fn git<A: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = A>) -> Result<Output, Error> {
    command(folder, args).output().map_err(fault::no_program)
}
