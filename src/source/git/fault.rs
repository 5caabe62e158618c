//! Errors of reading a revision.

use std::io;
use std::path::Path;
use std::process::Output;

use crate::error::{Error, Kind};
use crate::say;

/// There is no `git` program.
pub(super) fn no_program(cause: io::Error) -> Error {
    Error::new(say!(
        en: "the program `git` could not be started; install it, or compare two folders",
        sv: "programmet `git` kunde inte startas; installera det, eller jämför två mappar",
        da: "programmet `git` kunne ikke startes; installér det, eller sammenlign to mapper",
    ))
    .because(cause)
}

/// The workspace is not in a repository.
pub(super) fn no_repository(folder: &Path) -> Error {
    Error::new(say!(
        en: "{folder} is not in a git repository",
        sv: "{folder} ligger inte i ett git-arkiv",
        da: "{folder} ligger ikke i et git-arkiv",
        folder = folder.display(),
    ))
}

/// The repository data are among the files of the workspace, where somebody may have committed them.
pub(super) fn bare(folder: &Path) -> Error {
    Error::new(say!(
        en: "{folder} holds a git repository among its ordinary files, and its settings could start programs: ropa does not read it. Work in a clone",
        sv: "{folder} har ett git-arkiv bland sina vanliga filer, och dess inställningar kan starta program: ropa läser det inte. Arbeta i en klon",
        da: "{folder} har et git-arkiv blandt sine almindelige filer, og dets indstillinger kan starte programmer: ropa læser det ikke. Arbejd i en klon",
        folder = folder.display(),
    ))
}

/// The repository does not have the revision.
pub(super) fn no_revision(revision: &str) -> Error {
    Error::new(say!(
        en: "there is no revision `{revision}` in this repository, and no folder of that name",
        sv: "det finns ingen revision `{revision}` i det här git-arkivet, och ingen mapp med det namnet",
        da: "der er ingen revision `{revision}` i dette git-arkiv og ingen mappe med det navn",
    ))
}

/// The clone is shallow and may lack the revision.
pub(super) fn shallow(revision: &str) -> Error {
    Error::new(say!(
        en: "the revision `{revision}` is not in this clone, which is shallow: fetch the history first with `git fetch --unshallow` (in a pipeline: `fetch-depth: 0`)",
        sv: "revisionen `{revision}` finns inte i den här klonen, som är grund: hämta först historiken med `git fetch --unshallow` (i ett byggflöde: `fetch-depth: 0`)",
        da: "revisionen `{revision}` findes ikke i denne klon, som er overfladisk: Hent først historikken med `git fetch --unshallow` (i en pipeline: `fetch-depth: 0`)",
    ))
}

/// The path does not exist in the revision.
#[must_use]
pub(crate) fn no_folder(revision: &str, path: &str) -> Error {
    Error::new(say!(
        en: "the revision `{revision}` has no folder `{path}`",
        sv: "revisionen `{revision}` har ingen mapp `{path}`",
        da: "revisionen `{revision}` har ingen mappe `{path}`",
    ))
    .of_kind(Kind::Absent)
}

/// The revision has a link instead of a folder.
pub(super) fn link(revision: &str, path: &str) -> Error {
    Error::new(say!(
        en: "in the revision `{revision}`, `{path}` is a link, and links are not followed",
        sv: "i revisionen `{revision}` är `{path}` en länk, och länkar följs inte",
        da: "i revisionen `{revision}` er `{path}` et link, og links følges ikke",
    ))
}

/// The revision has a submodule instead of a folder.
pub(super) fn submodule(revision: &str, path: &str) -> Error {
    Error::new(say!(
        en: "in the revision `{revision}`, `{path}` is a git submodule: its files are not in the revision",
        sv: "i revisionen `{revision}` är `{path}` en git-undermodul: dess filer ingår inte i revisionen",
        da: "i revisionen `{revision}` er `{path}` et git-undermodul: Dets filer er ikke med i revisionen",
    ))
}

/// A file of the revision is missing: a partial clone without its server.
pub(super) fn no_file(path: &str) -> Error {
    Error::new(say!(
        en: "the file {path} of the revision is not in this clone; fetch it first",
        sv: "revisionens fil {path} finns inte i den här klonen; hämta den först",
        da: "revisionens fil {path} findes ikke i denne klon; hent den først",
    ))
}

/// `git` failed.
pub(super) fn failed(output: &Output) -> Error {
    let said = said(output);
    Error::new(say!(en: "git says: {said}", sv: "git svarar: {said}", da: "git svarer: {said}"))
}

/// The output of `git` could not be read.
pub(super) fn pipe(cause: io::Error) -> Error {
    Error::new(say!(
        en: "git could not be read from",
        sv: "det gick inte att läsa från git",
        da: "det var ikke muligt at læse fra git",
    ))
    .because(cause)
}

/// The error output of `git`.
pub(super) fn said(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    said.trim().trim_start_matches("fatal: ").to_owned()
}
