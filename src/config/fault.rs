//! Errors for settings that cannot be used.

use std::path::Path;

use crate::config::MAX_FILE;
use crate::error::Error;
use crate::say;
use crate::say::Message;
use crate::source::content::Content;

/// The file is not TOML. `what` gives the error with its line.
pub(super) fn damaged(path: &Path, what: &Message) -> Error {
    Error::new(say!(
        en: "{path} is damaged:\n{what}",
        sv: "{path} är skadad:\n{what}",
        da: "{path} er beskadiget:\n{what}",
        path = path.display(),
        what = *what,
    ))
}

/// The file is TOML, but not valid. `what` gives the error with its line.
pub(super) fn wrong(path: &Path, what: &Message) -> Error {
    Error::new(say!(
        en: "{path}:\n{what}",
        sv: "{path}:\n{what}",
        da: "{path}:\n{what}",
        path = path.display(),
        what = *what,
    ))
}

/// A setting cannot be used. `place` is its line and column.
pub(super) fn at(path: &Path, place: (usize, usize), what: &Message) -> Error {
    let (line, column) = place;
    Error::new(say!(
        en: "{path}:{line}:{column}: {what}",
        sv: "{path}:{line}:{column}: {what}",
        da: "{path}:{line}:{column}: {what}",
        path = path.display(),
        what = *what,
    ))
}

/// The path is not a regular file (a link, a folder, a device), or the file is larger than [`MAX_FILE`].
pub(super) fn refused(path: &Path, content: &Content) -> Error {
    let path = path.display();
    Error::new(match content {
        Content::Link => say!(
            en: "{path} is a link, and links are not followed: put the file itself there",
            sv: "{path} är en länk, och länkar följs inte: lägg själva filen där",
            da: "{path} er et link, og links følges ikke: Læg selve filen der",
            path = path,
        ),
        Content::TooLarge(size) => say!(
            en: "{path} has {size} bytes; at most {MAX_FILE} are read",
            sv: "{path} har {size} byte; högst {MAX_FILE} läses",
            da: "{path} har {size} byte; højst {MAX_FILE} læses",
            path = path,
        ),
        Content::Folder | Content::Submodule => say!(
            en: "{path} is a folder, not a file",
            sv: "{path} är en mapp, inte en fil",
            da: "{path} er en mappe, ikke en fil",
            path = path,
        ),
        Content::Special | Content::Bytes(_) => say!(
            en: "{path} is neither a file nor a folder but a pipe, a socket or a device: it is not opened",
            sv: "{path} är varken en fil eller en mapp utan en namngiven pipe (FIFO), en socket eller en enhet, och öppnas inte",
            da: "{path} er hverken en fil eller en mappe, men en navngiven pipe (FIFO), en socket eller en enhed, og åbnes ikke",
            path = path,
        ),
    })
}
