//! The day as of which a published folder was compiled.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use jiff::civil;

use crate::audience::Audience;

/// The bytes of a register that are read: the date is in its first lines.
const HEAD: u64 = 4096;

/// The date in the first `register.json` of a folder, or of its folder `public` or `internal`.
pub(super) fn date_of(folder: &Path) -> Option<civil::Date> {
    let sides = Audience::ALL.into_iter().map(|side| folder.join(side.folder()));
    let municipalities = std::iter::once(folder.to_owned()).chain(sides).flat_map(|side| folders(&side));
    municipalities.map(|municipality| municipality.join("register.json")).find_map(|file| date_in(&file))
}

/// The folders in a folder, in order; no links.
fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
    folders.sort_unstable();
    folders
}

fn date_in(file: &Path) -> Option<civil::Date> {
    file.symlink_metadata().ok().filter(|known| known.is_file())?;
    let lines = BufReader::new(File::open(file).ok()?.take(HEAD)).lines().map_while(Result::ok);
    let mut dates = lines.filter_map(|line| line.strip_prefix("\"date\": \"")?.strip_suffix("\",")?.parse().ok());
    dates.next()
}
