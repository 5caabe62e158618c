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

/// The environment names another repository than the one around the workspace.
pub(super) fn other_repository(folder: &Path, named: &str) -> Error {
    Error::new(say!(
        en: "the variable GIT_DIR names {named}, which is not the git repository that {folder} is in: unset it",
        sv: "variabeln GIT_DIR anger {named}, som inte är det git-arkiv som {folder} ligger i: ta bort den",
        da: "variablen GIT_DIR angiver {named}, som ikke er det git-arkiv, {folder} ligger i: Fjern den",
        folder = folder.display(),
    ))
}

/// Two revisions have no commit in common.
pub(super) fn no_merge_base(one: &str, other: &str) -> Error {
    Error::new(say!(
        en: "the revisions `{one}` and `{other}` have no commit in common",
        sv: "revisionerna `{one}` och `{other}` har ingen gemensam incheckning",
        da: "revisionerne `{one}` og `{other}` har intet fælles commit",
    ))
}

/// Nothing below the folder is in the index.
pub(super) fn nothing_staged(folder: &str) -> Error {
    Error::new(say!(
        en: "nothing in the folder `{folder}` is staged or committed",
        sv: "inget i mappen `{folder}` finns i gits index",
        da: "intet i mappen `{folder}` er i gits indeks",
    ))
    .of_kind(Kind::Absent)
}

/// A conflict of a merge is not resolved in the index.
pub(super) fn conflict(path: &str) -> Error {
    Error::new(say!(
        en: "the merge conflict in {path} is not resolved: resolve it, and stage the file",
        sv: "konflikten i {path} är inte löst: lös den och lägg till filen i indexet",
        da: "konflikten i {path} er ikke løst: Løs den, og føj filen til indekset",
    ))
}

/// A version of the registers has no folder of registers.
#[must_use]
pub(crate) fn no_registers(version: &str) -> Error {
    Error::new(say!(
        en: "the version `{version}` has no registers, so that everything would be new or removed; if that is meant, add --allow-missing",
        sv: "versionen `{version}` har inga register, så allt skulle vara nytt eller borttaget; lägg till --allow-missing om det är meningen",
        da: "versionen `{version}` har ingen fortegnelser, så alt ville være nyt eller fjernet; tilføj --allow-missing, hvis det er meningen",
    ))
    .of_kind(Kind::Absent)
}

/// A version of the registers does not have the municipality whose folder the other version names.
#[must_use]
pub(crate) fn no_municipality(version: &str, name: &str) -> Error {
    Error::new(say!(
        en: "the version `{version}` has no municipality `{name}`, so that everything would be new or removed; if that is meant, add --allow-missing",
        sv: "versionen `{version}` har ingen kommun `{name}`, så allt skulle vara nytt eller borttaget; lägg till --allow-missing om det är meningen",
        da: "versionen `{version}` har ingen kommune `{name}`, så alt ville være nyt eller fjernet; tilføj --allow-missing, hvis det er meningen",
    ))
    .of_kind(Kind::Absent)
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
