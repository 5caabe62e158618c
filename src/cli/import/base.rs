//! The folder `.import` of a municipality: the spreadsheets as they were imported last, and the headers that a person
//! mapped. It is internal; the reader of registers passes over it.

use std::path::PathBuf;

use crate::Error;
use crate::cli::workspace::Workspace;
use crate::emit::people::Named;
use crate::import::{self, Field, Import, Known, Mapping};
use crate::model::suggest;
use crate::say;
use crate::source::IMPORT;
use crate::workbook;

/// The file with the mapped headers.
const HEADERS: &str = "headers.toml";
/// The ending of a spreadsheet that was imported.
const ENDING: &str = ".sheet";
/// The largest file with headers, in bytes.
const MAX_HEADERS: u64 = 1 << 20;

/// What was imported last.
pub(super) struct Base {
    /// The headers that a person mapped.
    pub(super) mapping: Mapping,
    folder: PathBuf,
    /// The spreadsheets, by the id of their name.
    sheets: Vec<(String, Vec<u8>)>,
}

impl Base {
    /// Reads the folder, if there is one.
    pub(super) fn read(workspace: &Workspace, name: &str) -> Result<Self, Error> {
        let folder = workspace.config.folders.registers.join(name).join(IMPORT);
        let mut base = Self { mapping: Mapping::new(), folder, sheets: Vec::new() };
        let whole = workspace.root.join(&base.folder);
        let Ok(entries) = std::fs::read_dir(&whole) else { return Ok(base) };
        let mut names: Vec<String> =
            entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort_unstable();
        for name in names {
            let file = Named::below(&workspace.root, &base.folder.join(&name))?;
            if name == HEADERS {
                let text = file.read(MAX_HEADERS)?.map(String::from_utf8).and_then(Result::ok).unwrap_or_default();
                base.mapping = headers(&text).ok_or_else(|| damaged(&whole.join(HEADERS).display().to_string()))?;
            } else if let Some(stem) = name.strip_suffix(ENDING) {
                let bytes = file.read(workbook::MAX_FILE)?;
                base.sheets.extend(bytes.map(|bytes| (stem.to_owned(), bytes)));
            }
        }
        Ok(base)
    }

    /// The spreadsheet as it was imported last: the one of this name, or else one that has most of the same activities.
    pub(super) fn last(&self, file: &str, now: &Import, known: &Known) -> Result<Option<Import>, Error> {
        let of = |bytes: &Vec<u8>| Ok::<_, Error>(import::read(&workbook::read(bytes)?, file, &self.mapping, known));
        let stem = stem(file);
        if let Some((_, bytes)) = self.sheets.iter().find(|(name, _)| *name == stem) {
            return of(bytes).map(Some);
        }
        for (_, bytes) in &self.sheets {
            let last = of(bytes)?;
            let shared =
                last.entries.iter().filter(|entry| now.entries.iter().any(|other| other.id == entry.id)).count();
            if shared * 2 > last.entries.len() && shared * 2 > now.entries.len() {
                return Ok(Some(last));
            }
        }
        Ok(None)
    }

    /// Writes the headers, and the spreadsheet if nothing is left to decide.
    pub(super) fn write(
        &self,
        workspace: &Workspace,
        name: &str,
        (file, bytes): (&str, &[u8]),
        is_decided: bool,
    ) -> Result<(), Error> {
        let above = workspace.config.folders.registers.join(name);
        let put = |name: &str, bytes: &[u8], most: u64| {
            let file = Named::below_made(&workspace.root.join(&above), &PathBuf::from(IMPORT).join(name))?;
            let before = file.read(most)?;
            if before.as_deref() == Some(bytes) { Ok(()) } else { file.put(before.as_deref(), bytes) }
        };
        if is_decided {
            put(&format!("{}{ENDING}", stem(file)), bytes, workbook::MAX_FILE)?;
        }
        if self.mapping.is_empty() {
            return Ok(());
        }
        let written: toml::Table =
            self.mapping.iter().map(|(header, field)| (header.clone(), field.key().into())).collect();
        put(HEADERS, written.to_string().as_bytes(), MAX_HEADERS)
    }
}

/// The id of the name of a file without its ending.
fn stem(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let short: String = stem.replace('/', " ").chars().take(80).collect();
    suggest(&short).unwrap_or_else(|| "sheet".to_owned())
}

fn headers(text: &str) -> Option<Mapping> {
    let table: toml::Table = text.parse().ok()?;
    table.iter().map(|(header, field)| Some((header.clone(), Field::of_key(field.as_str()?)?))).collect()
}

fn damaged(path: &str) -> Error {
    Error::new(say!(
        en: "{path} cannot be read; remove it, and map the headers again with --map",
        sv: "{path} kan inte läsas; ta bort den och ange rubrikerna igen med --map",
        da: "{path} kan ikke læses; fjern den, og angiv overskrifterne igen med --map",
    ))
}
