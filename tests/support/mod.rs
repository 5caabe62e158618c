//! Shared by all tests: a workspace in a temporary folder, runs of the program, and its output as a tree.

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

/// The date of the checks in every test; none uses the current date.
pub(crate) const DAY: &str = "2026-11-21";

/// Files by path, with `/` as separator.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder below `tests/`.
pub(crate) fn fixture(path: &str) -> PathBuf {
    root().join("tests").join(path)
}

/// The names of the subfolders of a folder, in order.
pub(crate) fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path).unwrap().map(Result::unwrap);
    let mut names: Vec<String> = entries
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort_unstable();
    names
}

/// Every file below a folder. Empty if the folder does not exist.
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

/// A tree in which what a workbook says stands in its place, as a text with the ending `.xlsx.txt`.
pub(crate) fn readable(mut tree: Tree) -> Tree {
    let books: Vec<String> = tree.keys().filter(|path| path.ends_with(".xlsx")).cloned().collect();
    for path in books {
        let told = tree.remove(&path).map(|bytes| fuzz::workbook::told(&path, &bytes));
        tree.insert(format!("{path}.txt"), told.unwrap_or_default().into_bytes());
    }
    tree
}

/// Asserts that two trees have the same files with the same bytes.
#[track_caller]
pub(crate) fn assert_same(one: &Tree, other: &Tree) {
    let paths = |tree: &Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(one), paths(other), "the sets of files differ");
    for (path, bytes) in one {
        assert_same_text(path, bytes, &other[path]);
    }
}

/// Asserts that two texts are equal; shows the first line that differs.
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

/// Asserts that a file of the repository equals the output; with `ROPA_BLESS` the file is updated.
#[track_caller]
pub(crate) fn assert_kept(path: &str, printed: &str) {
    let path_on_disk = root().join(path);
    if is_blessed() {
        fs::write(&path_on_disk, printed).unwrap();
    }
    assert_same_text(path, &fs::read(path_on_disk).unwrap(), printed.as_bytes());
}

/// Whether stored files are to be updated: `ROPA_BLESS=1 cargo test`.
pub(crate) fn is_blessed() -> bool {
    std::env::var_os("ROPA_BLESS").is_some_and(|value| !value.is_empty())
}

/// A workspace in a temporary folder, removed on drop.
pub(crate) struct Workspace(TempDir);

impl Workspace {
    /// An empty workspace, in memory where the system has a folder for it.
    pub(crate) fn empty() -> Self {
        let in_memory = tempfile::tempdir_in("/dev/shm");
        Self(in_memory.or_else(|_| tempfile::tempdir()).unwrap())
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

    /// The path of a file or folder inside.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    /// Copies the files of a folder over those inside.
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

    /// Replaces a text that occurs exactly once in a file.
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

    /// Runs the program here with one more environment variable.
    pub(crate) fn ropa_with(&self, args: &[&str], variable: (&str, &str)) -> Run {
        run(self.0.path(), args, &[variable])
    }

    /// Runs `ropa check --all` as of [`DAY`] with one more environment variable.
    pub(crate) fn check_with(&self, variable: (&str, &str)) -> Run {
        self.ropa_with(&["check", "--all", "--date", DAY], variable)
    }

    /// Runs `ropa check --all` as of [`DAY`].
    pub(crate) fn check(&self) -> Run {
        self.ropa(&["check", "--all", "--date", DAY])
    }

    /// What is found in every municipality, hints included, as the program prints it. Unlike [`Workspace::check`] it
    /// starts no program.
    pub(crate) fn found(&self) -> String {
        let all = folders(&self.path("registers")).into_iter().map(|name| library::check(&self.path(""), &name));
        all.map(|found| found.printed()).collect()
    }

    /// Runs `ropa build` as of [`DAY`].
    pub(crate) fn build(&self, more: &[&str]) -> Run {
        self.ropa(&[&["build", "--date", DAY], more].concat())
    }

    /// Builds successfully and returns the output, without the list of files and the lock.
    #[track_caller]
    pub(crate) fn built(&self) -> Tree {
        self.build(&[]).is(0);
        self.pages()
    }

    /// The content of the output folder, without the list of files and the lock; workbooks as [`readable`] texts.
    pub(crate) fn pages(&self) -> Tree {
        let mut tree = self.tree("build");
        tree.retain(|path, _| !path.ends_with(".ropa-files") && path != ".ropa-lock");
        readable(tree)
    }
}

/// Runs the program in a folder. Its environment has `PATH`, the temporary folder, the locale `C` and the given
/// variables.
fn run<A: AsRef<OsStr>>(folder: &Path, args: &[A], variables: &[(&str, &str)]) -> Run {
    let kept = ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot"];
    let kept = std::env::vars_os().filter(|(name, _)| kept.iter().any(|known| name == known));
    let mut program = Command::new(env!("CARGO_BIN_EXE_ropa"));
    program.current_dir(folder).env_clear().envs(kept).env("LC_ALL", "C").envs(variables.iter().copied()).args(args);
    let output = program.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// The result of a run of the program.
pub(crate) struct Run {
    /// The exit code.
    pub(crate) code: Option<i32>,
    /// Standard output.
    pub(crate) out: String,
    /// Standard error.
    pub(crate) err: String,
}

impl Run {
    /// Asserts the exit code of the run.
    #[track_caller]
    pub(crate) fn is(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }
}
