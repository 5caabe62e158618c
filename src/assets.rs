//! What travels inside the program: templates, languages, vocabulary, authorities.

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

use crate::error::{Cause, Error};
use crate::say;

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The text of one file below `templates/`.
///
/// # Errors
/// When the program was built without that file, or it is not UTF-8.
pub fn text(path: &str) -> Result<&'static str, Error> {
    TEMPLATES.get_file(path).and_then(|file| file.contents_utf8()).ok_or_else(|| missing(path))
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

/// A file that travels inside the program and cannot be read, at one of its bytes. The program stops: an empty table would
/// mean that there is no such law, grade or word.
#[must_use]
pub fn damaged(file: &str, byte: usize, cause: impl Into<Cause>) -> Error {
    let before = text(file).ok().and_then(|text| text.get(..byte)).unwrap_or_default();
    damaged_line(file, before.matches('\n').count() + 1).because(cause)
}

/// The same at the piece of the file that is written so.
#[must_use]
pub fn damaged_piece(file: &str, piece: &str, cause: impl Into<Cause>) -> Error {
    let start = text(file).ok().and_then(|text| text.find(piece));
    damaged(file, start.unwrap_or_default(), cause)
}

/// The same of a template.
#[must_use]
pub fn damaged_template(file: &str, cause: minijinja::Error) -> Error {
    damaged_line(file, cause.line().unwrap_or(1)).because(cause)
}

fn damaged_line(file: &str, line: usize) -> Error {
    Error::new(say!(
        en: "the program's own file templates/{file} is damaged in line {line}",
        sv: "programmets egen fil templates/{file} är skadad på rad {line}",
        da: "programmets egen fil templates/{file} er beskadiget i linje {line}",
    ))
}

fn missing(file: &str) -> Error {
    Error::new(say!(
        en: "the program lacks its file templates/{file}",
        sv: "programmet saknar sin fil templates/{file}",
        da: "programmet mangler sin fil templates/{file}",
    ))
}

/// Reads a file below `templates/`.
///
/// # Errors
/// When it is missing, no TOML, or not of this shape.
pub fn read<T: DeserializeOwned>(file: &str) -> Result<T, Error> {
    let start = |fault: &toml::de::Error| fault.span().map_or(0, |span| span.start);
    toml::from_str(text(file)?).map_err(|fault| damaged(file, start(&fault), fault.message()))
}

/// Reads the files of a folder below `templates/`, by their names without the ending.
///
/// # Errors
/// As for [`read`].
pub fn read_folder<T: DeserializeOwned>(path: &str) -> Result<Vec<(&'static str, T)>, Error> {
    folder(path).into_iter().map(|(name, _)| Ok((name, read(&format!("{path}/{name}.toml"))?))).collect()
}

/// A table that is read when it is asked for the first time.
pub struct Table<T> {
    load: fn() -> Result<T, Error>,
    loaded: OnceLock<(T, Option<Error>)>,
}

impl<T: Default> Table<T> {
    /// A table that is read so.
    pub const fn new(load: fn() -> Result<T, Error>) -> Self {
        Self { load, loaded: OnceLock::new() }
    }

    fn loaded(&self) -> &(T, Option<Error>) {
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
    pub fn check(&self) -> Result<(), Error> {
        self.loaded().1.clone().map_or(Ok(()), Err)
    }
}
