//! The errors of writing.

use std::path::Path;

use crate::error::{Cause, Error, Kind};
use crate::say;

/// A file or folder could not be read or written.
#[must_use]
pub(crate) fn io(path: &Path, cause: impl Into<Cause>) -> Error {
    Error::new(say!(
        en: "{path} could not be read or written",
        sv: "{path} kunde inte läsas eller skrivas",
        da: "{path} kunne ikke læses eller skrives",
        path = path.display(),
    ))
    .because(cause)
}

/// A file that ropa did not write has the path of an output file.
pub(super) fn not_ours(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} already exists and was not written by ropa; move it, choose another folder with --out, or overwrite it with --force",
        sv: "{path} står i vägen: den är inte skriven av ropa; flytta den, välj en annan mapp med --out eller skriv över den med --force",
        da: "{path} står i vejen: Den er ikke skrevet af ropa; flyt den, vælg en anden mappe med --out, eller overskriv den med --force",
        path = path.display(),
    ))
}

/// A folder's path is taken by something else.
pub(super) fn not_a_folder(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} is not a folder; move it, or choose another folder",
        sv: "{path} är inte en mapp; flytta den, eller välj en annan mapp",
        da: "{path} er ikke en mappe; flyt den, eller vælg en anden mappe",
        path = path.display(),
    ))
}

/// A file's path is taken by a folder or something else.
pub(super) fn not_a_file(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} is not a file; move it, or choose another name",
        sv: "{path} är inte en fil; flytta den, eller välj ett annat namn",
        da: "{path} er ikke en fil; flyt den, eller vælg et andet navn",
        path = path.display(),
    ))
}

/// A file's or folder's path is a link.
#[must_use]
pub(crate) fn link(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} is a link to another place; ropa does not write through links",
        sv: "{path} är en länk till en annan plats; ropa skriver inte via länkar",
        da: "{path} er et link til et andet sted; ropa skriver ikke via links",
        path = path.display(),
    ))
}

/// The name exists already.
pub(super) fn exists(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} exists already; choose another name",
        sv: "{path} finns redan; välj ett annat namn",
        da: "{path} findes allerede; vælg et andet navn",
        path = path.display(),
    ))
    .of_kind(Kind::Exists)
}

/// A name is not UTF-8.
pub(super) fn name(path: &Path) -> Error {
    Error::new(say!(
        en: "the name {path} is not UTF-8; choose another name",
        sv: "namnet {path} är inte skrivet i UTF-8; välj ett annat namn",
        da: "navnet {path} er ikke skrevet i UTF-8; vælg et andet navn",
        path = path.display(),
    ))
}

/// A file was changed since it was read.
pub(super) fn changed(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} was changed while ropa ran, and is left as it is; run again",
        sv: "{path} ändrades medan ropa kördes och lämnas som den är; kör igen",
        da: "{path} blev ændret, mens ropa kørte, og er ikke rørt; kør igen",
        path = path.display(),
    ))
}

/// The list of files is damaged at a line, counted from 1.
pub(super) fn damaged(path: &Path, line: usize) -> Error {
    Error::new(say!(
        en: "{path} is damaged: line {line} cannot be read; it lists the files that ropa wrote. Restore it, or delete it and run `ropa build --force`",
        sv: "{path} är skadad: rad {line} kan inte läsas; filen listar det som ropa har skrivit. Återställ den, eller ta bort den och kör `ropa build --force`",
        da: "{path} er beskadiget: Linje {line} kan ikke læses; filen er listen over de filer, som ropa har skrevet. Gendan den, eller slet den og kør `ropa build --force`",
        path = path.display(),
        line = line,
    ))
}

/// Another build has locked the folder.
pub(super) fn busy(path: &Path) -> Error {
    Error::new(say!(
        en: "another build is writing into {path}; wait until it has ended",
        sv: "en annan körning skriver i {path}; vänta tills den är klar",
        da: "en anden kørsel skriver i {path}; vent, til den er færdig",
        path = path.display(),
    ))
}
