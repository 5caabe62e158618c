//! Files that a command edits: shown as a unified diff, and written.

use similar::TextDiff;

use crate::Error;
use crate::cli::workspace::Workspace;
use crate::emit::people::Named;
use crate::fix::Fixed;

/// Writes a file of a municipality, unless it changed since it was read.
pub(super) fn write(workspace: &Workspace, municipality: &str, fixed: &Fixed) -> Result<(), Error> {
    let path = workspace.config.folders.registers.join(municipality).join(&fixed.file.inside);
    let file = Named::below(&workspace.root, &path)?;
    file.replace(fixed.before.as_str().as_bytes(), fixed.after.as_str().as_bytes())
}

/// The unified diff of a file, as `git apply` and `patch -p1` read it. `root` leads to the workspace.
pub(super) fn diff(Fixed { file, before, after, .. }: &Fixed, root: &str) -> String {
    let diff = TextDiff::from_lines(before.as_str(), after.as_str());
    let path = format!("{root}{}", file.path);
    diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

/// Writes all files of a municipality. If one cannot be written, the files before it are restored.
pub(super) fn write_all(workspace: &Workspace, name: &str, files: &[Fixed]) -> Result<(), Error> {
    for (index, file) in files.iter().enumerate() {
        if let Err(fault) = write(workspace, name, file) {
            for written in &files[..index] {
                write(workspace, name, &written.undone())?;
            }
            return Err(fault);
        }
    }
    Ok(())
}
