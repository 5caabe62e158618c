//! What travels inside the program: templates, languages, vocabulary, authorities.

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The text of one file below `templates/`.
///
/// # Errors
/// When the program was built without that file, or it is not UTF-8.
pub fn text(path: &str) -> Result<&'static str, Missing> {
    TEMPLATES.get_file(path).and_then(|file| file.contents_utf8()).ok_or_else(|| Missing(path.to_owned()))
}

/// The files of one folder below `templates/`: the name without its ending, and the text, in order of name.
#[must_use]
pub fn folder(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<_> = TEMPLATES
        .get_dir(path)
        .into_iter()
        .flat_map(Dir::files)
        .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
        .collect();
    files.sort_unstable();
    files
}

/// A file that the program was built without.
#[derive(Debug, thiserror::Error)]
#[error("the program lacks its file templates/{0}")]
pub struct Missing(String);
