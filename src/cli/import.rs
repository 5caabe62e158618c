//! `ropa import`.

mod again;
mod base;
mod files;

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::Error;
use crate::cli::read::plural;
use crate::cli::workspace::{Place, Which, Workspace};
use crate::cli::{FINDINGS, OK, Usage, print};
use crate::draft::folder::{self, Draft};
use crate::emit::people::Named;
use crate::import::{self, Choice, Field, Import, Known, plain};
use crate::model::version::Version;
use crate::reimport;
use crate::say;
use crate::say::{Message, Tongue, Words};
use crate::source::Sources;
use crate::workbook;

use base::Base;
use files::{Files, State};

/// Make activities of a register that you keep as a spreadsheet (XLSX, ODS or CSV)
///
/// The table is found by its headers in Swedish, Danish, Norwegian or English, across or down the side. Each row becomes
/// a file in `activities/`. Words that can only mean one thing become codes and periods, with the words of the cell in a
/// comment. What is not certain becomes a gap that the to-do list asks about, and what has no field an internal note: no
/// cell is lost, and the report says where each of them went.
///
/// Nothing is overwritten. If you import the sheet again, what changed in it comes in, what you changed in the files
/// stays, and what both changed is a conflict that you decide with --keep. For this, the file that was imported last is
/// kept in the folder `.import` of the municipality; it is never published.
///
/// A workbook that `ropa build` wrote comes in as what somebody changed in its cells, each at the value that the cell shows;
/// comments and all else stay. What is not certain is asked. In a folder without registers it becomes the municipality that
/// it is of.
///
/// Look first with --dry-run, and name the field of a header that was not understood with --map.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The spreadsheet: .xlsx, .ods or .csv
    file: PathBuf,
    #[command(flatten)]
    which: Which,
    /// The field of a header, such as "Varför=purposes" (repeat for several); it is remembered
    #[arg(long, value_name = "HEADER=FIELD")]
    map: Vec<String>,
    /// Show the mapping, the files and the report, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Decide conflicts: for what the files say, or for what the sheet says
    #[arg(long, value_enum, value_name = "WHOSE")]
    keep: Option<Keep>,
}

/// Who decides about conflicts.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Keep {
    /// The files.
    Files,
    /// The sheet.
    Sheet,
}

impl Args {
    /// Who decides about conflicts.
    fn choice(&self) -> Option<Choice> {
        self.keep.map(|keep| match keep {
            Keep::Files => Choice::File,
            Keep::Sheet => Choice::Sheet,
        })
    }
}

const CELL: Words = Words { en: "cell", sv: "cell", da: "celle" };
const CELLS: Words = Words { en: "cells", sv: "celler", da: "celler" };

/// Reads the spreadsheet, brings it into the files, and reports where every cell went.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let (bytes, file) = spreadsheet(args)?;
    let book = workbook::read(&bytes)?;
    if let Some(marked) = reimport::marked(&book) {
        return again::run(&workspace, (&book, &file, &marked), args, tongue);
    }
    let name = municipality(&workspace, &args.which)?;
    if let Some(marked) = reimport::guessed(&book, &name) {
        return again::run(&workspace, (&book, &file, &marked), args, tongue);
    }
    let (sources, draft) = register(&workspace, &name)?;
    let known = Known::of(&draft);
    let mut base = Base::read(&workspace, &name)?;
    for asked in &args.map {
        let (header, field) = mapped(asked)?;
        base.mapping.insert(header, field);
    }
    let import = import::read(&book, &file, &base.mapping, &known);
    for line in import::told(&import, &base.mapping) {
        print::line(line.get(tongue))?;
    }
    if import.entries.is_empty() {
        return Err(no_table().into());
    }
    let before = base.last(&file, &import, &known)?;
    let files = Files::of(&import, before.as_ref(), &sources, args.choice(), tongue)?;
    for line in files.told() {
        print::line(line.get(tongue))?;
    }
    if args.dry_run {
        files.files.iter().try_for_each(|file| print::patch(&file.diff()))?;
    } else {
        files.write(&workspace, &name)?;
        base.write(&workspace, &name, (&file, &bytes), files.conflicts() == 0)?;
    }
    print::line(summary(&import, &files, args.dry_run).get(tongue))?;
    Ok(if files.conflicts() > 0 { FINDINGS } else { OK })
}

/// The municipality: the one that is named, or the only one.
fn municipality(workspace: &Workspace, which: &Which) -> anyhow::Result<String> {
    let mut names = workspace.municipalities(which)?;
    match (names.pop(), names.is_empty()) {
        (Some(name), true) => Ok(name),
        _ => Err(Usage(say!(
            en: "name one municipality with -m",
            sv: "ange en kommun med -m",
            da: "angiv én kommune med -m",
        ))
        .into()),
    }
}

/// The files of the municipality, in format 2.
fn register(workspace: &Workspace, name: &str) -> Result<(Sources, Draft), Error> {
    let read = workspace.source.read(name)?;
    let mut findings = read.findings;
    let draft = folder::read(&read.sources, &mut findings);
    match &draft.municipality {
        None => Err(Error::new(say!(
            en: "municipality.yaml of `{name}` cannot be read; run `ropa check -m {name}`",
            sv: "municipality.yaml i `{name}` kan inte läsas; kör `ropa check -m {name}`",
            da: "municipality.yaml i `{name}` kan ikke læses; kør `ropa check -m {name}`",
        ))),
        Some(municipality) if municipality.version() == Version::First => Err(Error::new(say!(
            en: "`{name}` has format 1; run `ropa migrate -m {name}` first",
            sv: "`{name}` har format 1; kör först `ropa migrate -m {name}`",
            da: "`{name}` har format 1; kør først `ropa migrate -m {name}`",
        ))),
        Some(_) => Ok((read.sources, draft)),
    }
}

/// The bytes of the spreadsheet and its name.
fn spreadsheet(args: &Args) -> Result<(Vec<u8>, String), Error> {
    let path = args.file.display();
    let absent = || {
        Error::new(say!(
            en: "there is no file {path}",
            sv: "det finns ingen fil {path}",
            da: "der er ingen fil {path}",
            path = path,
        ))
    };
    let bytes = Named::at(&args.file)?.read(workbook::MAX_FILE)?.ok_or_else(absent)?;
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok((bytes, name.unwrap_or_default()))
}

/// A header and its field of the command line.
fn mapped(asked: &str) -> Result<(String, Field), Usage> {
    let fields = || Field::ALL.iter().map(|field| field.key()).collect::<Vec<_>>().join(", ");
    let parts = asked.rsplit_once('=').and_then(|(header, field)| Some((header, Field::of_key(field.trim())?)));
    let (header, field) = parts.filter(|(header, _)| !header.trim().is_empty()).ok_or_else(|| {
        Usage(say!(
            en: "--map {asked}: write `Header=field`; the fields are {fields}",
            sv: "--map {asked}: skriv `Rubrik=fält`; fälten är {fields}",
            da: "--map {asked}: skriv `Overskrift=felt`; felterne er {fields}",
            asked = asked,
            fields = fields(),
        ))
    })?;
    Ok((plain(header), field))
}

fn no_table() -> Error {
    Error::new(say!(
        en: "no table of activities was found: it needs a header for the name of the activity or for the purpose; name them with --map \"Header=title\" --map \"Header=purposes\"",
        sv: "ingen tabell med behandlingar hittades: den behöver en rubrik för behandlingens namn eller för ändamålet; ange dem med --map \"Rubrik=title\" --map \"Rubrik=purposes\"",
        da: "der blev ikke fundet en tabel med behandlinger: den skal have en overskrift for behandlingens navn eller for formålet; angiv dem med --map \"Overskrift=title\" --map \"Overskrift=purposes\"",
    ))
}

/// How many rows and cells the file has, and how many files were written.
fn summary(import: &Import, files: &Files, is_dry: bool) -> Message {
    let rows: usize = import.sheets.iter().map(|sheet| sheet.rows).sum();
    let read: usize = import.sheets.iter().map(|sheet| sheet.read).sum();
    let outside: usize = import.sheets.iter().map(|sheet| sheet.outside.len()).sum();
    let outside = plural(outside, CELL, CELLS);
    let count = |state: State| files.files.iter().filter(|file| file.state == state).count();
    let (new, changed, same, conflicts) = (count(State::New), count(State::Changed), files.same, files.conflicts());
    let counts = say!(
        en: "rows with content: {rows}, in tables: {read}; outside the tables: {outside}\nfiles new: {new}, changed: {changed}, unchanged: {same}; conflicts: {conflicts}",
        sv: "rader med innehåll: {rows}, i tabeller: {read}; utanför tabellerna: {outside}\nfiler nya: {new}, ändrade: {changed}, oförändrade: {same}; konflikter: {conflicts}",
        da: "rækker med indhold: {rows}, i tabeller: {read}; uden for tabellerne: {outside}\nfiler nye: {new}, ændrede: {changed}, uændrede: {same}; konflikter: {conflicts}",
        outside = outside,
    );
    match is_dry {
        true => say!(
            en: "{counts}\nnothing was written (--dry-run)",
            sv: "{counts}\ninget skrevs (--dry-run)",
            da: "{counts}\nder blev ikke skrevet noget (--dry-run)",
            counts = counts,
        ),
        false => counts,
    }
}
