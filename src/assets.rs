//! What travels inside the program: templates, languages, vocabulary, authorities.

use std::sync::{LazyLock, OnceLock};

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use crate::error::{Cause, Error};
use crate::say;
use crate::say::Message;

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The text of one file below `templates/`.
///
/// # Errors
/// When the program was built without that file, or it is not UTF-8.
pub(crate) fn text(path: &str) -> Result<&'static str, Error> {
    TEMPLATES.get_file(path).and_then(|file| file.contents_utf8()).ok_or_else(|| missing_file(path))
}

/// The names of the files of one folder below `templates/` without their ending, in order.
fn names(path: &str) -> Vec<&'static str> {
    let files = TEMPLATES.get_dir(path).into_iter().flat_map(Dir::files);
    let mut names: Vec<_> = files.filter_map(|file| file.path().file_stem()?.to_str()).collect();
    names.sort_unstable();
    names
}

/// The codes of the languages that have a file, in order.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    static LANGUAGES: LazyLock<Vec<&str>> = LazyLock::new(|| names("languages"));
    LANGUAGES.iter().copied()
}

/// A template that cannot be read.
#[must_use]
pub(crate) fn damaged_template(file: &str, cause: minijinja::Error) -> Error {
    damaged_line(file, cause.line().unwrap_or(1)).because(cause)
}

fn damaged_line(file: &str, line: usize) -> Error {
    Error::new(say!(
        en: "the program's own file templates/{file} is damaged in line {line}",
        sv: "programmets egen fil templates/{file} är skadad på rad {line}",
        da: "programmets egen fil templates/{file} er beskadiget i linje {line}",
    ))
}

fn missing_file(file: &str) -> Error {
    Error::new(say!(
        en: "the program lacks its file templates/{file}",
        sv: "programmet saknar sin fil templates/{file}",
        da: "programmet mangler sin fil templates/{file}",
    ))
}

/// Why a table is damaged: a code, a rule, a language or another name that nothing has.
#[must_use]
pub(crate) fn unknown(name: &str) -> Message {
    say!(en: "`{name}` is not known", sv: "`{name}` är inte känt", da: "`{name}` er ikke kendt")
}

/// Why a table is damaged: a key that it needs.
#[must_use]
pub(crate) fn missing(key: &str) -> Message {
    say!(en: "`{key}` is missing", sv: "`{key}` saknas", da: "`{key}` mangler")
}

/// Why a table is damaged: a key that it does not have, or a value that the key does not take.
#[must_use]
pub(crate) fn wrong_kind(key: &str) -> Message {
    say!(
        en: "`{key}` is not a key here, or its value has the wrong type",
        sv: "`{key}` är ingen nyckel här, eller så har värdet fel typ",
        da: "`{key}` er ikke en nøgle her, eller værdien har en forkert type",
    )
}

/// Why a table is damaged: a word in two of its lists.
#[must_use]
pub(crate) fn twice(word: &str) -> Message {
    say!(en: "`{word}` is in two lists", sv: "`{word}` finns i två listor", da: "`{word}` findes i to lister")
}

/// The files below `templates/` as they travel inside the program. To see what the program says of a damaged one, one of
/// them can have another text.
#[derive(Debug, Clone, Copy)]
pub struct Files<'f> {
    changed: Option<(&'f str, &'f str)>,
}

impl<'f> Files<'f> {
    /// The files as they are.
    pub const OWN: Files<'static> = Files { changed: None };

    /// The files, one of them with another text.
    #[must_use]
    pub const fn with(file: &'f str, text: &'f str) -> Self {
        Self { changed: Some((file, text)) }
    }

    fn text(&self, file: &str) -> Result<&'f str, Error> {
        match self.changed {
            Some((changed, text)) if changed == file => Ok(text),
            _ => text(file),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is missing, no TOML, or not of this shape.
    pub fn read<T: DeserializeOwned>(&self, file: &str) -> Result<T, Error> {
        let text = self.text(file)?;
        let start = |fault: &toml::de::Error| fault.span().map_or(0, |span| span.start);
        toml::from_str(text).map_err(|fault| damaged(file, text, start(&fault), fault.message()))
    }

    /// Reads the files of a folder, by their names without the ending.
    ///
    /// # Errors
    /// As for [`Files::read`].
    pub fn read_folder<T: DeserializeOwned>(&self, path: &str) -> Result<Vec<(&'static str, T)>, Error> {
        names(path).into_iter().map(|name| Ok((name, self.read(&format!("{path}/{name}.toml"))?))).collect()
    }

    /// Something wrong at the value that these keys lead to; the key of an item is its number, counted from 0.
    #[must_use]
    pub fn fault(&self, file: &str, keys: &[&str], what: impl Into<Cause>) -> Error {
        let text = self.text(file).unwrap_or_default();
        damaged(file, text, start(text, keys), what)
    }
}

/// A file that cannot be read, at one of its bytes. The program stops: an empty table would mean that there is no such law,
/// grade or word.
fn damaged(file: &str, text: &str, byte: usize, cause: impl Into<Cause>) -> Error {
    let line = text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1;
    damaged_line(file, line).because(cause)
}

/// The byte at which the value begins that these keys lead to, or the last one on the way to it.
fn start(text: &str, keys: &[&str]) -> usize {
    let root = DeTable::parse(text).map(|table| DeValue::Table(table.into_inner())).ok();
    let (mut value, mut start) = (root.as_ref(), 0);
    for key in keys {
        let found = match value {
            Some(DeValue::Table(table)) => table.get_key_value(*key).map(|(name, inside)| (name.span().start, inside)),
            Some(DeValue::Array(items)) => {
                let item = key.parse().ok().and_then(|index: usize| items.get(index));
                item.map(|inside| (inside.span().start, inside))
            }
            _ => None,
        };
        start = found.map_or(start, |(at, _)| at);
        value = found.map(|(_, inside)| inside.get_ref());
    }
    start
}

/// A table that is read when it is asked for the first time.
pub(crate) struct Table<T> {
    load: fn(&Files) -> Result<T, Error>,
    loaded: OnceLock<(T, Option<Error>)>,
}

impl<T: Default> Table<T> {
    /// A table that is read so.
    pub(crate) const fn new(load: fn(&Files) -> Result<T, Error>) -> Self {
        Self { load, loaded: OnceLock::new() }
    }

    fn loaded(&self) -> &(T, Option<Error>) {
        self.loaded.get_or_init(|| match (self.load)(&Files::OWN) {
            Ok(table) => (table, None),
            Err(damaged) => (T::default(), Some(damaged)),
        })
    }

    /// The table. One that cannot be read is empty; the program checks every table before it does anything else.
    pub(crate) fn get(&self) -> &T {
        &self.loaded().0
    }

    /// Whether it can be read from these files.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn check(&self, files: &Files) -> Result<(), Error> {
        self.check_with(files, |_| Ok(()))
    }

    /// Whether it can be read from these files, and what else must hold of it does.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn check_with(&self, files: &Files, holds: impl FnOnce(&T) -> Result<(), Error>) -> Result<(), Error> {
        if files.changed.is_some() {
            return holds(&(self.load)(files)?);
        }
        match self.loaded() {
            (_, Some(damaged)) => Err(damaged.clone()),
            (table, None) => holds(table),
        }
    }
}
