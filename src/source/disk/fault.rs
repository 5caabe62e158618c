//! Errors of reading registers.

use std::path::Path;

use crate::error::{Cause, Error, Kind};
use crate::say;

/// A folder or file could not be read.
#[must_use]
pub(crate) fn read(path: &Path, cause: impl Into<Cause>) -> Error {
    Error::new(say!(
        en: "{path} could not be read",
        sv: "{path} kunde inte läsas",
        da: "{path} kunne ikke læses",
        path = path.display(),
    ))
    .because(cause)
}

/// The folder of registers does not exist.
pub(in crate::source) fn no_registers(path: &Path) -> Error {
    Error::new(say!(
        en: "there is no folder {path}: run ropa in the folder that holds ropa.toml, or name it with --workspace",
        sv: "det finns ingen mapp {path}: kör ropa i den mapp som har ropa.toml, eller ange den med --workspace",
        da: "der er ingen mappe {path}: Kør ropa i den mappe, der har ropa.toml, eller angiv den med --workspace",
        path = path.display(),
    ))
    .of_kind(Kind::Absent)
}

/// The folder of registers contains no municipality.
pub(in crate::source) fn no_municipality(path: &Path) -> Error {
    Error::new(say!(
        en: "there is no municipality in {path}: fetch the folder with `git submodule update --init` if it is a submodule, or make a municipality with `ropa new`",
        sv: "det finns ingen kommun i {path}: hämta mappen med `git submodule update --init` om den är en undermodul, eller skapa en kommun med `ropa new`",
        da: "der er ingen kommune i {path}: Hent mappen med `git submodule update --init`, hvis den er et undermodul, eller opret en kommune med `ropa new`",
        path = path.display(),
    ))
    .of_kind(Kind::Absent)
}

/// The folder of registers is a link.
pub(in crate::source) fn link(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} is a link, and links are not followed: put the folder itself there",
        sv: "{path} är en länk, och länkar följs inte: lägg själva mappen där",
        da: "{path} er et link, og links følges ikke: Læg selve mappen der",
        path = path.display(),
    ))
}

/// The folder of registers is a git submodule, whose files are not in the revision.
pub(in crate::source) fn submodule(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} is a git submodule in this revision: its files are not in it",
        sv: "{path} är en git-undermodul i den här revisionen: dess filer ingår inte i den",
        da: "{path} er et git-undermodul i denne revision: Dets filer er ikke med i den",
        path = path.display(),
    ))
}

/// The path of a folder in the settings goes through a link that leads out of the workspace.
pub(in crate::source) fn outside(path: &Path) -> Error {
    Error::new(say!(
        en: "{path} leads out of the workspace through a link: name a folder inside it in ropa.toml",
        sv: "{path} leder ut ur arbetsytan via en länk; ange en mapp i arbetsytan i ropa.toml",
        da: "{path} fører ud af arbejdsområdet via et link; angiv en mappe i arbejdsområdet i ropa.toml",
        path = path.display(),
    ))
}
