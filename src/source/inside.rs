//! Whether a folder that the settings name lies inside the workspace, links included.

use std::fs;
use std::io;
use std::path::Path;

use crate::error::Error;
use crate::source::disk::fault;

/// Refuses a folder to which a link leads, above all out of the workspace. Of a folder that is not there yet, the part of
/// its path that exists counts. A link that leads nowhere is refused too: what is written through it could stand anywhere.
///
/// # Errors
/// When the folder lies outside, or the way to it cannot be read.
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

/// Refuses a link that stays in the workspace: a file would be written in another folder than the one that is named.
fn refuse_links(folder: &Path, workspace: &Path) -> Result<(), Error> {
    let mut steps = folder.ancestors().take_while(|step| *step != workspace);
    steps.find(|step| step.is_symlink()).map_or(Ok(()), |link| Err(fault::link(link)))
}
