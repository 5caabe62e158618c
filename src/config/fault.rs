//! Why settings cannot be used.

use std::fmt;
use std::path::PathBuf;

use crate::config::MAX_FILE;
use crate::say;
use crate::say::Message;
use crate::source::content::Content;

/// The settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be read.
    Read {
        /// Which file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// What stands in the place of the file is not read: a link, a folder, a device, or more bytes than a file of
    /// settings has.
    Refused {
        /// Which file.
        path: PathBuf,
        /// What it is.
        content: Content,
    },
    /// The file is no TOML.
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What is wrong, with the line.
        message: Message,
    },
    /// The file is not what it should be.
    Parse {
        /// Which file.
        path: PathBuf,
        /// What is wrong, with the line.
        message: Message,
    },
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
            Self::Refused { path, content } => refused(&path.display().to_string(), content),
            Self::Damaged { path, message } => say!(
                en: "{path} is damaged:\n{message}",
                sv: "{path} är skadad:\n{message}",
                da: "{path} er beskadiget:\n{message}",
                path = path.display(),
                message = *message,
            ),
            Self::Parse { path, message } => say!(
                en: "{path}:\n{message}",
                sv: "{path}:\n{message}",
                da: "{path}:\n{message}",
                path = path.display(),
                message = *message,
            ),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.message().en)
    }
}

/// What stands in the place of the file.
fn refused(path: &str, content: &Content) -> Message {
    match content {
        Content::Link => say!(
            en: "{path} is a link, and links are not followed: put the file itself there",
            sv: "{path} är en länk, och länkar följs inte: lägg själva filen där",
            da: "{path} er et link, og links følges ikke: Læg selve filen der",
        ),
        Content::TooLarge(size) => say!(
            en: "{path} has {size} bytes; at most {MAX_FILE} are read",
            sv: "{path} har {size} byte; högst {MAX_FILE} läses",
            da: "{path} har {size} byte; højst {MAX_FILE} læses",
        ),
        Content::Folder | Content::Submodule => say!(
            en: "{path} is a folder, not a file",
            sv: "{path} är en mapp, inte en fil",
            da: "{path} er en mappe, ikke en fil",
        ),
        Content::Special | Content::Bytes(_) => say!(
            en: "{path} is neither a file nor a folder but a pipe, a socket or a device: it is not opened",
            sv: "{path} är varken en fil eller en mapp utan en namngiven pipe (FIFO), en socket eller en enhet, och öppnas inte",
            da: "{path} er hverken en fil eller en mappe, men en navngiven pipe (FIFO), en socket eller en enhed, og åbnes ikke",
        ),
    }
}
