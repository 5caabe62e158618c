//! What stands in the folder of a workspace, and around it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::say;
use crate::say::Message;
use crate::source::git::Repository;
use crate::{Error, windows};

use crate::cli::doctor::Remark;
use crate::cli::init::files::{schema_path, schema_text};
use crate::cli::init::{SCHEMAS, Standing};
use crate::cli::workspace::Workspace;

/// Files that run pipelines, below the root of a repository; a folder if it ends with `/`.
const PIPELINES: [&str; 5] =
    [".github/workflows/", ".gitlab-ci.yml", ".forgejo/workflows/", ".gitea/workflows/", "azure-pipelines.yml"];

/// Where forges look for the owners of files, below the root of a repository.
const OWNERS: [&str; 4] = ["CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"];

/// Remarks on settings, schemas, the pipeline and owners.
///
/// # Errors
/// When a register cannot be read, or a schema cannot be made.
pub(super) fn remarks(workspace: &Workspace, repository: Option<&Repository>) -> Result<Vec<Remark>, Error> {
    let root = &workspace.root;
    let mut remarks = Vec::new();
    if !root.join("ropa.toml").exists() {
        remarks.push(Remark::hint(
            say!(
                en: "there is no ropa.toml, so every setting has its default",
                sv: "det finns ingen ropa.toml, så varje inställning har sitt förval",
                da: "der er ingen ropa.toml, så hver indstilling har sin standardværdi",
            ),
            run_init(),
        ));
    }
    remarks.extend(schemas(workspace)?);
    let above = repository.map_or_else(|| root.clone(), |repository| root_of(root, repository));
    let is_there = |path: &&str| match path.strip_suffix('/') {
        Some(folder) => fs::read_dir(above.join(folder)).is_ok_and(|mut entries| entries.next().is_some()),
        None => above.join(path).exists(),
    };
    if !PIPELINES.iter().any(&is_there) {
        remarks.push(Remark::hint(
            say!(
                en: "no pipeline checks the changes",
                sv: "ingen pipeline kontrollerar ändringarna",
                da: "ingen pipeline kontrollerer ændringerne",
            ),
            say!(
                en: "run `ropa init --pipeline github` or `ropa init --pipeline gitlab`",
                sv: "kör `ropa init --pipeline github` eller `ropa init --pipeline gitlab`",
                da: "kør `ropa init --pipeline github` eller `ropa init --pipeline gitlab`",
            ),
        ));
    }
    if !OWNERS.iter().any(&is_there) {
        remarks.push(Remark::hint(
            say!(
                en: "no CODEOWNERS says who must approve a change",
                sv: "ingen CODEOWNERS anger vem som måste godkänna en ändring",
                da: "ingen CODEOWNERS angiver, hvem der skal godkende en ændring",
            ),
            run_init(),
        ));
    }
    Ok(remarks)
}

/// The root of the repository around a workspace.
fn root_of(workspace: &Path, repository: &Repository) -> PathBuf {
    let depth = repository.prefix().split('/').filter(|part| !part.is_empty()).count();
    let whole = fs::canonicalize(workspace).unwrap_or_else(|_| workspace.to_owned());
    windows::usual(whole.ancestors().nth(depth).unwrap_or(&whole)).into_owned()
}

/// Remarks on the schemas that editors use.
fn schemas(workspace: &Workspace) -> Result<Vec<Remark>, Error> {
    let standing = Standing::of(&workspace.root)?;
    let mut absent = Vec::new();
    let mut old = Vec::new();
    for (part, name) in SCHEMAS {
        let path = schema_path(name);
        match fs::read(workspace.root.join(&path)) {
            // Line ends do not matter: git may have changed them.
            Ok(bytes) if without_returns(&bytes) == schema_text(part, standing.country())?.into_bytes() => {}
            Ok(_) => old.push(path),
            Err(_) => absent.push(path),
        }
    }
    let mut remarks = Vec::new();
    if !old.is_empty() {
        remarks.push(Remark::missing(
            say!(
                en: "the schemas for editors are of another version of ropa, or for another country: {old}",
                sv: "scheman för textredigerare är från en annan version av ropa eller för ett annat land: {old}",
                da: "skemaerne til tekstredigeringsprogrammer er fra en anden version af ropa eller til et andet land: {old}",
                old = old.join(", "),
            ),
            say!(
                en: "delete these files and run `ropa init`, which writes them again",
                sv: "ta bort filerna och kör `ropa init`, som skriver dem på nytt",
                da: "slet filerne, og kør `ropa init`, som skriver dem på ny",
            ),
        ));
    }
    if !absent.is_empty() {
        remarks.push(Remark::hint(
            say!(
                en: "editors cannot complete and explain keys: there is no {absent}",
                sv: "textredigerare kan inte föreslå och förklara nycklar: {absent} saknas",
                da: "tekstredigeringsprogrammer kan ikke foreslå og forklare nøgler: {absent} mangler",
                absent = absent.join(", "),
            ),
            run_init(),
        ));
    }
    Ok(remarks)
}

fn without_returns(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().filter(|byte| *byte != b'\r').collect()
}

/// The way out that writes what is missing.
fn run_init() -> Message {
    say!(
        en: "run `ropa init`: it writes what is missing, and overwrites nothing",
        sv: "kör `ropa init`: det som saknas skrivs, och inget skrivs över",
        da: "kør `ropa init`: Det, der mangler, skrives, og intet overskrives",
    )
}
