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
    /// A file stands where one of ours should be.
    NotOurs(PathBuf),
    /// A folder on the way is a link to another place.
    Link(PathBuf),
    /// Another build writes into the folder.
    Busy(PathBuf),
}

impl Error {
    /// What is told to people.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Io { path, .. } => say!(
                en: "{path} could not be written",
                sv: "{path} kunde inte skrivas",
                da: "{path} kunne ikke skrives",
                path = path.display(),
            ),
            Self::NotOurs(path) => say!(
                en: "{path} stands in the way: it was not written by ropa; move it, choose another folder with --out, or overwrite it with --force",
                sv: "{path} står i vägen: den är inte skriven av ropa; flytta den, välj en annan mapp med --out eller skriv över den med --force",
                da: "{path} står i vejen: den er ikke skrevet af ropa; flyt den, vælg en anden mappe med --out, eller overskriv den med --force",
                path = path.display(),
            ),
            Self::Busy(path) => say!(
                en: "another build is writing into {path}; wait until it has ended",
                sv: "ett annat bygge skriver i {path}; vänta tills det är klart",
                da: "en anden kørsel skriver i {path}; vent, til den er færdig",
                path = path.display(),
            ),
            Self::Link(path) => say!(
                en: "{path} is a link to another place; ropa does not write through links",
                sv: "{path} är en länk till en annan plats; ropa skriver inte genom länkar",
                da: "{path} er et link til et andet sted; ropa skriver ikke gennem links",
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
