//! Why something could not be written.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::say;
use crate::say::Message;

/// The tool could not write.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read or written.
    Io {
        /// Which.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A file is where one of ours should be.
    NotOurs(PathBuf),
    /// A file, or something else, is where a folder should be.
    NotAFolder(PathBuf),
    /// A folder, or something else, is where a file should be.
    NotAFile(PathBuf),
    /// A link is where a file or folder should be.
    Link(PathBuf),
    /// Something has the name already.
    Exists(PathBuf),
    /// A name is not UTF-8.
    Name(PathBuf),
    /// A file is not as it was read.
    Changed(PathBuf),
    /// The list of our files cannot be read.
    Damaged {
        /// Which file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
    },
    /// Another build writes into the folder.
    Busy(PathBuf),
}

impl Error {
    /// What is told to people.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Io { path, .. } => say!(
                en: "{path} could not be read or written",
                sv: "{path} kunde inte läsas eller skrivas",
                da: "{path} kunne ikke læses eller skrives",
                path = path.display(),
            ),
            Self::NotOurs(path) => say!(
                en: "{path} stands in the way: it was not written by ropa; move it, choose another folder with --out, or overwrite it with --force",
                sv: "{path} står i vägen: den är inte skriven av ropa; flytta den, välj en annan mapp med --out eller skriv över den med --force",
                da: "{path} står i vejen: Den er ikke skrevet af ropa; flyt den, vælg en anden mappe med --out, eller overskriv den med --force",
                path = path.display(),
            ),
            Self::NotAFolder(path) => say!(
                en: "{path} is not a folder; move it, or choose another folder",
                sv: "{path} är inte en mapp; flytta den, eller välj en annan mapp",
                da: "{path} er ikke en mappe; flyt den, eller vælg en anden mappe",
                path = path.display(),
            ),
            Self::NotAFile(path) => say!(
                en: "{path} is not a file; move it, or choose another name",
                sv: "{path} är inte en fil; flytta den, eller välj ett annat namn",
                da: "{path} er ikke en fil; flyt den, eller vælg et andet navn",
                path = path.display(),
            ),
            Self::Link(path) => say!(
                en: "{path} is a link to another place; ropa does not write through links",
                sv: "{path} är en länk till en annan plats; ropa skriver inte via länkar",
                da: "{path} er et link til et andet sted; ropa skriver ikke via links",
                path = path.display(),
            ),
            Self::Exists(path) => say!(
                en: "{path} exists already; choose another name",
                sv: "{path} finns redan; välj ett annat namn",
                da: "{path} findes allerede; vælg et andet navn",
                path = path.display(),
            ),
            Self::Name(path) => say!(
                en: "the name {path} is not UTF-8; choose another name",
                sv: "namnet {path} är inte skrivet i UTF-8; välj ett annat namn",
                da: "navnet {path} er ikke skrevet i UTF-8; vælg et andet navn",
                path = path.display(),
            ),
            Self::Changed(path) => say!(
                en: "{path} was changed while ropa ran, and is left as it is; run again",
                sv: "{path} ändrades medan ropa kördes och lämnas som den är; kör igen",
                da: "{path} blev ændret, mens ropa kørte, og er ikke rørt; kør igen",
                path = path.display(),
            ),
            Self::Damaged { path, line } => say!(
                en: "{path} is damaged: line {line} cannot be read; it lists the files that ropa wrote. Restore it, or delete it and run `ropa build --force`",
                sv: "{path} är skadad: rad {line} kan inte läsas; filen listar det som ropa har skrivit. Återställ den, eller ta bort den och kör `ropa build --force`",
                da: "{path} er beskadiget: Linje {line} kan ikke læses; filen er listen over de filer, som ropa har skrevet. Gendan den, eller slet den og kør `ropa build --force`",
                path = path.display(),
                line = line,
            ),
            Self::Busy(path) => say!(
                en: "another build is writing into {path}; wait until it has ended",
                sv: "en annan körning skriver i {path}; vänta tills den är klar",
                da: "en anden kørsel skriver i {path}; vent, til den er færdig",
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
