//! The output folder: resolves its path and keeps it apart from the registers.

use std::io;
use std::path::{Component, Path, PathBuf};

use crate::Error;
use crate::audience::Audience;
use crate::emit;
use crate::{say, windows};

use crate::cli::workspace::Workspace;

/// The output folder named on the command line or in `ropa.toml`.
///
/// # Errors
/// When the path goes through a link in the workspace, or the folder is inside, above or equal to the registers.
pub(crate) fn folder(workspace: &Workspace, asked: Option<&Path>) -> Result<PathBuf, Error> {
    let out = asked.map_or_else(|| workspace.root.join(&workspace.config.folders.out), Path::to_owned);
    let registers = workspace.registers();
    refuse_links(&workspace.root, &out)?;
    let (whole_out, whole_registers) = (resolved(&out)?, resolved(&registers)?);
    refuse_inside(&out, &whole_out)?;
    if whole_out.starts_with(&whole_registers) || whole_registers.starts_with(&whole_out) {
        let message = say!(
            en: "the output folder {out} and the registers {registers} lie inside each other; choose another folder",
            sv: "utdatamappen {out} och registermappen {registers} får inte ligga i varandra; välj en annan mapp",
            da: "outputmappen {out} og mappen med fortegnelser {registers} må ikke ligge i hinanden; vælg en anden mappe",
            out = out.display(),
            registers = registers.display(),
        );
        return Err(Error::new(message));
    }
    let leads_up = out.components().any(|part| part == Component::ParentDir);
    Ok(if leads_up { whole_out } else { out })
}

/// Refuses a folder inside another output folder, whose public side could then contain an internal one; a folder
/// called `public`; and a folder inside `.git`.
fn refuse_inside(out: &Path, whole: &Path) -> Result<(), Error> {
    if let Some(above) = whole.ancestors().find(|above| emit::is_ours(above)) {
        return Err(Error::new(say!(
            en: "the output folder {out} lies in {above}, which ropa compiled; choose another folder",
            sv: "utdatamappen {out} ligger i {above}, som ropa har sammanställt; välj en annan mapp",
            da: "outputmappen {out} ligger i {above}, som ropa har sammenstillet; vælg en anden mappe",
            out = out.display(),
            above = above.display(),
        )));
    }
    if whole.file_name().is_some_and(|name| Audience::Public.is_named(name)) {
        return Err(Error::new(say!(
            en: "the output folder {out} is called `public`, and would hold the internal register too; name the folder above it",
            sv: "utdatamappen {out} heter `public` och skulle också innehålla det interna registret; ange mappen ovanför",
            da: "outputmappen {out} hedder `public` og ville også indeholde den interne fortegnelse; angiv mappen ovenover",
            out = out.display(),
        )));
    }
    if whole.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git")) {
        return Err(Error::new(say!(
            en: "the output folder {out} lies in the folder of a git repository itself; choose another folder",
            sv: "utdatamappen {out} ligger i git-arkivets egen mapp; välj en annan mapp",
            da: "outputmappen {out} ligger i git-arkivets egen mappe; vælg en anden mappe",
            out = out.display(),
        )));
    }
    Ok(())
}

/// Refuses a path that goes through a link in the workspace, because links are cloned with a repository. The last
/// component must not be a link in any case.
///
/// # Errors
/// When there is such a link, or the path cannot be read.
pub(crate) fn refuse_links(workspace: &Path, out: &Path) -> Result<(), Error> {
    let workspace = resolved(workspace)?;
    let is_last = |step: &Path| step == out;
    for step in out.ancestors().filter(|step| step.is_symlink()) {
        let above = resolved(step.parent().unwrap_or(Path::new("")))?;
        if is_last(step) || above.starts_with(&workspace) {
            return Err(emit::fault::link(step));
        }
    }
    Ok(())
}

/// A path without links and `..`; its end need not exist.
pub(crate) fn resolved(path: &Path) -> Result<PathBuf, Error> {
    let failed = |cause| emit::fault::io(path, cause);
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let mut whole = PathBuf::new();
    for part in std::path::absolute(path).map_err(failed)?.components() {
        match part {
            Component::ParentDir => _ = whole.pop(),
            part => whole.push(part),
        }
        match whole.canonicalize() {
            Ok(found) => whole = found,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {}
            Err(other) => return Err(failed(other)),
        }
    }
    Ok(windows::usual(&whole).into_owned())
}
