//! What git says about paths of the working tree.

use crate::error::Error;
use crate::source::git::{Repository, fault, git};

impl Repository {
    /// The value of an attribute of a path, from `.gitattributes` and the settings of git: `set`, `unset`, `unspecified`
    /// or a word.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn attribute(&self, name: &str, path: &str) -> Result<String, Error> {
        let output = git(&self.folder, ["check-attr", "-z", name, "--", path])?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        let value = output.stdout.split(|byte| *byte == 0).nth(2).unwrap_or_default();
        Ok(String::from_utf8_lossy(value).into_owned())
    }

    /// Whether a path is ignored, by `.gitignore` or the settings of git.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn is_ignored(&self, path: &str) -> Result<bool, Error> {
        let output = git(&self.folder, ["check-ignore", "--quiet", "--no-index", "--", path])?;
        match output.status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(fault::failed(&output)),
        }
    }

    /// The paths of files in git below a path, in order.
    ///
    /// # Errors
    /// When `git` fails.
    pub(crate) fn tracked(&self, path: &str) -> Result<Vec<String>, Error> {
        let output = git(&self.folder, ["--literal-pathspecs", "ls-files", "-z", "--", path])?;
        if !output.status.success() {
            return Err(fault::failed(&output));
        }
        let paths = output.stdout.split(|byte| *byte == 0).filter(|path| !path.is_empty());
        Ok(paths.map(|path| String::from_utf8_lossy(path).into_owned()).collect())
    }
}
