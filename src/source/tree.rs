//! A workspace as a tree of files in memory, for example at a revision.

use std::path::Path;

use crate::error::Error;
use crate::source::content::Content;
use crate::source::disk::fault;
use crate::source::entry::{Entry, Verdict, joined, no_folder, refuse_empty};
use crate::source::ignore::Ignore;
use crate::source::{Listing, Read, refused};

/// An entry of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The path, with `/` as separator. A name that is not UTF-8 is given in its display form.
    pub path: String,
    /// The content.
    pub content: Content,
    /// Whether the name is UTF-8.
    pub is_text: bool,
}

/// A workspace in memory: the content at each path. Folders can be entries or follow from their files.
#[derive(Debug, Default)]
pub struct Tree {
    leaves: Vec<Leaf>,
}

impl Tree {
    /// Creates a tree of these files.
    #[must_use]
    pub fn new(files: Vec<(String, Content)>) -> Self {
        let leaf = |(path, content)| Leaf { path, content, is_text: true };
        Self::of(files.into_iter().map(leaf).collect())
    }

    /// Creates a tree of these entries, in the order of the disk.
    #[must_use]
    pub fn of(mut leaves: Vec<Leaf>) -> Self {
        leaves.sort_by(|one, other| one.path.split('/').cmp(other.path.split('/')));
        Self { leaves }
    }

    /// Whether the tree has no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.leaves.is_empty()
    }

    /// The content at a path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Content> {
        self.leaf(path).map(|leaf| &leaf.content)
    }

    fn leaf(&self, path: &str) -> Option<&Leaf> {
        self.leaves.iter().find(|leaf| leaf.path == path)
    }

    /// Lists the folder of registers.
    pub(super) fn list(&self, registers: &str, ignore: &Ignore) -> Result<Listing, Error> {
        self.refuse_way(registers)?;
        let mut listing = Listing::default();
        let mut is_there = registers.is_empty() || self.at(registers).is_some();
        for leaf in &self.leaves {
            let Some(inside) = below(registers, &leaf.path) else { continue };
            is_there = true;
            match inside.split_once('/') {
                Some((name, _)) => listing.add(name, Some(Content::Folder), true, ignore),
                None => listing.add(inside, other(&leaf.content).cloned(), leaf.is_text, ignore),
            }
        }
        listing.sort();
        if is_there { Ok(listing) } else { Err(fault::no_registers(Path::new(registers))) }
    }

    /// Refuses a folder of registers if it or a parent is a link, a submodule or a file.
    fn refuse_way(&self, registers: &str) -> Result<(), Error> {
        let ends = registers.match_indices('/').map(|(at, _)| at).chain([registers.len()]);
        for way in ends.map(|end| &registers[..end]) {
            match self.at(way) {
                None | Some(Content::Folder) => {}
                Some(Content::Link) => return Err(fault::link(Path::new(way))),
                Some(Content::Submodule) => return Err(fault::submodule(Path::new(way))),
                Some(_) => return Err(fault::no_registers(Path::new(registers))),
            }
        }
        Ok(())
    }

    /// Whether the folder at this index has entries.
    fn holds(&self, number: usize) -> bool {
        let next = self.leaves.get(number + 1).zip(self.leaves.get(number));
        next.is_some_and(|(next, folder)| below(&folder.path, &next.path).is_some())
    }

    /// Reads every YAML file of one municipality, in order of path. A file that is not text is a finding.
    #[must_use]
    pub fn read(&self, registers: &str, municipality: &str) -> Read {
        self.read_but(registers, municipality, &Ignore::default())
    }

    /// The same, without warnings for ignored files.
    pub(super) fn read_but(&self, registers: &str, municipality: &str, ignore: &Ignore) -> Read {
        let root = joined(registers, municipality);
        let own = self.leaf(&root);
        let mut read = match own {
            Some(leaf) if leaf.content != Content::Folder || !leaf.is_text => {
                no_folder(root.clone(), other(&leaf.content), leaf.is_text)
            }
            _ => Read::default(),
        };
        read.sources.municipality = municipality.to_owned();
        if !read.findings.is_empty() {
            return read;
        }
        let mut is_there = own.is_some();
        let mut closed: Option<&str> = None;
        for (number, leaf) in self.leaves.iter().enumerate() {
            let Some(inside) = below(&root, &leaf.path) else { continue };
            is_there = true;
            if closed.is_some_and(|closed| below(closed, inside).is_some()) || is_in_hidden(inside) {
                continue;
            }
            let other = other(&leaf.content).cloned();
            let entry = Entry { path: leaf.path.clone(), inside, other, is_text: leaf.is_text };
            match entry.verdict(ignore) {
                // Leaves are sorted: the content of a folder follows it.
                Verdict::Enter if !self.holds(number) => entry.report(refused::empty_inside(), &mut read),
                Verdict::Enter | Verdict::PassOver => {}
                Verdict::Read => entry.text(leaf.content.clone(), &mut read),
                Verdict::Report(finding) => {
                    closed = Some(inside);
                    entry.report(*finding, &mut read);
                }
            }
        }
        if is_there {
            refuse_empty(root, &mut read);
        }
        read
    }
}

/// The content, if it is not a file.
fn other(content: &Content) -> Option<&Content> {
    Some(content).filter(|content| !matches!(content, Content::Bytes(_) | Content::TooLarge(_)))
}

/// Whether a parent folder of a path has a name that begins with a dot.
fn is_in_hidden(inside: &str) -> bool {
    inside.rsplit_once('/').is_some_and(|(above, _)| above.split('/').any(|part| part.starts_with('.')))
}

/// The path relative to a folder; an empty folder is the root.
fn below<'p>(folder: &str, path: &'p str) -> Option<&'p str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}
