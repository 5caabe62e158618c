//! What travels inside the program: templates, languages, vocabulary, authorities.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

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

/// A table that travels inside the program and cannot be read. The program stops: an empty table would mean that there
/// is no such law, grade or word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("templates/{file}:{line}: {what}")]
pub struct Damaged {
    /// The file below `templates/`.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

impl Damaged {
    /// Something wrong at a byte of a file.
    #[must_use]
    pub fn at(file: &str, byte: usize, what: impl ToString) -> Self {
        let before = text(file).ok().and_then(|text| text.get(..byte)).unwrap_or_default();
        Self { file: file.to_owned(), line: before.matches('\n').count() + 1, what: what.to_string() }
    }

    /// Something wrong in the piece of a file that is written so.
    #[must_use]
    pub fn in_piece(file: &str, piece: &str, what: impl ToString) -> Self {
        let start = text(file).ok().and_then(|text| text.find(piece));
        Self::at(file, start.unwrap_or_default(), what)
    }
}

/// Reads a file below `templates/`.
///
/// # Errors
/// When it is missing, no TOML, or not of this shape.
pub fn read<T: DeserializeOwned>(file: &str) -> Result<T, Damaged> {
    let text = text(file).map_err(|missing| Damaged::at(file, 0, missing))?;
    let start = |fault: &toml::de::Error| fault.span().map_or(0, |span| span.start);
    toml::from_str(text).map_err(|fault| Damaged::at(file, start(&fault), fault.message()))
}

/// Reads the files of a folder below `templates/`, by their names without the ending.
///
/// # Errors
/// As for [`read`].
pub fn read_folder<T: DeserializeOwned>(path: &str) -> Result<Vec<(&'static str, T)>, Damaged> {
    folder(path).into_iter().map(|(name, _)| Ok((name, read(&format!("{path}/{name}.toml"))?))).collect()
}

/// A table that is read when it is asked for the first time.
pub struct Table<T> {
    load: fn() -> Result<T, Damaged>,
    loaded: OnceLock<(T, Option<Damaged>)>,
}

impl<T: Default> Table<T> {
    /// A table that is read so.
    pub const fn new(load: fn() -> Result<T, Damaged>) -> Self {
        Self { load, loaded: OnceLock::new() }
    }

    fn loaded(&self) -> &(T, Option<Damaged>) {
        self.loaded.get_or_init(|| match (self.load)() {
            Ok(table) => (table, None),
            Err(damaged) => (T::default(), Some(damaged)),
        })
    }

    /// The table. One that cannot be read is empty; the program checks every table before it does anything else.
    pub fn get(&self) -> &T {
        &self.loaded().0
    }

    /// Whether it could be read.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), Damaged> {
        self.loaded().1.clone().map_or(Ok(()), Err)
    }
}
