//! What git keeps of a workspace.

use crate::audience::Audience;
use crate::say;
use crate::source::git::Repository;

use crate::cli::build;
use crate::cli::doctor::Remark;
use crate::cli::version::slashed;
use crate::cli::workspace::{Place, Today, Workspace};

/// Remarks on compiled files in git, and on their attributes.
///
/// # Errors
/// When `git` fails, or the registers cannot be read.
pub(super) fn remarks(
    (place, workspace): (&Place, &Workspace),
    repository: &Repository,
    today: Today,
) -> anyhow::Result<Vec<Remark>> {
    let out = slashed(&workspace.config.folders.out);
    let side = |audience: Audience| format!("{out}/{}", audience.folder());
    let page = format!("{}/index.html", side(Audience::Public));
    let tracked = repository.tracked(&out)?;
    let mut remarks = Vec::new();
    if tracked.is_empty() && !repository.is_ignored(&page)? {
        remarks.push(Remark::missing(
            say!(
                en: "git neither keeps nor ignores the compiled files in {out}/",
                sv: "git varken sparar eller ignorerar de sammanställda filerna i {out}/",
                da: "git hverken gemmer eller ignorerer de sammenstillede filer i {out}/",
            ),
            say!(
                en: "write /{out}/ in .gitignore, or add the folder to git",
                sv: "skriv /{out}/ i .gitignore, eller lägg till mappen i git",
                da: "skriv /{out}/ i .gitignore, eller tilføj mappen til git",
            ),
        ));
    }
    if !tracked.is_empty() && repository.attribute("text", &page)? != "unset" {
        remarks.push(Remark::missing(
            say!(
                en: "git may change the line ends of compiled files: .gitattributes does not say otherwise",
                sv: "git kan ändra radsluten i sammanställda filer: .gitattributes säger inget annat",
                da: "git kan ændre linjeskiftene i sammenstillede filer: .gitattributes siger ikke andet",
            ),
            say!(
                en: "write `/{out}/** -text` in .gitattributes",
                sv: "skriv `/{out}/** -text` i .gitattributes",
                da: "skriv `/{out}/** -text` i .gitattributes",
            ),
        ));
    }
    if !tracked.is_empty() && build::differs(place, today)? {
        remarks.push(Remark::missing(
            say!(
                en: "the compiled files in {out}/ are not what the registers compile to",
                sv: "de sammanställda filerna i {out}/ stämmer inte med registren",
                da: "de sammenstillede filer i {out}/ svarer ikke til fortegnelserne",
            ),
            say!(
                en: "run `ropa build` and commit the folder; `ropa build --check` lists the differences",
                sv: "kör `ropa build` och lägg in mappen i git; `ropa build --check` räknar upp skillnaderna",
                da: "kør `ropa build`, og læg mappen i git; `ropa build --check` viser forskellene",
            ),
        ));
    }
    let internal = format!("{}/", side(Audience::Internal));
    if tracked.iter().any(|path| path.starts_with(&internal)) {
        remarks.push(Remark::hint(
            say!(
                en: "the internal register is in git: whoever can read the repository can read {internal}",
                sv: "det interna registret finns i git: den som kan läsa git-arkivet kan läsa {internal}",
                da: "den interne fortegnelse ligger i git: Den, der kan læse git-arkivet, kan læse {internal}",
            ),
            say!(
                en: "keep the repository private; the registers themselves have internal values too",
                sv: "håll git-arkivet privat; även själva registren har interna uppgifter",
                da: "hold git-arkivet privat; også selve fortegnelserne har interne oplysninger",
            ),
        ));
    }
    Ok(remarks)
}
