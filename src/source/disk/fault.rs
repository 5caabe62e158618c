//! Why registers cannot be read at all.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::say;
use crate::say::Message;

/// The tool could not read what it was told to.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A folder or file could not be read.
    Read {
        /// What was to be read.
        path: PathBuf,
        /// Why it could not be.
        source: io::Error,
    },
    /// There is no folder of registers.
    NoRegisters(PathBuf),
    /// No municipality stands in the folder of registers.
    NoMunicipality(PathBuf),
    /// The folder of registers is a link.
    Link(PathBuf),
    /// The folder of registers is a git submodule, whose files are not in the revision.
    Submodule(PathBuf),
    /// A folder of the settings is reached through a link that leads out of the workspace.
    Outside(PathBuf),
}

impl Error {
    /// What is told to people.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Read { path, .. } => say!(
                en: "{path} could not be read",
                sv: "{path} kunde inte läsas",
                da: "{path} kunne ikke læses",
                path = path.display(),
            ),
            Self::NoRegisters(path) => say!(
                en: "there is no folder {path}: run ropa in the folder that holds ropa.toml, or name it with --workspace",
                sv: "det finns ingen mapp {path}: kör ropa i den mapp som har ropa.toml, eller ange den med --workspace",
                da: "der er ingen mappe {path}: Kør ropa i den mappe, der har ropa.toml, eller angiv den med --workspace",
                path = path.display(),
            ),
            Self::NoMunicipality(path) => say!(
                en: "there is no municipality in {path}: fetch the folder with `git submodule update --init` if it is a submodule, or make a municipality with `ropa new`",
                sv: "det finns ingen kommun i {path}: hämta mappen med `git submodule update --init` om den är en undermodul, eller skapa en kommun med `ropa new`",
                da: "der er ingen kommune i {path}: Hent mappen med `git submodule update --init`, hvis den er et undermodul, eller opret en kommune med `ropa new`",
                path = path.display(),
            ),
            Self::Link(path) => say!(
                en: "{path} is a link, and links are not followed: put the folder itself there",
                sv: "{path} är en länk, och länkar följs inte: lägg själva mappen där",
                da: "{path} er et link, og links følges ikke: Læg selve mappen der",
                path = path.display(),
            ),
            Self::Submodule(path) => say!(
                en: "{path} is a git submodule in this revision: its files are not in it",
                sv: "{path} är en git-undermodul i den här revisionen: dess filer ingår inte i den",
                da: "{path} er et git-undermodul i denne revision: Dets filer er ikke med i den",
                path = path.display(),
            ),
            Self::Outside(path) => say!(
                en: "{path} leads out of the workspace through a link: name a folder inside it in ropa.toml",
                sv: "{path} leder ut ur arbetsytan via en länk; ange en mapp i arbetsytan i ropa.toml",
                da: "{path} fører ud af arbejdsområdet via et link; angiv en mappe i arbejdsområdet i ropa.toml",
                path = path.display(),
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.message().en)
    }
}
