//! The location of registers: on disk, or in a tree in memory.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::error::Error;
use crate::finding::{Finding, Level};
use crate::source::content::Content;
use crate::source::disk::{self, fault};
use crate::source::entry::{Entry, Verdict};
use crate::source::ignore::Ignore;
use crate::source::tree::Tree;
use crate::source::{Read, entry};

/// A folder of municipalities.
#[derive(Debug, Clone)]
pub(crate) struct Registers {
    held: Held,
    ignore: Ignore,
    /// The cached listing. Stray files are reported with the first municipality.
    listing: Arc<OnceLock<Listing>>,
}

#[derive(Debug, Clone)]
enum Held {
    Disk(PathBuf),
    Tree { tree: Arc<Tree>, folder: String },
}

/// The listing of the folder of registers.
#[derive(Debug, Default, Clone)]
pub(super) struct Listing {
    /// The municipalities, and entries that may be meant as one.
    pub(super) names: Vec<String>,
    /// Files next to them that are not read, each with its warning.
    strays: Vec<(String, Finding)>,
}

impl Listing {
    /// Adds an entry of the folder.
    pub(super) fn add(&mut self, name: &str, other: Option<Content>, is_text: bool, ignore: &Ignore) {
        let entry = Entry { path: String::new(), inside: name, other, is_text };
        match entry.verdict(ignore) {
            Verdict::PassOver => {}
            Verdict::Report(finding) if finding.level < Level::Error => self.strays.push((name.to_owned(), *finding)),
            Verdict::Enter | Verdict::Read | Verdict::Report(_) => self.names.push(name.to_owned()),
        }
    }

    pub(super) fn sort(&mut self) {
        self.names.sort_unstable();
        self.names.dedup();
        self.strays.sort_by(|(one, _), (other, _)| one.cmp(other));
    }
}

impl Registers {
    /// Registers in a folder on disk.
    #[must_use]
    pub(crate) fn on_disk(folder: PathBuf, ignore: Ignore) -> Self {
        Self { held: Held::Disk(folder), ignore, listing: Arc::default() }
    }

    /// Registers in a folder of a tree, with `/` as separator; empty for the root.
    #[must_use]
    pub(crate) fn in_tree(tree: Tree, folder: String, ignore: Ignore) -> Self {
        Self { held: Held::Tree { tree: Arc::new(tree), folder }, ignore, listing: Arc::default() }
    }

    /// Whether they are on the disk.
    #[must_use]
    pub(crate) fn is_on_disk(&self) -> bool {
        matches!(self.held, Held::Disk(_))
    }

    /// The names of the municipalities, in order: at least one.
    ///
    /// # Errors
    /// When the folder does not exist, is a link or a submodule, cannot be read, or contains no municipality.
    pub(crate) fn municipalities(&self) -> Result<Vec<String>, Error> {
        let listing = match &self.held {
            Held::Disk(folder) => disk::list(folder, &self.ignore)?,
            Held::Tree { tree, folder } => tree.list(folder, &self.ignore)?,
        };
        if listing.names.is_empty() {
            return Err(fault::no_municipality(match &self.held {
                Held::Disk(folder) => folder,
                Held::Tree { folder, .. } => Path::new(folder),
            }));
        }
        Ok(self.listing.get_or_init(|| listing).names.clone())
    }

    /// Reads every YAML file of one municipality, in order of path.
    ///
    /// # Errors
    /// When a folder or file cannot be read. A file that is not text is a finding.
    pub(crate) fn read(&self, municipality: &str) -> Result<Read, Error> {
        let mut read = match &self.held {
            Held::Disk(folder) => disk::read_but(folder, municipality, &self.ignore)?,
            Held::Tree { tree, folder } => tree.read_but(folder, municipality, &self.ignore),
        };
        let listed =
            self.listing.get().filter(|listing| listing.names.first().is_some_and(|name| name == municipality));
        for (name, finding) in listed.iter().flat_map(|listing| &listing.strays) {
            let inside = format!("../{name}");
            let entry = Entry { path: self.path(name), inside: &inside, other: None, is_text: true };
            entry.report(finding.clone(), &mut read);
        }
        Ok(read)
    }

    /// The path of an entry of the folder, below the workspace.
    fn path(&self, name: &str) -> String {
        match &self.held {
            Held::Disk(folder) => disk::below(folder.parent().unwrap_or(folder), &folder.join(name)),
            Held::Tree { folder, .. } => entry::joined(folder, name),
        }
    }
}
