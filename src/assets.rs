//! Files embedded in the binary: templates, languages, vocabulary, authorities.

mod checked;
mod code;
mod listed;
mod odd;
mod table;

use std::cell::RefCell;
use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use crate::error::{Cause, Error};
use crate::say;
use crate::say::Message;

pub(crate) use checked::are_checked;
pub use checked::fingerprint;
pub(crate) use code::LanguageCode;
pub(crate) use listed::listed;
pub(crate) use odd::odd_key;
pub(crate) use table::{Folder, Table, sound};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The text of a file below `templates/`.
///
/// # Errors
/// If the binary does not contain the file, or it is not UTF-8.
pub(crate) fn text(path: &str) -> Result<&'static str, Error> {
    TEMPLATES.get_file(path).and_then(|file| file.contents_utf8()).ok_or_else(|| missing_file(path))
}

/// The sorted names of the files in a folder below `templates/`, without extension.
fn names(path: &str) -> Vec<&'static str> {
    let files = TEMPLATES.get_dir(path).into_iter().flat_map(Dir::files);
    let mut names: Vec<_> = files.filter_map(|file| file.path().file_stem()?.to_str()).collect();
    names.sort_unstable();
    names
}

/// The paths of the files in a folder and in those below it.
fn paths(folder: &'static Dir) -> Vec<&'static str> {
    let own = folder.files().filter_map(|file| file.path().to_str());
    own.chain(folder.dirs().flat_map(paths)).collect()
}

/// The sorted codes of the languages that have a file.
pub(crate) fn languages() -> impl Iterator<Item = LanguageCode> {
    static LANGUAGES: LazyLock<Vec<LanguageCode>> =
        LazyLock::new(|| names("languages").into_iter().map(LanguageCode::of_file).collect());
    LANGUAGES.iter().copied()
}

/// The error for a template that cannot be read.
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

/// The error for a file that the program does not contain.
#[must_use]
pub(crate) fn missing_file(file: &str) -> Error {
    Error::new(say!(
        en: "the program lacks its file templates/{file}",
        sv: "programmet saknar sin fil templates/{file}",
        da: "programmet mangler sin fil templates/{file}",
    ))
}

/// Cause of a damaged table: an unknown code, rule, language or other name.
#[must_use]
pub(crate) fn unknown(name: &str) -> Message {
    say!(en: "`{name}` is not known", sv: "`{name}` är inte känt", da: "`{name}` er ikke kendt")
}

/// Cause of a damaged table: a required key is missing.
#[must_use]
pub(crate) fn missing(key: &str) -> Message {
    say!(en: "`{key}` is missing", sv: "`{key}` saknas", da: "`{key}` mangler")
}

/// Cause of a damaged table: an unknown key, or a value of the wrong type.
#[must_use]
pub(crate) fn wrong_kind(key: &str) -> Message {
    say!(
        en: "`{key}` is not a key here, or its value has the wrong type",
        sv: "`{key}` är ingen nyckel här, eller så har värdet fel typ",
        da: "`{key}` er ikke en nøgle her, eller værdien har en forkert type",
    )
}

/// Cause of a damaged table: a word in two of its lists.
#[must_use]
pub(crate) fn twice(word: &str) -> Message {
    say!(en: "`{word}` is in two lists", sv: "`{word}` finns i två listor", da: "`{word}` findes i to lister")
}

/// The embedded files below `templates/`. Tests replace one of them to see the error for a damaged file.
#[derive(Debug, Clone, Copy)]
pub struct Files<'f> {
    /// A file and its text; no text if it is taken away.
    changed: Option<(&'f str, Option<&'f str>)>,
    /// Gathers the files and folders that are asked for.
    asked: Option<&'f RefCell<Vec<String>>>,
}

impl<'f> Files<'f> {
    /// The files as embedded.
    pub const OWN: Files<'static> = Files { changed: None, asked: None };

    /// The files, with the text of one of them replaced, or with one more.
    #[must_use]
    pub const fn with(file: &'f str, text: &'f str) -> Self {
        Self { changed: Some((file, Some(text))), asked: None }
    }

    /// The files without one of them.
    #[must_use]
    pub const fn without(file: &'f str) -> Self {
        Self { changed: Some((file, None)), asked: None }
    }

    /// The files, with a list of those that are asked for.
    const fn noting(self, asked: &'f RefCell<Vec<String>>) -> Self {
        Self { changed: self.changed, asked: Some(asked) }
    }

    fn note(&self, path: &str) {
        self.asked.inspect(|asked| asked.borrow_mut().push(path.to_owned()));
    }

    /// Whether a file, or one in a folder, is not the embedded one.
    fn differ_in(&self, path: &str) -> bool {
        let is_in = |file: &str| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.changed.is_some_and(|(file, _)| is_in(file))
    }

    fn text(&self, file: &str) -> Result<&'f str, Error> {
        self.note(file);
        match self.changed {
            Some((changed, text)) if changed == file => text.ok_or_else(|| missing_file(file)),
            _ => text(file),
        }
    }

    /// Parses a file.
    ///
    /// # Errors
    /// If the file is missing, is not TOML, or does not have the shape of `T`.
    pub fn read<T: DeserializeOwned>(&self, file: &str) -> Result<T, Error> {
        let text = self.text(file)?;
        let start = |fault: &toml::de::Error| fault.span().map_or(0, |span| span.start);
        toml::from_str(text).map_err(|fault| damaged(file, text, start(&fault), fault.message()))
    }

    /// Parses all files of a folder. Returns each with its name without extension.
    ///
    /// # Errors
    /// As for [`Files::read`].
    pub fn read_folder<T: DeserializeOwned>(&self, path: &str) -> Result<Vec<(&'f str, T)>, Error> {
        self.names(path).into_iter().map(|name| Ok((name, self.read(&format!("{path}/{name}.toml"))?))).collect()
    }

    fn names(&self, path: &str) -> Vec<&'f str> {
        self.note(path);
        let mut names: Vec<&str> = names(path);
        let inside = |file: &'f str| file.strip_prefix(path)?.strip_prefix('/')?.strip_suffix(".toml");
        if let Some((name, text)) = self.changed.and_then(|(file, text)| Some((inside(file)?, text))) {
            names.retain(|known| *known != name);
            names.extend(text.map(|_| name));
            names.sort_unstable();
        }
        names
    }

    /// Checks the syntax of the templates of pages and files.
    ///
    /// # Errors
    /// The first template that cannot be parsed.
    pub(crate) fn check_templates(&self) -> Result<(), Error> {
        let templates = minijinja::Environment::empty();
        let is_template = |file: &&str| file.ends_with(".j2");
        paths(&TEMPLATES).into_iter().filter(is_template).try_for_each(|file| {
            let parsed = templates.template_from_str(self.text(file)?);
            parsed.map(drop).map_err(|cause| damaged_template(file, cause))
        })
    }

    /// The error for the value at the path `keys`; list items are numbered from 0.
    #[must_use]
    pub fn fault(&self, file: &str, keys: &[&str], what: impl Into<Cause>) -> Error {
        let text = self.text(file).unwrap_or_default();
        damaged(file, text, start(text, keys), what)
    }
}

/// The error for a file that cannot be read, at a byte offset. The program stops: with an empty table it would not
/// know any law, grade or word.
fn damaged(file: &str, text: &str, byte: usize, cause: impl Into<Cause>) -> Error {
    let line = text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1;
    damaged_line(file, line).because(cause)
}

/// The byte at which the value at the path `keys` begins, or that of the last key found on the path.
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
