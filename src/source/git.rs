//! A workspace as it was at a revision, through the `git` program; the only file that knows it.
//!
//! The program is there wherever somebody has a clone, and knows worktrees, shallow and partial clones. Nothing is
//! written: neither the working tree nor the index is touched.

pub mod history;
mod objects;

use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::say;
use crate::say::Message;
use crate::source::tree::Tree;
use objects::Entry;

/// The revision cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no `git` program.
    NoProgram(#[source] io::Error),
    /// The workspace is in no repository.
    NoRepository(PathBuf),
    /// The data of the repository lie among the files of the workspace, where somebody can have committed them.
    Bare(PathBuf),
    /// The repository does not know the revision.
    NoRevision(String),
    /// The clone is shallow and may lack the revision.
    Shallow(String),
    /// There is nothing at the path in that revision.
    NoFolder {
        /// The revision.
        revision: String,
        /// The folder.
        path: String,
    },
    /// The revision has a link in the place of a folder.
    Link {
        /// The revision.
        revision: String,
        /// The link.
        path: String,
    },
    /// The revision has a submodule in the place of a folder.
    Submodule {
        /// The revision.
        revision: String,
        /// The submodule.
        path: String,
    },
    /// A file of the revision is not there: a partial clone without its server.
    NoFile(String),
    /// The program failed.
    Failed(String),
    /// The program could not be read from.
    Pipe(#[from] io::Error),
}

impl Error {
    /// What is told to people.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoProgram(_) => say!(
                en: "the program `git` could not be started; install it, or compare two folders",
                sv: "programmet `git` kunde inte startas; installera det, eller jämför två mappar",
                da: "programmet `git` kunne ikke startes; installér det, eller sammenlign to mapper",
            ),
            Self::NoRepository(folder) => say!(
                en: "{folder} is not in a git repository",
                sv: "{folder} ligger inte i ett git-arkiv",
                da: "{folder} ligger ikke i et git-arkiv",
                folder = folder.display(),
            ),
            Self::Bare(folder) => say!(
                en: "{folder} holds a git repository among its ordinary files, and its settings could start programs: ropa does not read it. Work in a clone",
                sv: "{folder} har ett git-arkiv bland sina vanliga filer, och dess inställningar kan starta program: ropa läser det inte. Arbeta i en klon",
                da: "{folder} har et git-arkiv blandt sine almindelige filer, og dets indstillinger kan starte programmer: ropa læser det ikke. Arbejd i en klon",
                folder = folder.display(),
            ),
            Self::NoRevision(revision) => say!(
                en: "there is no revision `{revision}` in this repository, and no folder of that name",
                sv: "det finns ingen revision `{revision}` i det här git-arkivet, och ingen mapp med det namnet",
                da: "der er ingen revision `{revision}` i dette git-arkiv og ingen mappe med det navn",
            ),
            Self::Shallow(revision) => say!(
                en: "the revision `{revision}` is not in this clone, which is shallow: fetch the history first with `git fetch --unshallow` (in a pipeline: `fetch-depth: 0`)",
                sv: "revisionen `{revision}` finns inte i den här klonen, som är grund: hämta först historiken med `git fetch --unshallow` (i ett byggflöde: `fetch-depth: 0`)",
                da: "revisionen `{revision}` findes ikke i denne klon, som er overfladisk: Hent først historikken med `git fetch --unshallow` (i en pipeline: `fetch-depth: 0`)",
            ),
            Self::NoFolder { revision, path } => say!(
                en: "the revision `{revision}` has no folder `{path}`",
                sv: "revisionen `{revision}` har ingen mapp `{path}`",
                da: "revisionen `{revision}` har ingen mappe `{path}`",
            ),
            Self::Link { revision, path } => say!(
                en: "in the revision `{revision}`, `{path}` is a link, and links are not followed",
                sv: "i revisionen `{revision}` är `{path}` en länk, och länkar följs inte",
                da: "i revisionen `{revision}` er `{path}` et link, og links følges ikke",
            ),
            Self::Submodule { revision, path } => say!(
                en: "in the revision `{revision}`, `{path}` is a git submodule: its files are not in the revision",
                sv: "i revisionen `{revision}` är `{path}` en git-undermodul: dess filer ingår inte i revisionen",
                da: "i revisionen `{revision}` er `{path}` et git-undermodul: Dets filer er ikke med i revisionen",
            ),
            Self::NoFile(path) => say!(
                en: "the file {path} of the revision is not in this clone; fetch it first",
                sv: "revisionens fil {path} finns inte i den här klonen; hämta den först",
                da: "revisionens fil {path} findes ikke i denne klon; hent den først",
            ),
            Self::Failed(said) => say!(en: "git says: {said}", sv: "git svarar: {said}", da: "git svarer: {said}"),
            Self::Pipe(_) => say!(
                en: "git could not be read from",
                sv: "det gick inte att läsa från git",
                da: "det var ikke muligt at læse fra git",
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.message().en)
    }
}

/// A repository, seen from a folder in it.
#[derive(Debug)]
pub struct Repository {
    folder: PathBuf,
    prefix: String,
    is_shallow: bool,
}

impl Repository {
    /// The repository around a folder.
    ///
    /// # Errors
    /// When there is none, or no `git` program.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let output = git(folder, ["rev-parse", "--show-prefix", "--is-shallow-repository", "--absolute-git-dir"])?;
        if !output.status.success() {
            let said = said(&output);
            return Err(match said {
                said if said.contains("not a git repository") => Error::NoRepository(folder.to_owned()),
                said if said.contains("safe.bareRepository") => Error::Bare(folder.to_owned()),
                said => Error::Failed(said),
            });
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut lines = text.lines();
        let prefix = lines.next().unwrap_or_default().trim_end_matches('/').to_owned();
        let is_shallow = lines.next() == Some("true");
        if lines.next().is_some_and(|git_dir| is_among_files(Path::new(git_dir), folder)) {
            return Err(Error::Bare(folder.to_owned()));
        }
        Ok(Self { folder: folder.to_owned(), prefix, is_shallow })
    }

    /// The folder from which the repository is seen, below its root, with `/` between the parts.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The full name of the commit that a revision means.
    ///
    /// # Errors
    /// When the repository does not know it.
    pub fn commit(&self, revision: &str) -> Result<String, Error> {
        let unknown = || match self.is_shallow {
            true => Error::Shallow(revision.to_owned()),
            false => Error::NoRevision(revision.to_owned()),
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

    /// What stands below a folder of a commit and is asked for by its path below that folder: files with their bytes,
    /// folders, links, submodules.
    ///
    /// # Errors
    /// When the commit has no such folder, or `git` fails.
    pub fn tree(&self, commit: &str, folder: &str, wanted: impl Fn(&str) -> bool) -> Result<Tree, Error> {
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

    fn list(&self, args: &[&str], folder: &str) -> Result<Vec<Entry>, Error> {
        let fixed = ["--literal-pathspecs", "ls-tree", "-z", "--full-tree"];
        let output = git(&self.folder, fixed.iter().chain(args))?;
        if !output.status.success() {
            return Err(Error::Failed(said(&output)));
        }
        Ok(output.stdout.split(|byte| *byte == 0).filter_map(|line| Entry::parse(line, folder)).collect())
    }

    /// Why a commit has no such folder: a link or a submodule may stand in its place or above it.
    fn absent(&self, commit: &str, folder: &str) -> Result<Error, Error> {
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        let way: Vec<&str> = [commit, "--"].into_iter().chain(ends.map(|end| &folder[..end])).collect();
        let refused = self.list(&way, "")?.iter().find_map(|entry| entry.refuse(commit));
        Ok(refused.unwrap_or_else(|| Error::NoFolder { revision: commit.to_owned(), path: folder.to_owned() }))
    }
}

/// Whether the data of a repository lie around the folder as ordinary files, as no clone has them: in no `.git`. Somebody can
/// have committed them, with settings that start programs.
fn is_among_files(git_dir: &Path, folder: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (git_dir, folder) = (whole(git_dir), whole(folder));
    folder.starts_with(&git_dir) && !git_dir.components().any(|part| part.as_os_str() == ".git")
}

/// Settings that hold for every call. No repository that lies among committed files is used (git 2.38 and later; see
/// [`Repository::open`] for earlier ones), no signature is checked by a program that settings name, and nothing is fetched.
const SETTINGS: [&str; 5] = [
    "core.quotePath=false",
    "safe.bareRepository=explicit",
    "log.showSignature=false",
    "core.fsmonitor=false",
    "protocol.allow=never",
];

/// Nothing is written, nothing is fetched, nobody is asked.
const ENVIRONMENT: [(&str, &str); 4] =
    [("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0")];

fn command<A: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = A>) -> Command {
    let mut program = Command::new("git");
    program.arg("-C").arg(folder).arg("--no-pager");
    program.args(SETTINGS.iter().flat_map(|setting| ["-c", setting])).args(args);
    program.envs(ENVIRONMENT).stdout(Stdio::piped()).stdin(Stdio::null());
    program
}

fn git<A: AsRef<OsStr>>(folder: &Path, args: impl IntoIterator<Item = A>) -> Result<Output, Error> {
    command(folder, args).output().map_err(Error::NoProgram)
}

fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    said.trim().trim_start_matches("fatal: ").to_owned()
}
