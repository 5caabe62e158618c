//! Tables that are loaded on first use.

use std::cell::RefCell;
use std::sync::OnceLock;

use super::{Files, missing_file, names};
use crate::error::Error;

/// The first table that was asked for and could not be read.
static DAMAGED: OnceLock<Error> = OnceLock::new();

/// Whether every table that was asked for so far could be read. Who decides by the tables asks this before it answers.
///
/// # Errors
/// The first table that could not: file, line and cause.
pub(crate) fn sound() -> Result<(), Error> {
    DAMAGED.get().map_or(Ok(()), |damaged| Err(damaged.clone()))
}

fn note<T>(loaded: Result<T, Error>) -> Result<T, Error> {
    loaded.inspect_err(|damaged| _ = DAMAGED.set(damaged.clone()))
}

/// A table that is loaded on first use.
pub(crate) struct Table<T> {
    load: fn(&Files) -> Result<T, Error>,
    loaded: OnceLock<Loaded<T>>,
}

struct Loaded<T> {
    table: T,
    damaged: Option<Error>,
    /// The files and folders that were asked for.
    asked: Vec<String>,
}

impl<T: Default> Table<T> {
    /// A table that `load` reads.
    pub(crate) const fn new(load: fn(&Files) -> Result<T, Error>) -> Self {
        Self { load, loaded: OnceLock::new() }
    }

    fn loaded(&self) -> &Loaded<T> {
        self.loaded.get_or_init(|| {
            let asked = RefCell::default();
            let loaded = note((self.load)(&Files::OWN.noting(&asked)));
            let asked = asked.take();
            match loaded {
                Ok(table) => Loaded { table, damaged: None, asked },
                Err(damaged) => Loaded { table: T::default(), damaged: Some(damaged), asked },
            }
        })
    }

    /// The table. It is empty if it cannot be read: then [`sound`] returns the error, and no command succeeds.
    pub(crate) fn get(&self) -> &T {
        &self.loaded().table
    }

    /// Checks that the table can be read from these files.
    ///
    /// # Errors
    /// The error in the table.
    pub(crate) fn check(&self, files: &Files) -> Result<(), Error> {
        self.check_with(files, |_| Ok(()))
    }

    /// Checks that the table can be read from these files, and that `holds` accepts it.
    ///
    /// # Errors
    /// The error in the table.
    pub(crate) fn check_with(&self, files: &Files, holds: impl FnOnce(&T) -> Result<(), Error>) -> Result<(), Error> {
        let own = self.loaded();
        if own.asked.iter().any(|asked| files.differ_in(asked)) {
            return holds(&(self.load)(files)?);
        }
        match &own.damaged {
            Some(damaged) => Err(damaged.clone()),
            None => holds(&own.table),
        }
    }
}

/// The name of a file and its table, or why it cannot be read.
type InFile<T> = (&'static str, OnceLock<Result<T, Error>>);

/// A table for each file of a folder. Each is loaded on first use.
pub(crate) struct Folder<T: 'static> {
    path: &'static str,
    load: fn(&Files, &str) -> Result<T, Error>,
    loaded: OnceLock<Vec<InFile<T>>>,
}

impl<T> Folder<T> {
    /// The tables in the folder `path`; `load` gets the name of a file without its extension.
    pub(crate) const fn new(path: &'static str, load: fn(&Files, &str) -> Result<T, Error>) -> Self {
        Self { path, load, loaded: OnceLock::new() }
    }

    fn files(&self) -> &[InFile<T>] {
        self.loaded.get_or_init(|| names(self.path).into_iter().map(|name| (name, OnceLock::new())).collect())
    }

    fn loaded(&self, name: &str) -> Result<&T, Error> {
        let file = self.files().iter().find(|(known, _)| *known == name);
        let (name, table) = file.ok_or_else(|| missing_file(&format!("{}/{name}.toml", self.path)))?;
        table.get_or_init(|| note((self.load)(&Files::OWN, name))).as_ref().map_err(Clone::clone)
    }

    /// The names of the files, sorted.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.files().iter().map(|(name, _)| *name)
    }

    /// The table in a file, if there is one. There is none either if it cannot be read: then [`sound`] returns the error.
    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.loaded(name).ok()
    }

    /// Checks that each table can be read from these files, and that `holds` accepts them all, by name.
    ///
    /// # Errors
    /// The first error in the tables.
    pub(crate) fn check_with(
        &self,
        files: &Files,
        holds: impl FnOnce(&[(&str, &T)]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if !files.differ_in(self.path) {
            let own = self.names().map(|name| Ok((name, self.loaded(name)?)));
            return holds(&own.collect::<Result<Vec<_>, Error>>()?);
        }
        let read = files.names(self.path).into_iter().map(|name| Ok((name, (self.load)(files, name)?)));
        let read = read.collect::<Result<Vec<_>, Error>>()?;
        holds(&read.iter().map(|(name, table)| (*name, table)).collect::<Vec<_>>())
    }
}
