//! Texts with an identity: what the stages read and what findings point into.

mod decode;
pub mod disk;
pub mod git;
pub mod original;
pub mod tree;

use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::finding::{Finding, Place};
use crate::say;
use tree::Tree;

/// One file as it was read.
#[derive(Debug, Clone)]
pub struct File {
    /// The path below the workspace, with `/` between its parts.
    pub path: String,
    /// The path below the folder of the municipality.
    pub inside: String,
    /// The text: UTF-8, composed (NFC), lines ending in a line feed.
    pub text: String,
}

/// The texts of one municipality.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    /// The name of the folder.
    pub municipality: String,
    /// The files in order of path; a [`Place`] names one by its index.
    pub files: Vec<File>,
}

/// SHA-256 over texts and their lengths, in hexadecimal digits.
pub fn fingerprint_of<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Sources {
    /// What names these texts and no others: SHA-256 over every path and text in order of path, in hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut files: Vec<&File> = self.files.iter().collect();
        files.sort_by(|one, other| one.inside.cmp(&other.inside));
        fingerprint_of(files.iter().flat_map(|file| [file.inside.as_str(), file.text.as_str()]))
    }

    /// Adds a text and gives the number under which places name it.
    pub fn add(&mut self, path: String, inside: String, text: String) -> u32 {
        self.files.push(File { path, inside, text });
        u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX)
    }

    /// The file of a place.
    #[must_use]
    pub fn file(&self, place: Place) -> Option<&File> {
        self.files.get(place.file as usize)
    }

    /// The line and column of a place, both from 1; the column counts characters.
    #[must_use]
    pub fn line_and_column(&self, place: Place) -> (usize, usize) {
        let before = self.file(place).and_then(|file| file.text.get(..place.start as usize)).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The path, line and column of a place, as an editor understands it: `a.yaml:3:5`.
    #[must_use]
    pub fn address(&self, place: Place) -> String {
        let (line, column) = self.line_and_column(place);
        let path = self.file(place).map_or("", |file| file.path.as_str());
        format!("{path}:{line}:{column}")
    }
}

/// The texts of one municipality and what is wrong with those that are no texts.
#[derive(Debug, Default, Clone)]
pub struct Read {
    /// The texts.
    pub sources: Sources,
    /// What is wrong.
    pub findings: Vec<Finding>,
}

/// Where registers are: on the disk, or in a tree that was read from elsewhere.
#[derive(Debug, Clone)]
pub enum Registers {
    /// A folder of municipalities.
    Disk(PathBuf),
    /// A folder inside a tree.
    Tree {
        /// The tree.
        tree: Arc<Tree>,
        /// The folder of municipalities in it, with `/` between its parts; empty for the tree itself.
        folder: String,
    },
}

impl Registers {
    /// The names of the municipalities, in order.
    ///
    /// # Errors
    /// When there is no such folder or it cannot be read.
    pub fn municipalities(&self) -> Result<Vec<String>, disk::Error> {
        match self {
            Self::Disk(folder) => disk::municipalities(folder),
            Self::Tree { tree, folder } => {
                tree.municipalities(folder).ok_or_else(|| disk::Error::NoRegisters(PathBuf::from(folder)))
            }
        }
    }

    /// Every YAML file of one municipality, in order of path.
    ///
    /// # Errors
    /// When a folder or file cannot be read. A file that is no text is a finding.
    pub fn read(&self, municipality: &str) -> Result<Read, disk::Error> {
        match self {
            Self::Disk(folder) => disk::read(folder, municipality),
            Self::Tree { tree, folder } => Ok(tree.read(folder, municipality)),
        }
    }
}

fn link(file: u32) -> Finding {
    Finding::error(
        "file-link",
        Place::start_of(file),
        say!(
            en: "this is a link or a folder, not a file",
            sv: "det här är en länk eller en mapp, inte en fil",
            da: "dette er et link eller en mappe, ikke en fil",
        ),
    )
    .help(say!(
        en: "put the file itself here; links are not followed",
        sv: "lägg själva filen här; länkar följs inte",
        da: "læg selve filen her; links følges ikke",
    ))
}

fn too_large(file: u32, size: u64) -> Finding {
    Finding::error(
        "file-too-large",
        Place::start_of(file),
        say!(
            en: "the file has {size} bytes; at most {most} are read",
            sv: "filen har {size} byte; högst {most} läses",
            da: "filen har {size} byte; højst {most} læses",
            size = size,
            most = disk::MAX_FILE,
        ),
    )
    .help(say!(
        en: "split the register into one file per activity",
        sv: "dela upp registret i en fil för varje behandling",
        da: "del fortegnelsen op i én fil for hver behandling",
    ))
}

/// The name that a file should have that an editor saved under another ending: `skola.yaml` for `skola.yaml.txt`.
fn meant_as_yaml(name: &str) -> Option<&str> {
    let (meant, ending) = name.rsplit_once('.')?;
    (ending.eq_ignore_ascii_case("txt") && is_yaml(meant)).then_some(meant)
}

fn wrong_ending(file: u32, meant: &str) -> Finding {
    Finding::error(
        "file-stray",
        Place::start_of(file),
        say!(
            en: "the name of the file ends with `.txt`: it is not read",
            sv: "filens namn slutar med `.txt`: den läses inte",
            da: "filens navn ender på `.txt`: Den læses ikke",
        ),
    )
    .help(say!(
        en: "rename the file to `{meant}`; in Windows, first let the file manager show file name extensions",
        sv: "byt namn på filen till `{meant}`; i Windows behöver Utforskaren först visa filnamnstillägg",
        da: "omdøb filen til `{meant}`; i Windows skal Stifinder først vise filtypenavne",
    ))
}

/// Whether a file is one of a register, by its ending.
fn is_yaml(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty() && (ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
    })
}
