//! `ropa migrate`.

use clap::Args as ClapArgs;

use crate::cli::edited::{diff, write_all};
use crate::cli::read::plural;
use crate::cli::workspace::{Place, Which};
use crate::cli::{OK, print};
use crate::fix::Fixed;
use crate::migrate::migrate;
use crate::say;
use crate::say::{Message, Tongue, Words};
use crate::source::disk;

/// Rewrite registers in the newest version of the format
///
/// In format 2, words are published as written, a child inherits only the keys that it names, and the reasons of gaps
/// are internal. Words that format 1 reads as codes are replaced by the codes, and inherited keys are written as
/// `same-as-parent`, so that notices change only in the reasons of gaps. Comments, layout, line endings and encoding
/// are kept.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    /// Show the changes as a unified diff, and write nothing
    #[arg(long)]
    diff: bool,
}

const FILE: Words = Words { en: "file", sv: "fil", da: "fil" };
const FILES: Words = Words { en: "files", sv: "filer", da: "filer" };

/// Rewrites each municipality completely or not at all.
pub(crate) fn run(place: &Place, args: &Args, tongue: Tongue) -> anyhow::Result<u8> {
    let workspace = place.open()?;
    let registers = workspace.registers();
    let root = workspace.way_from_here();
    let names = workspace.municipalities(&args.which)?;
    let read = |name: &String| {
        let files = migrate(&workspace.source.read(name)?, |file| disk::bytes(&registers, name, file))?;
        Ok((name.clone(), files))
    };
    let migrated: Vec<(String, Vec<Fixed>)> = names.iter().map(read).collect::<anyhow::Result<_>>()?;
    for (name, files) in &migrated {
        match args.diff {
            true => files.iter().try_for_each(|file| print::patch(&diff(file, &root)))?,
            false => write_all(&workspace, name, files)?,
        }
        if !args.diff || files.is_empty() {
            print::line(said(name, files).get(tongue))?;
        }
    }
    Ok(OK)
}

fn said(name: &str, files: &[Fixed]) -> Message {
    match files.len() {
        0 => say!(
            en: "{name} is in format 2 already",
            sv: "{name} är redan i format 2",
            da: "{name} er allerede i format 2",
        ),
        count => say!(
            en: "{name} is in format 2 now: {count} written",
            sv: "{name} är nu i format 2: {count} har skrivits",
            da: "{name} er nu i format 2: {count} er skrevet",
            count = plural(count, FILE, FILES),
        ),
    }
}
