//! What every topic needs: a workspace in a temporary folder, the program run in it, and its output as a tree.

pub(crate) mod fuzz;
pub(crate) mod html;
pub(crate) mod library;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

/// The day as of which every test checks: no test asks the clock.
pub(crate) const DAY: &str = "2026-11-21";

/// Files by path, with `/` between the parts.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder below `tests/`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    root().join("tests").join(path)
}

/// The names in a folder that are folders themselves, in order.
pub(crate) fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).unwrap().map(Result::unwrap);
    let mut names: Vec<String> = entries
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}

/// Every file below a folder. A folder that does not exist holds none.
pub(crate) fn tree(folder: &Path) -> Tree {
    if !folder.exists() {
        return Tree::new();
    }
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| !entry.file_type().is_dir());
    entries
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).unwrap();
            let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            (parts.join("/"), fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The trees are the same: the set of files both ways, and every byte.
#[track_caller]
pub(crate) fn assert_same(one: &Tree, other: &Tree) {
    let paths = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(one), paths(other), "the sets of files differ");
    for (path, bytes) in one {
        assert_same_text(path, bytes, &other[path]);
    }
}

/// Two texts are the same; the first line in which they differ is shown.
#[track_caller]
pub(crate) fn assert_same_text(path: &str, one: &[u8], other: &[u8]) {
    let (one, other) = (String::from_utf8_lossy(one), String::from_utf8_lossy(other));
    let lines = one.lines().zip(other.lines()).enumerate();
    let differing = lines.into_iter().find(|(_, (one, other))| one != other);
    if let Some((number, (one, other))) = differing {
        panic!("{path}:{} differs:\n-{one}\n+{other}", number + 1);
    }
    assert!(one == other, "{path} is longer in one of the two, or its line ends differ");
}

/// A file of the repository is what the program prints; with `ROPA_BLESS` it becomes that.
#[track_caller]
pub(crate) fn assert_kept(path: &str, printed: &str) {
    let path_on_disk = root().join(path);
    if is_blessed() {
        fs::write(&path_on_disk, printed).unwrap();
    }
    assert_same_text(path, &fs::read(path_on_disk).unwrap(), printed.as_bytes());
}

/// Whether what is kept in the repository is to be written anew: `ROPA_BLESS=1 cargo test`.
pub(crate) fn is_blessed() -> bool {
    std::env::var_os("ROPA_BLESS").is_some_and(|value| !value.is_empty())
}

/// A workspace in a folder that goes away with it.
pub(crate) struct Workspace(TempDir);

impl Workspace {
    /// An empty one.
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A copy of a folder.
    pub(crate) fn copy_of(folder: &Path) -> Self {
        let workspace = Self::empty();
        workspace.lay("", folder);
        workspace
    }

    /// A copy of the complete register that breaks no rule: `tests/laws/complete/`.
    pub(crate) fn complete() -> Self {
        Self::copy_of(&fixture("laws/complete"))
    }

    /// The path of something inside.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    /// Copies the files of a folder over what stands inside.
    pub(crate) fn lay(&self, inside: &str, folder: &Path) {
        for (path, bytes) in tree(folder) {
            self.write(&Path::new(inside).join(path).to_string_lossy(), bytes);
        }
    }

    /// Writes a file and the folders above it.
    pub(crate) fn write(&self, inside: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(inside);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The text of a file.
    pub(crate) fn read(&self, inside: &str) -> String {
        fs::read_to_string(self.path(inside)).unwrap_or_else(|fault| panic!("{inside}: {fault}"))
    }

    /// Replaces a piece of a file that stands there exactly once.
    pub(crate) fn edit(&self, inside: &str, from: &str, to: &str) {
        let text = self.read(inside);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {inside}");
        self.write(inside, text.replacen(from, to, 1));
    }

    /// Rewrites every register file.
    pub(crate) fn rewrite(&self, change: impl Fn(&str) -> Vec<u8>) {
        for (path, bytes) in self.tree("registers") {
            self.write(&format!("registers/{path}"), change(&String::from_utf8(bytes).unwrap()));
        }
    }

    /// Every file below a folder of the workspace.
    pub(crate) fn tree(&self, inside: &str) -> Tree {
        tree(&self.path(inside))
    }

    /// Runs the program here.
    pub(crate) fn ropa<A: AsRef<OsStr>>(&self, args: &[A]) -> Run {
        run(self.0.path(), args, &[])
    }

    /// Runs the program here with one more variable in the environment.
    pub(crate) fn ropa_with(&self, args: &[&str], variable: (&str, &str)) -> Run {
        run(self.0.path(), args, &[variable])
    }

    /// Runs `ropa check --all` as of [`DAY`] with one more variable in the environment.
    pub(crate) fn check_with(&self, variable: (&str, &str)) -> Run {
        self.ropa_with(&["check", "--all", "--date", DAY], variable)
    }

    /// Runs `ropa check --all` as of [`DAY`].
    pub(crate) fn check(&self) -> Run {
        self.ropa(&["check", "--all", "--date", DAY])
    }

    /// Runs `ropa build` as of [`DAY`].
    pub(crate) fn build(&self, more: &[&str]) -> Run {
        self.ropa(&[&["build", "--date", DAY], more].concat())
    }

    /// Builds without a fault and gives what was written, without the list of our files and the lock.
    #[track_caller]
    pub(crate) fn built(&self) -> Tree {
        self.build(&[]).is(0);
        self.pages()
    }

    /// What stands in the output folder, without the list of our files and the lock.
    pub(crate) fn pages(&self) -> Tree {
        let mut tree = self.tree("build");
        tree.retain(|path, _| !path.ends_with(".ropa-files") && path != ".ropa-lock");
        tree
    }
}

/// Runs the program in a folder. Its environment holds where temporary files go, no language of any country, and the
/// given variables.
fn run<A: AsRef<OsStr>>(folder: &Path, args: &[A], variables: &[(&str, &str)]) -> Run {
    let kept = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
    let kept = std::env::vars_os().filter(|(name, _)| kept.iter().any(|known| name == known));
    let mut program = Command::new(env!("CARGO_BIN_EXE_ropa"));
    program.current_dir(folder).env_clear().envs(kept).env("LC_ALL", "C").envs(variables.iter().copied()).args(args);
    let output = program.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// What a run of the program left.
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: Option<i32>,
    /// What stands on standard output.
    pub(crate) out: String,
    /// What stands on standard error.
    pub(crate) err: String,
}

impl Run {
    /// The run ended with that exit code.
    #[track_caller]
    pub(crate) fn is(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }
}
