//! Checks that a folder in the settings is inside the workspace, with links resolved.

use std::fs;
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::source::disk::fault;

/// Refuses a folder reached through a link, in particular out of the workspace. If the folder does not exist, the
/// existing part of its path is checked. A dangling link is refused too, because writing through it could end up
/// anywhere.
///
/// # Errors
/// When the folder is outside, or its path cannot be read.
pub(crate) fn refuse_outside(workspace: &Path, folder: &Path) -> Result<(), Error> {
    let root = match fs::canonicalize(workspace) {
        Err(absent) if absent.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other.map_err(|cause| fault::read(workspace, cause))?,
    };
    let whole = workspace.join(folder);
    for step in whole.ancestors().take_while(|step| *step != workspace) {
        match fs::symlink_metadata(step) {
            Err(absent) if matches!(absent.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => continue,
            Err(other) => return Err(fault::read(step, other)),
            Ok(_) => {}
        }
        return match fs::canonicalize(step) {
            Ok(found) if found.starts_with(&root) => refuse_links(&whole, workspace),
            Ok(_) => Err(fault::outside(step)),
            Err(absent) if absent.kind() == io::ErrorKind::NotFound => Err(fault::outside(step)),
            Err(other) => Err(fault::read(step, other)),
        };
    }
    Ok(())
}

/// Refuses links inside the workspace: files would be written to another folder than the named one.
fn refuse_links(folder: &Path, workspace: &Path) -> Result<(), Error> {
    let mut steps = folder.ancestors().take_while(|step| *step != workspace);
    steps.find(|step| step.is_symlink()).map_or(Ok(()), |link| Err(fault::link(link)))
}
