//! Texts from a tree of files in memory: a workspace as it was at some time.

use crate::source::decode::decode;
use crate::source::disk::MAX_FILE;
use crate::source::{Read, Sources, is_yaml, link, meant_as_yaml, too_large, wrong_ending};

/// What stands at a path of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A file and its bytes.
    File(Vec<u8>),
    /// A link, which is not followed.
    Link,
}

/// A workspace in memory: files by their path below it, with `/` between the parts.
#[derive(Debug, Default)]
pub struct Tree {
    files: Vec<(String, Kind)>,
}

impl Tree {
    /// A tree of these files, in the order in which the disk would give them.
    #[must_use]
    pub fn new(mut files: Vec<(String, Kind)>) -> Self {
        files.sort_by(|(one, _), (other, _)| one.split('/').cmp(other.split('/')));
        Self { files }
    }

    /// The bytes of one file.
    #[must_use]
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        let found = self.files.iter().find(|(known, _)| known == path);
        found.and_then(|(_, kind)| if let Kind::File(bytes) = kind { Some(bytes.as_slice()) } else { None })
    }

    /// The names of the folders in the folder of registers; none where there is no such folder.
    #[must_use]
    pub fn municipalities(&self, registers: &str) -> Option<Vec<String>> {
        let mut names: Vec<String> = Vec::new();
        let mut is_there = false;
        for inside in self.files.iter().filter_map(|(path, _)| below(registers, path)) {
            is_there = true;
            if let Some((name, _)) = inside.split_once('/').filter(|(name, _)| !name.starts_with('.'))
                && names.last().is_none_or(|last| last != name)
            {
                names.push(name.to_owned());
            }
        }
        names.sort_unstable();
        names.dedup();
        is_there.then_some(names)
    }

    /// Every YAML file of one municipality, in order of path. A file that is no text is a finding.
    #[must_use]
    pub fn read(&self, registers: &str, municipality: &str) -> Read {
        let root = if registers.is_empty() { municipality.to_owned() } else { format!("{registers}/{municipality}") };
        let sources = Sources { municipality: municipality.to_owned(), files: Vec::new() };
        let mut read = Read { sources, findings: Vec::new() };
        for (path, kind) in &self.files {
            let Some(inside) = below(&root, path) else { continue };
            let is_hidden = inside.split('/').any(|part| part.starts_with('.'));
            let name = inside.rsplit('/').next().unwrap_or(inside);
            let meant = meant_as_yaml(name);
            if is_hidden || !is_yaml(name) && meant.is_none() {
                continue;
            }
            let file = read.sources.add(path.clone(), inside.to_owned(), String::new());
            if let Some(meant) = meant {
                read.findings.push(wrong_ending(file, meant));
                continue;
            }
            match kind {
                Kind::Link => read.findings.push(link(file)),
                Kind::File(bytes) if bytes.len() as u64 > MAX_FILE => {
                    read.findings.push(too_large(file, bytes.len() as u64));
                }
                Kind::File(bytes) => match decode(file, bytes.clone()) {
                    Ok(text) => read.sources.files[file as usize].text = text,
                    Err(finding) => read.findings.push(*finding),
                },
            }
        }
        read
    }
}

/// The path below a folder; the whole path below the folder without a name.
fn below<'p>(folder: &str, path: &'p str) -> Option<&'p str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}
