//! The day as of which a municipality was compiled into a published folder.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use jiff::civil;

use crate::audience::Audience;

/// The bytes of a register that are read: the date is in its first lines.
const HEAD: u64 = 4096;

/// The date in the `register.json` of a municipality: in its own folder, or in that of `public` or `internal`.
pub(super) fn date_of(published: &Path, municipality: &str) -> Option<civil::Date> {
    let sides = Audience::ALL.into_iter().map(|side| published.join(side.folder()));
    let registers = std::iter::once(published.to_owned()).chain(sides);
    registers.map(|side| side.join(municipality).join("register.json")).find_map(|file| date_in(&file))
}

fn date_in(file: &Path) -> Option<civil::Date> {
    file.symlink_metadata().ok().filter(|known| known.is_file())?;
    let lines = BufReader::new(File::open(file).ok()?.take(HEAD)).lines().map_while(Result::ok);
    let mut dates = lines.filter_map(|line| line.strip_prefix("\"date\": \"")?.strip_suffix("\",")?.parse().ok());
    dates.next()
}
