//! `ropa verify`.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;
use ropa::emit;
use ropa::say;
use ropa::say::{Message, Tongue};
use walkdir::WalkDir;

use crate::cli::build;
use crate::cli::workspace::{Place, Revision, Today};
use crate::cli::{FINDINGS, OK, Usage};

/// Say whether a published folder is what the registers compile to, and which files differ
///
/// The registers are those of the working tree, or of a revision. FOLDER is what `ropa build` wrote, or a copy of its
/// folder `public` or `internal`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Args {
    /// The published folder
    folder: PathBuf,
    #[command(flatten)]
    revision: Revision,
    #[command(flatten)]
    today: Today,
    /// The folder is the complete register for the supervisory authority
    #[arg(long)]
    internal: bool,
}

/// Files by path, with `/` between the parts.
type Files = BTreeMap<String, Vec<u8>>;

/// Compiles into a folder that goes away, and compares.
pub(crate) fn run(place: &Place, args: Args, tongue: Tongue) -> anyhow::Result<u8> {
    let Args { folder, revision, today, internal } = args;
    if !folder.is_dir() {
        let path = folder.display();
        return Err(Usage(say!(
            en: "there is no folder {path}",
            sv: "det finns ingen mapp {path}",
            da: "der er ingen mappe {path}",
            path = path,
        ))
        .into());
    }
    let made = tempfile::tempdir()?;
    let code = build::quietly(place, revision, (today, tongue), made.path())?;
    if code != OK {
        return Ok(code);
    }
    let sides = ["public", "internal"].into_iter().filter(|side| folder.join(side).is_dir());
    let sides: Vec<&str> = sides.collect();
    let (published, made) = if sides.is_empty() {
        (files(&folder)?, files(&made.path().join(if internal { "internal" } else { "public" }))?)
    } else {
        let within = |root: &Path| -> io::Result<Files> {
            let mut all = Files::new();
            for side in &sides {
                all.extend(files(&root.join(side))?.into_iter().map(|(path, bytes)| (format!("{side}/{path}"), bytes)));
            }
            Ok(all)
        };
        (within(&folder)?, within(made.path())?)
    };
    Ok(tell(&published, &made, tongue))
}

/// Every file below a folder but the lists that ropa keeps of its own.
fn files(folder: &Path) -> io::Result<Files> {
    let mut all = Files::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from)?;
        if !entry.file_type().is_file() || emit::is_own(entry.file_name()) {
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        all.insert(parts.join("/"), fs::read(entry.path())?);
    }
    Ok(all)
}

fn tell(published: &Files, made: &Files, tongue: Tongue) -> u8 {
    let mut differing: Vec<Message> = Vec::new();
    for (path, bytes) in made {
        match published.get(path) {
            Some(known) if known == bytes => {}
            Some(_) => differing.push(say!(en: "differs: {path}", sv: "skiljer sig: {path}", da: "afviger: {path}")),
            None => differing.push(say!(en: "missing: {path}", sv: "saknas: {path}", da: "mangler: {path}")),
        }
    }
    for path in published.keys().filter(|path| !made.contains_key(*path)) {
        differing.push(say!(en: "not compiled: {path}", sv: "inte kompilerad: {path}", da: "ikke kompileret: {path}"));
    }
    differing.iter().for_each(|line| anstream::println!("{}", line.get(tongue)));
    let (files, count) = (made.len(), differing.len());
    let summary = match count {
        0 => say!(
            en: "the folder is what the registers compile to: {files} files",
            sv: "mappen är vad registren kompileras till: {files} filer",
            da: "mappen er det, fortegnelserne kompileres til: {files} filer",
        ),
        _ => say!(
            en: "the folder is not what the registers compile to: {count} of {files} files",
            sv: "mappen är inte vad registren kompileras till: {count} av {files} filer",
            da: "mappen er ikke det, fortegnelserne kompileres til: {count} af {files} filer",
        ),
    };
    anstream::println!("{}", summary.get(tongue));
    if count == 0 { OK } else { FINDINGS }
}
