//! The program and the law data that compiled a published folder.

use std::fmt;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use crate::law;

/// The bytes of a register that are read: its head has the versions.
const HEAD: u64 = 4096;

/// A version of the program and of the law data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Compiler {
    /// The program: `ropa 0.1.0`.
    pub(super) generator: String,
    /// The version of the law data.
    pub(super) law: String,
}

impl Compiler {
    /// This program.
    pub(super) fn own() -> Self {
        let generator = concat!("ropa ", env!("CARGO_PKG_VERSION")).to_owned();
        Self { generator, law: law::version::version().version.to_string() }
    }

    /// What compiled a municipality, as its `register.json` says.
    fn of(file: &Path) -> Option<Self> {
        file.symlink_metadata().ok().filter(|known| known.is_file())?;
        let lines: Vec<String> =
            BufReader::new(File::open(file).ok()?.take(HEAD)).lines().map_while(Result::ok).collect();
        let value = |key: &str| {
            let begin = format!("\"{key}\": \"");
            lines.iter().find_map(|line| Some(line.trim_end().strip_prefix(&begin)?.strip_suffix("\",")?.to_owned()))
        };
        Some(Self { generator: value("generator")?, law: value("law-data")? })
    }
}

impl fmt::Display for Compiler {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} ({})", self.generator, self.law)
    }
}

/// The municipalities in the folders of sides, with what compiled each.
pub(super) fn all<'p>(sides: impl IntoIterator<Item = &'p Path>) -> Vec<(String, Compiler)> {
    let mut all: Vec<(String, Compiler)> = Vec::new();
    for side in sides {
        let inside = side.read_dir().into_iter().flatten().filter_map(Result::ok);
        for folder in inside {
            let name = folder.file_name().to_string_lossy().into_owned();
            all.extend(Compiler::of(&folder.path().join("register.json")).map(|compiler| (name, compiler)));
        }
    }
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all.dedup();
    all
}
